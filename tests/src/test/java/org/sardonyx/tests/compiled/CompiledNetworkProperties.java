package org.sardonyx.tests.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.SplittableRandom;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.Device;
import org.sardonyx.runtime.Session;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.tests.TestDevices;

/// Generated networks compute what the interpreter does, for several batches in one session, on one thread and on three the same
/// bits.
class CompiledNetworkProperties {
    /// Of the largest element; in Winograd's form sums are of other products.
    private static final double TOLERANCE = 1e-3;

    @Property(tries = 100, seed = "20261126")
    void compiledNetworksComputeTheSame(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int layers) {
        RandomNetwork network = RandomNetwork.of(seed, layers);
        for (Device device : TestDevices.present()) {
            check(network, seed, device);
        }
    }

    /// Those that are made for GPUs, of which the driver of a processor takes longer to build the kernels.
    @Property(tries = 20, seed = "20261127")
    void networksForGpusComputeTheSame(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int layers) {
        if (TestDevices.present().size() > 1) {
            check(RandomNetwork.of(seed, layers), seed, TestDevices.get(TestDevices.GPU));
        }
    }

    private static void check(RandomNetwork network, long seed, Device device) {
        try (Session alone = Session.open(network.graph(), device, SessionOptions.DEFAULT.withThreads(1));
                Session together = Session.open(network.graph(), device, SessionOptions.DEFAULT.withThreads(3))) {
            for (long batch = 1; batch <= RandomNetwork.BATCHES; batch++) {
                Map<String, Tensor> inputs = Map.of("x", input(network.graph(), batch, seed));
                Tensor expected = only(new Interpreter().run(network.graph(), inputs));
                Tensor found = only(alone.run(inputs));
                String text = device.name() + ": " + network.text();
                assertClose(expected, found, text);
                assertTrue(found.sameContent(only(alone.run(inputs))), text + "two runs differ");
                assertTrue(found.sameContent(only(together.run(inputs))), text + "threads change bits");
            }
        }
    }

    private static Tensor only(Map<String, Value> outputs) {
        assertEquals(1, outputs.size());
        return (Tensor) outputs.values().iterator().next();
    }

    private static Tensor input(Graph graph, long batch, long seed) {
        long[] sizes = graph.inputs().getFirst().tensorType().shape().dimensions().stream()
                .mapToLong(size -> size.constant().orElse(batch)).toArray();
        Tensor input = Tensor.allocate(DataType.FLOAT32, sizes);
        SplittableRandom random = new SplittableRandom(seed);
        for (long i = 0; i < input.size(); i++) {
            input.setDouble(i, random.nextDouble(-1, 1));
        }
        return input;
    }

    private static void assertClose(Tensor expected, Tensor found, String network) {
        assertEquals(expected.type(), found.type(), network);
        double largest = 1e-6;
        for (long i = 0; i < expected.size(); i++) {
            largest = Math.max(largest, Math.abs(expected.getDouble(i)));
        }
        for (long i = 0; i < expected.size(); i++) {
            assertEquals(expected.getDouble(i), found.getDouble(i), TOLERANCE * largest, network + "element " + i);
        }
    }
}
