package org.sardonyx.tests.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

import org.sardonyx.codegen.lower.LoweredGraph;
import org.sardonyx.codegen.opencl.OpenClCompiler;
import org.sardonyx.codegen.opencl.OpenClDevice;
import org.sardonyx.frontend.language.Network;
import org.sardonyx.frontend.onnx.OnnxImporter;
import org.sardonyx.frontend.zoo.Zoo;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Specialization;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.Device;
import org.sardonyx.runtime.Numerics;
import org.sardonyx.runtime.RunListener;
import org.sardonyx.runtime.Session;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.opencl.DeviceFacts;
import org.sardonyx.runtime.opencl.Dispatch;
import org.sardonyx.runtime.opencl.OpenClContext;
import org.sardonyx.runtime.opencl.OpenClDevices;
import org.sardonyx.runtime.program.ProgramExecutor;
import org.sardonyx.tests.TestDevices;
import org.sardonyx.tests.TestTensors;

/// Networks whose factors are multiplied by tensor cores. As no device of a test has these, their one instruction is emulated; all else is
/// compiled and run as it was rendered.
class TensorCoresTest {
    private static final double TOLERANCE = 2e-3;

    /// The OpenCL device, taken for a GPU that has them.
    private static OpenClContext context() {
        TestDevices.get("opencl");
        OpenClContext found = OpenClDevices.find().contexts().getFirst();
        return found.with(found.facts().as(DeviceFacts.Kind.GPU).withTensorCores(true));
    }

    static Stream<Arguments> layers() {
        return Stream.of("conv 5 3 p1 relu conv 7 3 + 1", "conv 64 1x1 conv 7 3", "conv 96 1x1 resize 2 conv 128 3 p1",
                "flatten linear 40", "conv 12 3 s2 p1 g=3 sigmoid globalavgpool conv 20 1x1")
                .flatMap(layers -> Stream.of(Numerics.TF32, Numerics.HALF)
                        .map(numerics -> Arguments.of(layers, numerics)));
    }

    /// Sizes that are no multiples of anything, groups of channels, and slices of sums.
    @ParameterizedTest
    @MethodSource("layers")
    void layersOfAllKinds(String layers, Numerics numerics) {
        String text = "network layers; input x: float[N, 9, 11, 13]; init uniform(0.5); " + layers;
        check(OnnxImporter.read(Network.read("layers.net", _ -> Optional.of(text), Map.of()).model()).graph(), 5,
                numerics);
    }

    static Stream<Arguments> networks() {
        return Stream.of(Arguments.of("lenet5", Numerics.HALF), Arguments.of("squeezenet-1.1", Numerics.TF32));
    }

    /// A fifth of what is promised.
    @ParameterizedTest
    @MethodSource("networks")
    void networksStayWithinAHundredth(String network, Numerics numerics) {
        check(OnnxImporter.read(Zoo.network(network, Map.of()).model()).graph(), 1, numerics);
    }

    private static void check(Graph graph, long batch, Numerics numerics) {
        Tensor input = TestTensors.random(TestTensors.inputType(graph, batch), 1);
        Map<String, Tensor> inputs = Map.of(graph.inputNames().getFirst(), input);
        Graph fixed = Specialization.of(graph, Map.of(graph.inputNames().getFirst(), input.type())).graph();
        OpenClContext context = context();
        Map<String, Value> found;
        Map<String, Value> again;
        try (Arena memory = Arena.ofShared()) {
            OpenClCompiler compiler = new OpenClCompiler(context.facts());
            LoweredGraph lowered = compiler.lower(fixed, numerics, memory);
            List<List<Dispatch>> steps = compiler.dispatches(lowered);
            assertTrue(steps.stream().flatMap(List::stream).map(Dispatch::source)
                    .anyMatch(source -> source.definitions().stream().anyMatch(text -> text.contains("mma.sync"))));
            List<List<Dispatch>> emulated =
                    steps.stream().map(step -> step.stream().map(EmulatedMatrices::emulated).toList()).toList();
            try (ProgramExecutor executor = context.executor(lowered.program(), emulated, new Interpreter(), () -> {},
                    RunListener.NONE)) {
                found = executor.run(List.of(input), RunListener.NONE);
                again = executor.run(List.of(input), RunListener.NONE);
            }
        }
        new Interpreter().run(fixed, inputs).forEach((name, value) -> {
            TestTensors.assertWithin(TOLERANCE, name, (Tensor) value, (Tensor) found.get(name));
            assertTrue(((Tensor) found.get(name)).sameContent((Tensor) again.get(name)), "two runs differ");
        });
    }

    /// A driver that says it had them, and does not take the instruction.
    @Test
    void aDeviceThatFailsTheTrialGetsOtherKernels() {
        OpenClDevice device = new OpenClDevice("opencl:0", context());
        assertEquals(Optional.empty(), device.asFast(Numerics.HALF), "float16 is stored nevertheless");
        String reason = device.asFast(Numerics.TF32).orElseThrow();
        assertTrue(reason.startsWith("opencl:0 has no tensor cores that can be used: its driver does not take them: "),
                reason);
        sameAsFast(device);
    }

    @Test
    void otherDevicesTakeItAsFast() {
        assertEquals(Optional.of("jvm is no GPU"), TestDevices.get("jvm").asFast(Numerics.TF32));
        Device gpu = TestDevices.get(TestDevices.GPU);
        assertEquals(
                Optional.of(TestDevices.GPU + " has no tensor cores that can be used: only NVIDIA's GPUs since compute "
                        + "capability 8.0 have those that are known"),
                gpu.asFast(Numerics.TF32));
        assertFalse(TestDevices.get("opencl").asFast(Numerics.HALF).isEmpty());
        sameAsFast(gpu);
        sameAsFast(TestDevices.get("jvm"));
    }

    private static void sameAsFast(Device device) {
        Graph graph = OnnxImporter.read(Zoo.network("lenet5", Map.of()).model()).graph();
        Map<String, Tensor> input =
                Map.of(graph.inputNames().getFirst(), TestTensors.random(TestTensors.inputType(graph, 2), 1));
        try (Session session = Session.open(graph, device, SessionOptions.DEFAULT.withNumerics(Numerics.TF32));
                Session fast = Session.open(graph, device, SessionOptions.DEFAULT)) {
            Map<String, Value> expected = fast.run(input);
            session.run(input).forEach((name, value) -> assertTrue(
                    ((Tensor) value).sameContent((Tensor) expected.get(name)), name));
        }
    }
}
