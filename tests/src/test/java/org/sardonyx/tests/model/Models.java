package org.sardonyx.tests.model;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.sardonyx.codegen.jvm.JvmRenderer;
import org.sardonyx.codegen.model.ModelCompiler;
import org.sardonyx.frontend.language.Network;
import org.sardonyx.frontend.onnx.OnnxImporter;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.Devices;
import org.sardonyx.runtime.Numerics;
import org.sardonyx.runtime.Session;

/// Models, and jars that they are compiled to.
final class Models {
    static final String CLASS = "com.example.Layers";

    private Models() {}

    /// A network with the input `x: float[N, 3, 8, 8]` and the output `output`.
    static Graph layers(String layers) {
        String text = "network layers; input x: float[N, 3, 8, 8]; init uniform(0.5); " + layers;
        return OnnxImporter.read(Network.read("layers.net", _ -> Optional.of(text), Map.of()).model()).graph();
    }

    static Graph classifier() {
        return layers("conv 20 3 p1 relu maxpool 2 conv 40 3 p1 relu flatten linear 100 relu linear 10 softmax");
    }

    static TensorType images(long batch) {
        return TensorType.of(DataType.FLOAT32, batch, 3, 8, 8);
    }

    static Path compile(Graph graph, Path jar, long... batches) {
        ModelCompiler compiler = new ModelCompiler(graph, CLASS, "tests", Numerics.FAST);
        for (long batch : batches) {
            compiler.compile(JvmRenderer.preferredLanes(), Map.of("x", images(batch)));
        }
        compiler.finish().write(jar);
        return jar;
    }

    /// What the graph computes when it is compiled at run time.
    static Map<String, Value> expected(Graph graph, Map<String, Value> inputs) {
        try (Session session = Session.open(graph, Devices.available().choose("jvm").device())) {
            return session.run(inputs);
        }
    }

    /// Whether the values have the same types and bits.
    static boolean same(Map<String, Value> expected, Map<String, Value> found) {
        return List.copyOf(expected.keySet()).equals(List.copyOf(found.keySet())) && expected.keySet().stream()
                .allMatch(name -> expected.get(name) instanceof Tensor tensor
                        ? tensor.sameContent((Tensor) found.get(name))
                        : expected.get(name).toString().equals(found.get(name).toString()));
    }

    static Map<String, ValueType> types(Map<String, Value> values) {
        Map<String, ValueType> types = new LinkedHashMap<>();
        values.forEach((name, value) -> types.put(name, value.type()));
        return types;
    }
}
