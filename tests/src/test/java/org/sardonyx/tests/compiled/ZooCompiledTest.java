package org.sardonyx.tests.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sardonyx.codegen.Compiler;
import org.sardonyx.frontend.onnx.OnnxImporter;
import org.sardonyx.frontend.zoo.Zoo;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Specialization;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.Numerics;
import org.sardonyx.runtime.Session;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.program.Program;
import org.sardonyx.runtime.program.Step;
import org.sardonyx.tests.TestDevices;
import org.sardonyx.tests.TestTensors;

/// The networks of the zoo run as kernels alone and agree with the interpreter. The small ones are run in every build, all of
/// them with
///
/// ```console
/// $ mvn verify -pl tests -am -Dzoo=all -Dtest=ZooCompiledTest -Dsurefire.failIfNoSpecifiedTests=false
/// ```
class ZooCompiledTest {
    private static final List<String> SMALL = List.of("lenet5", "lenet-20-50", "nin", "squeezenet-1.1", "mobilenet-v2",
            "shufflenet-v1", "context", "conv1d-audio", "conv3d-video");
    /// Small forms of large networks: what is left out is only size.
    private static final Map<String, Map<String, String>> SHRUNK = Map.of("unet", Map.of("size", "188", "width", "4"),
            "style-transfer", Map.of("size", "32"), "style-features", Map.of("size", "32"), "densenet-121",
            Map.of("growth", "4"));

    private static boolean all() {
        return "all".equals(System.getProperty("zoo"));
    }

    static Stream<Arguments> networks() {
        return TestDevices.compiling().flatMap(device -> names().map(name -> Arguments.of(device, name)));
    }

    private static Stream<String> names() {
        return all() ? Zoo.names().stream() : Stream.concat(SMALL.stream(), SHRUNK.keySet().stream().sorted());
    }

    private static Graph graph(String name) {
        Graph graph = OnnxImporter
                .read(Zoo.network(name, all() ? Map.of() : SHRUNK.getOrDefault(name, Map.of())).model()).graph();
        return Specialization.of(graph, Map.of(graph.inputNames().getFirst(), TestTensors.inputType(graph, 1))).graph();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void isCompiledAsAWholeAndAgrees(String device, String name) {
        Graph graph = graph(name);
        String inputName = graph.inputNames().getFirst();
        Tensor input = TestTensors.random(TestTensors.inputType(graph, 1), 1);
        try (Session session =
                Session.open(graph, TestDevices.get(device), SessionOptions.DEFAULT.withThreads(2))) {
            Program program = session.program(Map.of(inputName, input.type())).orElseThrow();
            assertEquals(List.of(), program.steps().stream().filter(Step.HostStep.class::isInstance)
                    .map(Step::description).toList());
            assertTrue(program.memory().arenaBytes() <= 1.05 * program.memory().lowerBound(),
                    program.memory().toString());
            Map<String, Value> expected = new Interpreter().run(graph, Map.of(inputName, input));
            Map<String, Value> found = session.run(Map.of(inputName, input));
            expected.forEach(
                    (output, value) -> TestTensors.assertClose(output, (Tensor) value, (Tensor) found.get(output)));
        }
    }

    @Test
    void residualNetworksTakeFewLaunches() {
        assertTrue(Compiler.lower(graph("resnet-50"), Numerics.FAST, Arena.ofAuto()).program().steps().size() <= 60);
    }
}
