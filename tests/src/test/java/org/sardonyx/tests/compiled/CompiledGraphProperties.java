package org.sardonyx.tests.compiled;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.passes.RandomGraph;
import org.sardonyx.passes.Values;
import org.sardonyx.runtime.Device;
import org.sardonyx.runtime.Session;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.tests.TestDevices;

/// Generated graphs, through the passes and compiled, compute what the interpreter does, on one thread and on three the same
/// bits.
class CompiledGraphProperties {
    @Property(tries = 300, seed = "20261125")
    void compiledGraphsComputeTheSame(@ForAll long seed, @ForAll @IntRange(min = 2, max = 16) int nodes) {
        Graph graph = RandomGraph.of(seed, nodes, true);
        Assume.that(Values.isDefined(graph));
        for (Device device : TestDevices.present()) {
            check(graph, device);
        }
    }

    @Property(tries = 40, seed = "20261128")
    void graphsForGpusComputeTheSame(@ForAll long seed, @ForAll @IntRange(min = 2, max = 16) int nodes) {
        Graph graph = RandomGraph.of(seed, nodes, true);
        Assume.that(Values.isDefined(graph) && TestDevices.present().size() > 1);
        check(graph, TestDevices.get(TestDevices.GPU));
    }

    private static void check(Graph graph, Device device) {
        Values.assertClose(graph, inputs -> {
            List<Value> alone = run(graph, device, inputs, 1);
            List<Value> together = run(graph, device, inputs, 3);
            for (int i = 0; i < alone.size(); i++) {
                assertTrue(((Tensor) alone.get(i)).sameContent((Tensor) together.get(i)), "threads change bits");
            }
            return alone;
        });
    }

    private static List<Value> run(Graph graph, Device device, List<Tensor> inputs, int threads) {
        Map<String, Tensor> named = new LinkedHashMap<>();
        graph.inputNames().forEach(name -> named.put(name, inputs.get(named.size())));
        try (Session session = Session.open(graph, device, SessionOptions.DEFAULT.withThreads(threads))) {
            session.run(named);
            return List.copyOf(session.run(named).values());
        }
    }
}
