package org.sardonyx.tests.passes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.sardonyx.frontend.ModelFile;
import org.sardonyx.frontend.zoo.Zoo;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.operator.Constant;
import org.sardonyx.ir.operator.Input;
import org.sardonyx.ir.operator.Reshape;
import org.sardonyx.ir.text.GraphPrinter;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.passes.Pipeline;
import org.sardonyx.tests.text.GoldenText;
import org.sardonyx.tests.text.GraphChecks;
import org.sardonyx.tests.TestTensors;

/// Networks of the zoo before and after the standard passes: the values, the number of kernels, and the text. By values the
/// cheap ones are compared in every build, all of them with `-Dzoo=all`.
class OptimisedZooTest {
    private static final List<String> CHEAP = List.of("lenet5", "lenet-20-50", "nin", "squeezenet-1.1", "shufflenet-v1",
            "mobilenet-v2", "context", "conv1d-audio");
    /// Small forms of large networks: what is left out is only size.
    private static final Map<String, Map<String, String>> SHRUNK = Map.of("unet", Map.of("size", "188", "width", "2"),
            "style-transfer", Map.of("size", "32"), "style-features", Map.of("size", "32"), "densenet-121",
            Map.of("growth", "4"));

    @TempDir
    private Path folder;

    private Graph read(String name, Map<String, String> arguments) {
        Path file = folder.resolve(name + ".onnx");
        ModelFile.write(Zoo.network(name, arguments).model(), file);
        return ModelFile.read(file).graph();
    }

    private static Graph optimised(Graph graph) {
        return Pipeline.standard().run(graph, step -> assertTrue(step.journal().settled(), step.pass().name()));
    }

    static Stream<String> networks() {
        return "all".equals(System.getProperty("zoo"))
                ? Zoo.names().stream()
                : Stream.concat(CHEAP.stream(), SHRUNK.keySet().stream().sorted());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void computesTheSame(String name) {
        boolean all = "all".equals(System.getProperty("zoo"));
        Graph graph = read(name, all ? Map.of() : SHRUNK.getOrDefault(name, Map.of()));
        Graph optimised = optimised(graph);
        GraphChecks.check(optimised, "the passes");
        Map<String, Tensor> inputs =
                Map.of(graph.inputNames().getFirst(), TestTensors.random(TestTensors.inputType(graph, 1), 1));
        Map<String, Value> expected = new Interpreter().run(graph, inputs);
        Map<String, Value> found = new Interpreter().run(optimised, inputs);
        assertEquals(expected.keySet(), found.keySet());
        expected.forEach(
                (output, value) -> TestTensors.assertWithin(1e-4, output, (Tensor) value, (Tensor) found.get(output)));
        assertEquals(GraphPrinter.print(optimised).text(), GraphPrinter.print(optimised(optimised)).text());
    }

    @ParameterizedTest
    @CsvSource({"resnet-50, 60", "resnet-18, 24", "squeezenet-1.1, 38", "mobilenet-v2, 54"})
    void needsFewKernels(String name, int most) {
        Graph optimised = optimised(read(name, Map.of()));
        assertTrue(kernels(optimised) <= most, () -> kernels(optimised) + " kernels");
    }

    /// VGG-16, whose weights are not needed to count.
    @ParameterizedTest
    @CsvSource({"vgg-d, 25"})
    void needsFewKernelsWithoutWeights(String name, int most) {
        Graph optimised = optimised(Zoo.network(name, Map.of()).graph());
        assertTrue(kernels(optimised) <= most, () -> kernels(optimised) + " kernels");
    }

    /// A reshape is another view of the same memory.
    private static long kernels(Graph graph) {
        return graph.nodes().stream().filter(node -> switch (node.operator()) {
            case Input _,Constant _,Reshape _ -> false;
            default -> true;
        }).count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lenet5", "nin", "squeezenet-1.1", "resnet-18"})
    void becomesTheText(String name) throws IOException {
        GoldenText.check("passes/" + name + ".txt", GraphPrinter.print(optimised(read(name, Map.of()))).text());
    }
}
