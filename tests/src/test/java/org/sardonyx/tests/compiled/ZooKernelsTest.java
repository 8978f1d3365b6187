package org.sardonyx.tests.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.sardonyx.codegen.Compiler;
import org.sardonyx.codegen.lower.GraphLowering;
import org.sardonyx.codegen.lower.Target;
import org.sardonyx.frontend.onnx.OnnxImporter;
import org.sardonyx.frontend.zoo.Zoo;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Specialization;
import org.sardonyx.ir.loop.LoopKernel;
import org.sardonyx.ir.text.LoopParser;
import org.sardonyx.ir.text.LoopPrinter;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.runtime.Numerics;
import org.sardonyx.tests.text.GoldenText;

/// The kernels of a few networks of the zoo as text, for vectors of 16 floats.
class ZooKernelsTest {
    private static final int LANES = 16;

    @ParameterizedTest
    @ValueSource(strings = {"lenet5", "squeezenet-1.1", "mobilenet-v2"})
    void becomesTheKernels(String name) throws IOException {
        List<LoopKernel> kernels = kernels(name);
        GoldenText.check("compiled/" + name + ".kernels",
                kernels.stream().map(LoopPrinter::print).collect(Collectors.joining("\n")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lenet5", "squeezenet-1.1", "mobilenet-v2", "googlenet", "densenet-121", "unet"})
    void theTextOfEachKernelParsesBack(String name) {
        for (LoopKernel kernel : kernels(name)) {
            assertEquals(kernel, LoopParser.parse(LoopPrinter.print(kernel)));
        }
    }

    /// In the order in which they are first used.
    private static List<LoopKernel> kernels(String name) {
        Map<String, String> arguments = name.equals("unet") ? Map.of("size", "188", "width", "2") : Map.of();
        Graph graph = OnnxImporter.read(Zoo.network(name, arguments).model()).graph();
        String input = graph.inputNames().getFirst();
        TensorType type = graph.inputs().getFirst().tensorType();
        TensorType one = type.withShape(type.shape().bind(Map.of("N", Dimension.of(1))));
        Graph prepared = Compiler.pipeline(Numerics.FAST).run(Specialization.of(graph, Map.of(input, one)).graph());
        try (Arena arena = Arena.ofShared()) {
            return new GraphLowering(prepared, Target.virtualMachine(LANES), Numerics.FAST, arena).lower().kernels();
        }
    }
}
