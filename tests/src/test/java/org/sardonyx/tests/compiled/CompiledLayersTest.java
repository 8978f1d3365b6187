package org.sardonyx.tests.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.sardonyx.codegen.Compiler;
import org.sardonyx.frontend.language.Network;
import org.sardonyx.frontend.onnx.OnnxImporter;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Specialization;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.Numerics;
import org.sardonyx.runtime.Session;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.program.Program;
import org.sardonyx.runtime.program.Step;
import org.sardonyx.tests.TestDevices;
import org.sardonyx.tests.TestTensors;

/// Layers of every kind in shapes that are no multiples of a tile, alone and one after the other.
class CompiledLayersTest {
    /// Layers on each device.
    static Stream<Arguments> compiledEverywhere() {
        return Stream.concat(TestDevices.compiling(), Stream.of(TestDevices.GPU))
                .flatMap(device -> compiled().map(layers -> Arguments.of(device, layers)));
    }

    static Stream<Arguments> mixedEverywhere() {
        return TestDevices.compiling().flatMap(device -> mixed().map(layers -> Arguments.of(device, layers)));
    }

    static Stream<Arguments> inWinogradsForm() {
        return TestDevices.compiling().flatMap(device -> Stream.of("conv 32 1x1 conv 48 3 p1 relu",
                "conv 64 1x1 conv 64 3 p=[0, 1, 2, 3] bn + 1 relu", "conv 160 1x1 relu conv 192 3 p1 conv 160 3",
                "c = conv 64 3 p1 relu; c conv 64 3 p1 + c").map(layers -> Arguments.of(device, layers)));
    }

