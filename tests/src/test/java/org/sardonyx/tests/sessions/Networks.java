package org.sardonyx.tests.sessions;

import java.util.Map;
import java.util.Optional;

import org.sardonyx.frontend.language.Network;
import org.sardonyx.frontend.onnx.OnnxImporter;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.runtime.Device;
import org.sardonyx.runtime.Devices;
import org.sardonyx.tests.TestTensors;

/// Small networks and their inputs.
final class Networks {
    private Networks() {}

    /// A network with the input `x: float[N, 3, 8, 8]` and the output `output`.
    static Graph of(String layers) {
        String text = "network layers; input x: float[N, 3, 8, 8]; init uniform(0.5); " + layers;
        return OnnxImporter.read(Network.read("layers.net", _ -> Optional.of(text), Map.of()).model()).graph();
    }

    /// Convolutions, pooling and matrix products; weights of a megabyte, so that a session that leaks is seen.
    static Graph classifier() {
        return of("conv 20 3 p1 relu maxpool 2 conv 40 3 p1 relu flatten linear 400 relu linear 10");
    }

    static Tensor input(long batch, long seed) {
        return TestTensors.random(TensorType.of(DataType.FLOAT32, batch, 3, 8, 8), seed);
    }

    static Device jvm() {
        return Devices.available().choose("jvm").device();
    }
}
