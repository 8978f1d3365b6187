package org.sardonyx.tests.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.sardonyx.frontend.onnx.OnnxImporter;
import org.sardonyx.frontend.zoo.Zoo;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Specialization;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.runtime.Session;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.program.Step;
import org.sardonyx.tests.TestDevices;
import org.sardonyx.tests.TestTensors;

/// Networks of the zoo in the form that is made for GPUs, on whatever OpenCL device is there: small ones, one image and several.
class ZooOnGpuTest {
    static Stream<Arguments> networks() {
        return Stream.of(Arguments.of("lenet5", Map.of(), 5L), Arguments.of("squeezenet-1.1", Map.of(), 1L),
                Arguments.of("mobilenet-v2", Map.of(), 1L), Arguments.of("shufflenet-v1", Map.of(), 1L),
                Arguments.of("densenet-121", Map.of("growth", "4"), 1L),
                Arguments.of("unet", Map.of("size", "188", "width", "4"), 1L),
                Arguments.of("style-transfer", Map.of("size", "32"), 1L), Arguments.of("conv1d-audio", Map.of(), 1L));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void agrees(String name, Map<String, String> parameters, long batch) {
        Graph graph = OnnxImporter.read(Zoo.network(name, parameters).model()).graph();
        Tensor input = TestTensors.random(TestTensors.inputType(graph, batch), 1);
        Map<String, Tensor> inputs = Map.of(graph.inputNames().getFirst(), input);
        Graph fixed = Specialization.of(graph, Map.of(graph.inputNames().getFirst(), input.type())).graph();
        try (Session session = Session.open(fixed, TestDevices.get(TestDevices.GPU), SessionOptions.DEFAULT)) {
            assertEquals(List.of(), session.program(Map.of(graph.inputNames().getFirst(), input.type())).orElseThrow()
                    .steps().stream().filter(Step.HostStep.class::isInstance).map(Step::description).toList());
            Map<String, ?> found = session.run(inputs);
            Map<String, ?> again = session.run(inputs);
            new Interpreter().run(fixed, inputs).forEach((output, value) -> {
                TestTensors.assertClose(output, (Tensor) value, (Tensor) found.get(output));
                assertTrue(((Tensor) found.get(output)).sameContent((Tensor) again.get(output)), "two runs differ");
            });
        }
    }
}