    /// Networks of which every step is a kernel.
    static Stream<String> compiled() {
        return Stream.of("conv 4 3x3", "conv 5 3x5 s2 p=[0, 1, 2, 3] d=1x2 nobias",
                "conv 6 3x5 s2 p=[0, 1, 2, 3] d=1x2 g=3 nobias", "conv 64 1x1 relu",
                "conv 48 3 p1 relu conv 17 3 p1 relu", "conv 33 3 same", "conv 4 2 s2 same", "conv 9 3 p1 bn + x relu",
                "conv 9 1x1 bn + x relu", "conv 9 1x1 * x", "conv 16 5 p2 s2 conv 130 1x1 s2", "conv 6 3x3 d3 p3 g=3",
                "conv 16 1x1 relu conv 3 5 p2 relu", "conv 32 1x1 conv 2 1x1 + 1", "conv 16 1x1 conv 8 3 s2 p1 bn relu",
                "conv 16 1x1 conv 1 3x2 d=2x1 p=[2, 1, 0, 1]", "conv 3 3 p1 tanh", "conv 7 3 bn + 1 sigmoid * 2",
                "c = conv 5 3 p1; c sigmoid * c", "c = conv 5 3 p1; c tanh + c",
                "conv 150 3 p1 g=3 relu",
                "depthwise 3 s2 p1", "depthwise 5 p2 bn relu6 conv 9 1x1", "depthwise 3 d2", "maxpool 2",
                "maxpool 3x3 s2 p1",
                "maxpool 3x3 s2 p1 ceil", "avgpool 3 s1 p1 counted", "avgpool 2", "conv 8 3 p1 maxpool 2 conv 8 3 p1",
                "globalavgpool", "globalmaxpool", "relu", "conv 8 3 sigmoid", "tanh leakyrelu 0.1", "relu6",
                "* 2 + 3",
                "conv 12 3 prelu", "flatten linear 3", "flatten linear 200 relu linear 1",
                "conv 3 3 relu flatten linear 40",
                "globalavgpool flatten linear 10", "reshape 0 9 -1 linear 5 relu", "swish", "conv 8 1x1 swish",
                "softmax", "conv 4 3 softmax", "flatten softmax", "instancenorm relu",
                "conv 8 3 instancenorm relu conv 4 3",
                "ReduceSum(x, [3]) keepdims=0", "ReduceMax(x, [1]) + x", "ReduceMean(x, [0, 1])",
                "ReduceMin(x, [2]) keepdims=0 relu",
                "r = ReduceMean(x, [1]); Sub(x, r)", "avgpool 3 s2 p1", "avgpool 3 s2 ceil relu",
                "c = conv 16 1x1; m = ReduceMean(c, [1]); Sub(c, m) relu",
                "MatMul(x, Transpose(x) perm=[0, 1, 3, 2]) relu",
                "t = reshape 0 9 143; MatMul(t, Transpose(t) perm=[0, 2, 1]) * 0.5",
                "reshape 0 9 143 conv 20 5 s2 p2 relu maxpool 3 conv 4 3",
                "reshape 0 9 143 avgpool 4 s2 p1 conv 6 4 g=3 bn relu",
                "reshape 0 9 143 deconv 5 4 s2 p1 relu deconv 3 3 s3 outpad=1",
                "reshape 0 3 3 11 13 conv 20 3 p1 relu maxpool 2x2x3 conv 4 1x3x1",
                "reshape 0 9 1 11 13 maxpool 1x3x2 s1",
                "Pad(x, [0, 1, 0, 2, 0, 0, 3, 0]) * 2", "resize 2 conv 3 3", "resize 2 bilinear conv 3 3 p1",
                "conv 20 1x1 resize to=17x5 bilinear relu", "resize to=5x30 cubic", "resize to=7x29",
                "Resize(x, [], [1.0, 1.0, 3.0, 1.0]) mode=\"linear\" + 1",
                "Resize(x, [], [1.0, 1.0, 1.7, 0.6]) mode=\"linear\" coordinate_transformation_mode=\"align_corners\"",
                "transpose 0 2 3 1; Resize(here, [], [1.0, 1.7, 0.6, 1.0]) mode=\"linear\"",
                "conv 4 1x1 relu resize 3 conv 3 3 p1",
                "deconv 4 4 s2 p1 relu conv 2 1x1", "d = deconv 5 4 s2 p1 relu; deconv 5 4 s2 p1 + d",
                "t = reshape 0 9 143; u = Transpose(t) perm=[0, 2, 1]; a = MatMul(t, u) sigmoid; MatMul(t, u) * 0.1 + a",
                "deconv 5 3x2 s3x2 d2x1", "deconv 20 3 s2 p1 outpad=1 relu",
                "conv 6 1x1 deconv 9 2x5 s1x3 p=[0, 1, 1, 2] g=3 sigmoid", "deconv 3 2 s3 + 1",
                "transpose 0 2 3 1 linear_", "transpose 0 3 1 2 conv 4 3", "transpose 0 2 1 3",
                "pad 1 reflect conv 3 3",
                "conv 8 1x1 pad 2 reflect conv 4 5 relu", "Pad(x, [0, 0, 1, 3, 0, 0, 2, 0]) mode=\"edge\" maxpool 2",
                "Slice(x, [1, 2, 1], [9, 10, 12], [1, 2, 3], [2, 3, 1]) relu",
                "conv 20 1x1; c = Slice(here, [2, 3, 1], [18, 9, 12], [1, 2, 3], [1, 2, 1]); c conv 5 3 p1; c relu",
                "conv 8 3 p1; Slice(here, [1, 2], [10, 11], [2, 3]) conv 8 3 p1", "Slice(x, [9], [0], [2], [-2])",
                "concat(conv 4 3 p1 relu, x) conv 3 1x1", "lrn 5 conv 4 3", "conv 32 1x1 relu lrn 3 conv 4 3",
                "a = conv 16 1x1; b = concat(a, conv 8 3 p1) conv 16 3 p1 relu; concat(b, a, x, a) conv 5 3 p1",
                "concat(x, x) maxpool 2", "concat(relu, tanh) depthwise 3 p1", "concat(flatten, flatten) linear 4",
                "conv 7 3 p1; a = relu; a + tanh", "s = globalavgpool conv 9 1x1 sigmoid; conv 9 1x1 * s",
                "reshape 0 -1 linear 7", "dropout conv 4 3", "conv 20 3 elu", "conv 8 3 gelu conv 4 1x1", "softplus",
                "conv 9 3 p1 mish + x", "selu", "celu", "Floor(x)", "conv 4 3 Round", "Ceil(x) + x", "Sign(x)",
                "shuffle 3 conv 4 1x1", "maxout 3", "adaptiveavgpool 3",
                "conv 4 3; a, b = Split(here) axis=1 num_outputs=2; a + b relu");
    }

    /// Networks of which some steps are evaluated by the interpreter.
    static Stream<String> mixed() {
        return Stream.of("Shape(x)", "TopK(x, [2]) axis=1", "conv 4 3 Sin", "hardmax");
    }

    private static Graph graph(String layers) {
        String text = "network layers; input x: float[N, 9, 11, 13]; init uniform(0.5); "
                + layers.replace(" linear_", " reshape 0 -1 9 linear 4");
        return OnnxImporter.read(Network.read("layers.net", file -> Optional.of(text), Map.of()).model()).graph();
    }

