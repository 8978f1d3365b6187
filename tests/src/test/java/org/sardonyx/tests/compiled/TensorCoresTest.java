package org.sardonyx.tests.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.sardonyx.codegen.opencl.OpenClDevice;
import org.sardonyx.frontend.language.Network;
import org.sardonyx.frontend.onnx.OnnxImporter;
import org.sardonyx.frontend.zoo.Zoo;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Specialization;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.loop.MatrixForm;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.Device;
import org.sardonyx.runtime.Numerics;
import org.sardonyx.runtime.Session;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.opencl.DeviceFacts;
import org.sardonyx.runtime.opencl.Dispatch;
import org.sardonyx.runtime.opencl.KernelSource;
import org.sardonyx.runtime.opencl.OpenClContext;
import org.sardonyx.runtime.opencl.OpenClDevices;
import org.sardonyx.tests.TestDevices;
import org.sardonyx.tests.TestTensors;

/// Networks whose factors are multiplied by tensor cores. As no device of a test has these, their one instruction is emulated; all else is
/// compiled and run as it was rendered.
class TensorCoresTest {
    /// Of the largest output, a fifth of what is promised.
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

    @ParameterizedTest
    @EnumSource(names = {"TF32", "HALF"})
    void aNetworkStaysClose(Numerics numerics) {
        check(OnnxImporter.read(Zoo.network("lenet5", Map.of()).model()).graph(), 2, numerics);
    }

    /// Tiles of small matrices are tuned like others: each product is the sum of the same products of matrices.
    @ParameterizedTest
    @EnumSource(names = {"TF32", "HALF"})
    void otherTilesGiveTheSameBits(Numerics numerics) {
        String text =
                "network layers; input x: float[1, 16, 9, 9]; init uniform(0.5); conv 40 3 p1 relu conv 24 1x1";
        Graph graph = OnnxImporter.read(Network.read("layers.net", _ -> Optional.of(text), Map.of()).model()).graph();
        Device device = new OpenClDevice("opencl:0", context(), EmulatedMatrices::emulated);
        assertTrue(OtherTiles.check(graph, device, numerics, 1, new Random(1)) >= 2);
    }

    private static void check(Graph graph, long batch, Numerics numerics) {
        Tensor input = TestTensors.random(TestTensors.inputType(graph, batch), 1);
        Map<String, Tensor> inputs = Map.of(graph.inputNames().getFirst(), input);
        Graph fixed = Specialization.of(graph, Map.of(graph.inputNames().getFirst(), input.type())).graph();
        AtomicInteger products = new AtomicInteger();
        Device device = new OpenClDevice("opencl:0", context(), kernel -> {
            Dispatch emulated = EmulatedMatrices.emulated(kernel);
            products.addAndGet(emulated.source().equals(kernel.source()) ? 0 : 1);
            return emulated;
        });
        assertEquals(Optional.empty(), device.asFast(numerics));
        try (Session session = Session.open(fixed, device, SessionOptions.DEFAULT.withNumerics(numerics))) {
            Map<String, Value> found = session.run(inputs);
            Map<String, Value> again = session.run(inputs);
            assertTrue(products.get() > MatrixForm.values().length, "besides the trial there are products");
            new Interpreter().run(fixed, inputs).forEach((name, value) -> {
                TestTensors.assertWithin(TOLERANCE, name, (Tensor) value, (Tensor) found.get(name));
                assertTrue(((Tensor) found.get(name)).sameContent((Tensor) again.get(name)), "two runs differ");
            });
        }
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

    /// One whose instruction is another one.
    @Test
    void aDeviceThatComputesSomethingElseGetsOtherKernels() {
        OpenClDevice device = new OpenClDevice("opencl:0", context(), kernel -> {
            KernelSource source = kernel.source();
            List<String> definitions = source.definitions().stream().map(text -> text
                    .replaceAll("(?s)__asm__ volatile.*?;\n", "d0 = c0 + 1; d1 = c1; d2 = c2; d3 = c3;\n")).toList();
            return new Dispatch(new KernelSource(source.name(), definitions, source.entry()), kernel.buffers(),
                    kernel.numbers(), kernel.extent(), kernel.groupSize(), kernel.scratchBytes());
        });
        String reason = device.asFast(Numerics.TF32).orElseThrow();
        assertTrue(
                reason.matches("opencl:0 has no tensor cores that can be used: a product of matrices of tf32 gave 4.0 "
                        + "instead of -?[0-9]+.0"),
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
