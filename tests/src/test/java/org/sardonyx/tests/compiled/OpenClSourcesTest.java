package org.sardonyx.tests.compiled;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.sardonyx.codegen.lower.LoweredGraph;
import org.sardonyx.codegen.opencl.OpenClCompiler;
import org.sardonyx.frontend.onnx.OnnxImporter;
import org.sardonyx.frontend.zoo.Zoo;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Specialization;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.runtime.Numerics;
import org.sardonyx.runtime.opencl.DeviceFacts;
import org.sardonyx.runtime.opencl.Dispatch;
import org.sardonyx.runtime.opencl.KernelSource;
import org.sardonyx.runtime.opencl.OpenClDevices;
import org.sardonyx.tests.TestDevices;
import org.sardonyx.tests.text.GoldenText;

/// The kernels of a network in OpenCL C, for a processor and for a GPU, and that OpenCL's compiler takes them.
class OpenClSourcesTest {
    private static final DeviceFacts PROCESSOR = new DeviceFacts("A platform", "A processor", "OpenCL 3.0", "1",
            DeviceFacts.Kind.PROCESSOR, 8, 16, 1L << 34, 1L << 32, 1 << 15, false, 4096, false, true, false, true, true,
            true, true, false);
    private static final DeviceFacts GPU = new DeviceFacts("A platform", "A GPU", "OpenCL 1.2", "1",
            DeviceFacts.Kind.GPU, 40, 1, 1L << 33, 1L << 31, 1 << 15, true, 1024, true, false, true, false, false,
            false, false, false);

    static final DeviceFacts TENSOR_CORES = GPU.withTensorCores(true);

    static Stream<DeviceFacts> facts() {
        return Stream.of(PROCESSOR, GPU);
    }

    static List<KernelSource> sources(String network, DeviceFacts facts, Numerics numerics) {
        Graph graph = OnnxImporter.read(Zoo.network(network, Map.of()).model()).graph();
        TensorType type = graph.inputs().getFirst().tensorType();
        TensorType one = type.withShape(type.shape().bind(Map.of("N", Dimension.of(1))));
        Graph fixed = Specialization.of(graph, Map.of(graph.inputNames().getFirst(), one)).graph();
        try (Arena arena = Arena.ofShared()) {
            OpenClCompiler compiler = new OpenClCompiler(facts);
            LoweredGraph lowered = compiler.lower(fixed, numerics, arena);
            return compiler.dispatches(lowered).stream().flatMap(List::stream).map(Dispatch::source).distinct()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("facts")
    void isRendered(DeviceFacts facts) throws IOException {
        GoldenText.check("compiled/lenet5." + (facts.isProcessor() ? "processor" : "gpu") + ".cl",
                KernelSource.program(sources("lenet5", facts, Numerics.FAST)));
    }

    /// Weights, and tensors between kernels, are float16.
    @Test
    void isRenderedWithHalves() throws IOException {
        GoldenText.check("compiled/lenet5.gpu-half.cl",
                KernelSource.program(sources("lenet5", GPU, Numerics.HALF)));
    }

    /// Factors are multiplied by tensor cores.
    @Test
    void isRenderedForTensorCores() throws IOException {
        GoldenText.check("compiled/lenet5.gpu-tf32.cl",
                KernelSource.program(sources("lenet5", TENSOR_CORES, Numerics.TF32)));
    }

    /// No other device gets an instruction of these.
    @ParameterizedTest
    @MethodSource("facts")
    void othersAreGivenNoAssembler(DeviceFacts facts) {
        for (Numerics numerics : Numerics.values()) {
            assertFalse(KernelSource.program(sources("lenet5", facts, numerics)).contains("asm"), numerics.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("facts")
    void isBuilt(DeviceFacts facts) {
        TestDevices.get("opencl");
        OpenClDevices devices = OpenClDevices.find();
        assumeFalse(devices.contexts().isEmpty(), devices.absence());
        for (String network : List.of("lenet5", "squeezenet-1.1", "mobilenet-v2")) {
            devices.contexts().getFirst().build(sources(network, facts, Numerics.FAST));
        }
    }
}