    private static Program check(String device, String layers, long batch) {
        Graph graph = Specialization.of(graph(layers),
                Map.of("x", TensorType.of(DataType.FLOAT32, batch, 9, 11, 13))).graph();
        Tensor x = TestTensors.random(TensorType.of(DataType.FLOAT32, batch, 9, 11, 13), 5);
        Map<String, Value> expected = new Interpreter().run(graph, Map.of("x", x));
        Program program;
        Map<String, Value> first;
        Map<String, Value> second;
        try (Session session = Session.open(graph, TestDevices.get(device), SessionOptions.DEFAULT.withThreads(2))) {
            program = session.program(Map.of("x", x.type())).orElseThrow();
            first = session.run(Map.of("x", x));
            second = session.run(Map.of("x", x));
        }
        expected.forEach((name, value) -> {
            if (((Tensor) value).dataType() == DataType.FLOAT32) {
                TestTensors.assertClose(name, (Tensor) value, (Tensor) first.get(name));
            }
            assertTrue(((Tensor) first.get(name)).sameContent((Tensor) second.get(name)),
                    name + " differs between runs");
        });
        assertEquals(expected.keySet(), first.keySet());
        return program;
    }

    @ParameterizedTest
    @MethodSource("compiledEverywhere")
    void isCompiledAsAWhole(String device, String layers) {
        for (long batch : List.of(1L, 3L)) {
            Program program = check(device, layers, batch);
            assertEquals(List.of(), program.steps().stream().filter(Step.HostStep.class::isInstance)
                    .map(Step::description).toList());
            assertTrue(program.memory().arenaBytes() <= program.memory().lowerBound() * 1.05,
                    () -> program.memory().toString());
        }
    }

    /// Convolutions in Winograd's form: all tiles at once, or some rows of them at a time; tiles that reach beyond the result.
    @ParameterizedTest
    @MethodSource("inWinogradsForm")
    void isCompiledInWinogradsForm(String device, String layers) {
        for (long batch : List.of(1L, 2L, 9L)) {
            Program program = check(device, layers, batch);
            assertTrue(program.steps().stream().anyMatch(step -> step.description().contains("Winograd")), layers);
        }
    }

    /// On a GPU where there is so much to compute that the transforms do not count: both sizes of tiles, edges of all sorts.
    @ParameterizedTest
    @ValueSource(
            strings = {"conv 96 1x1 resize 2 conv 128 3 p1 relu", "conv 128 1x1 resize 2 conv 126 3 p=[0, 1, 2, 3] bn",
                "c = conv 64 1x1 resize 3; c conv 64 3 + 1 relu", "conv 256 1x1 conv 256 3 p1 sigmoid"})
    void isInWinogradsFormOnAGpu(String layers) {
        Program program = check(TestDevices.GPU, layers, 2);
        assertTrue(program.steps().stream().anyMatch(step -> step.description().contains("Winograd")), layers);
    }

    /// Sums of few places and long windows are cut into slices, others not.
    @Test
    void longWindowsAreCutOnAGpu() {
        for (Map.Entry<String, Boolean> layers : Map
                .of("conv 64 1x1 maxpool 3 conv 7 3 relu + 1", true, "flatten linear 6", true, "conv 60 1x1", false)
                .entrySet()) {
            Program program = check(TestDevices.GPU, layers.getKey(), 5);
            assertEquals(layers.getValue(), program.kernels().contains("slices"), layers.getKey());
        }
    }

    /// What has no form in kernels does not take the convolution before it to the host.
    @Test
    void onlyWhatHasNoKernelIsOnTheHost() {
        Program program = check("jvm", "conv 4 3 Sin conv 5 3", 1);
        assertEquals(1, program.steps().stream().filter(Step.HostStep.class::isInstance).count());
    }

    @Test
    void strictNumericsKnowsNoWinograd() {
        Graph graph = Specialization.of(graph("conv 64 1x1 conv 64 3 p1"),
                Map.of("x", TensorType.of(DataType.FLOAT32, 1, 9, 11, 13))).graph();
        Program program = Compiler.lower(graph, Numerics.STRICT, Arena.ofAuto()).program();
        assertTrue(program.steps().stream().noneMatch(step -> step.description().contains("Winograd")));
    }

    @ParameterizedTest
    @MethodSource("mixedEverywhere")
    void isCompiledInPart(String device, String layers) {
        check(device, layers, 1);
        check(device, layers, 2);
    }

    @Test
    void oneThreadAndThreeGiveTheSameBits() {
        Graph graph = Specialization.of(graph("conv 40 3 p1 relu conv 9 3 p1 + x maxpool 2 flatten linear 20"),
                Map.of("x", TensorType.of(DataType.FLOAT32, 2, 9, 11, 13))).graph();
        Tensor x = TestTensors.random(TensorType.of(DataType.FLOAT32, 2, 9, 11, 13), 6);
        Tensor alone = null;
        for (int threads = 1; threads <= 3; threads++) {
            try (Session session =
                    Session.open(graph, TestDevices.get("jvm"), SessionOptions.DEFAULT.withThreads(threads))) {
                Tensor found = (Tensor) session.run(Map.of("x", x)).get("output");
                alone = alone == null ? found : alone;
                assertTrue(alone.sameContent(found), threads + " threads");
            }
        }
    }
}
