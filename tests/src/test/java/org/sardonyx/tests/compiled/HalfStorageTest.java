package org.sardonyx.tests.compiled;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.sardonyx.frontend.language.Network;
import org.sardonyx.frontend.onnx.OnnxImporter;
import org.sardonyx.frontend.zoo.Zoo;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Specialization;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.Device;
import org.sardonyx.runtime.Numerics;
import org.sardonyx.runtime.Session;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.program.Program;
import org.sardonyx.tests.TestDevices;
import org.sardonyx.tests.TestTensors;

/// Networks whose weights, and tensors between kernels, are float16 on a GPU, and float32 elsewhere.
class HalfStorageTest {
    private static final double TOLERANCE = 1e-2;
    private static final SessionOptions HALF = SessionOptions.DEFAULT.withNumerics(Numerics.HALF);

    static Stream<Arguments> networks() {
        return Stream.of(Arguments.of("lenet5", Map.of()), Arguments.of("squeezenet-1.1", Map.of()),
                Arguments.of("mobilenet-v2", Map.of()), Arguments.of("shufflenet-v1", Map.of()),
                Arguments.of("densenet-121", Map.of("growth", "4")), Arguments.of("conv1d-audio", Map.of()));
    }

    private static Program check(Graph graph, Device device) {
        Tensor input = TestTensors.random(TestTensors.inputType(graph, 2), 1);
        String name = graph.inputNames().getFirst();
        Graph fixed = Specialization.of(graph, Map.of(name, input.type())).graph();
        try (Session session = Session.open(fixed, device, HALF)) {
            Map<String, Value> found = session.run(Map.of(name, input));
            Map<String, Value> again = session.run(Map.of(name, input));
            new Interpreter().run(fixed, Map.of(name, input)).forEach((output, value) -> {
                TestTensors.assertWithin(TOLERANCE, output, (Tensor) value, (Tensor) found.get(output));
                assertTrue(((Tensor) found.get(output)).sameContent((Tensor) again.get(output)), "two runs differ");
            });
            return session.program(Map.of(name, input.type())).orElseThrow();
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void staysWithinAHundredth(String network, Map<String, String> parameters) {
        Program program = check(OnnxImporter.read(Zoo.network(network, parameters).model()).graph(),
                TestDevices.get(TestDevices.GPU));
        long halves = program.constants().stream().filter(constant -> constant.dataType() == DataType.FLOAT16)
                .mapToLong(Tensor::byteSize).sum();
        assertTrue(halves > program.constantBytes() / 2, network);
    }

    /// Sizes that are no multiples of four, slices of sums, Winograd's form, and values that the host takes and gives.
    @ParameterizedTest
    @ValueSource(strings = {"conv 5 3 p1 relu conv 7 3 + 1", "conv 64 1x1 maxpool 3 conv 7 3", "conv 4 3 Sin conv 5 3",
        "conv 96 1x1 resize 2 conv 128 3 p1", "concat(relu, conv 9 1x1) lrn 3 depthwise 3 p1",
        "softmax flatten linear 6",
        "t = reshape 0 9 143; MatMul(t, Transpose(t) perm=[0, 2, 1]) * 0.5", "globalavgpool conv 20 1x1 sigmoid",
        "resize to=17x5 bilinear"})
    void layersOfAllKinds(String layers) {
        String text = "network layers; input x: float[N, 9, 11, 13]; init uniform(0.5); " + layers;
        check(OnnxImporter.read(Network.read("layers.net", _ -> Optional.of(text), Map.of()).model()).graph(),
                TestDevices.get(TestDevices.GPU));
    }

    @Test
    void takesHalfOfTheMemory() {
        Graph graph = OnnxImporter.read(Zoo.network("squeezenet-1.1", Map.of()).model()).graph();
        Map<String, Tensor> input =
                Map.of(graph.inputNames().getFirst(), TestTensors.random(TestTensors.inputType(graph, 2), 1));
        long[] arena = new long[2];
        for (Numerics numerics : new Numerics[] {Numerics.FAST, Numerics.HALF}) {
            try (Session session = Session.open(graph, TestDevices.get(TestDevices.GPU),
                    SessionOptions.DEFAULT.withNumerics(numerics))) {
                arena[numerics == Numerics.HALF ? 1 : 0] = session
                        .program(Map.of(graph.inputNames().getFirst(), input.values().iterator().next().type()))
                        .orElseThrow().memory().arenaBytes();
            }
        }
        assertTrue(arena[1] < 0.55 * arena[0], arena[1] + " of " + arena[0]);
    }

    @Test
    void otherDevicesTakeItAsFast() {
        Graph graph = OnnxImporter.read(Zoo.network("lenet5", Map.of()).model()).graph();
        Map<String, Tensor> input =
                Map.of(graph.inputNames().getFirst(), TestTensors.random(TestTensors.inputType(graph, 2), 1));
        try (Session half = Session.open(graph, TestDevices.get("jvm"), HALF);
                Session fast = Session.open(graph, TestDevices.get("jvm"), SessionOptions.DEFAULT)) {
            Map<String, Value> expected = fast.run(input);
            half.run(input).forEach((name, value) -> assertTrue(
                    ((Tensor) value).sameContent((Tensor) expected.get(name)), name));
        }
    }
}
