package org.sardonyx.tests.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.Device;
import org.sardonyx.runtime.Session;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.tests.TestDevices;
import org.sardonyx.tests.TestTensors;

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
                Map<String, Tensor> inputs =
                        Map.of("x", TestTensors.random(TestTensors.inputType(network.graph(), batch), seed));
                Tensor expected = only(new Interpreter().run(network.graph(), inputs));
                Tensor found = only(alone.run(inputs));
                String text = device.name() + ": " + network.text();
                TestTensors.assertWithin(TOLERANCE, text, expected, found);
                assertTrue(found.sameContent(only(alone.run(inputs))), text + "two runs differ");
                assertTrue(found.sameContent(only(together.run(inputs))), text + "threads change bits");
            }
        }
    }

    private static Tensor only(Map<String, Value> outputs) {
        assertEquals(1, outputs.size());
        return (Tensor) outputs.values().iterator().next();
    }
}
