package org.sardonyx.passes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.GraphVerifier;
import org.sardonyx.ir.text.GraphParser;
import org.sardonyx.ir.text.GraphPrinter;
import org.sardonyx.passes.fusion.FusionLimits;
import org.sardonyx.passes.rewrite.Pass;

/// Passes on generated graphs.
class PipelineProperties {
    private static final FusionLimits EVERYTHING = new FusionLimits(64, 16, true, true, 1000, _ -> true);

    private static Graph run(Pipeline pipeline, Graph graph) {
        Graph optimised = pipeline.run(graph, step -> assertTrue(step.journal().settled(), step.pass().name()));
        GraphPrinter.Text text = GraphPrinter.print(optimised);
        Graph parsed = GraphParser.parse(text.text(), text.tensors());
        GraphVerifier.verify(parsed, "the parser");
        return optimised;
    }

    @Property(tries = 400, seed = "20261121")
    void allButFoldingAndRaisingComputesTheSameBits(@ForAll long seed, @ForAll @IntRange(min = 2, max = 25) int nodes,
            @ForAll @IntRange(min = 2, max = 9) int members) {
        FusionLimits limits = new FusionLimits(members, 2 + members / 2, true, true, 1000, _ -> true);
        Graph graph = RandomGraph.of(seed, nodes, false);
        Assume.that(Values.isDefined(graph));
        Pipeline exact = new Pipeline(Pipeline.standard(limits).passes().stream()
                .filter(pass -> !List.of("fold", "raise").contains(pass.name())).toList());
        Values.assertSame(graph, run(exact, graph));
    }

    @Property(tries = 400, seed = "20261122")
    void foldingRoundsWeightsOnly(@ForAll long seed, @ForAll @IntRange(min = 2, max = 12) int nodes) {
        Graph graph = RandomGraph.of(seed, nodes, true);
        Assume.that(Values.isDefined(graph));
        Values.assertClose(graph, run(Pipeline.standard(), graph));
    }

    @Property(tries = 200, seed = "20261124")
    void eachPassAloneComputesTheSame(@ForAll long seed, @ForAll @IntRange(min = 2, max = 12) int nodes) {
        Graph graph = RandomGraph.of(seed, nodes, true);
        Assume.that(Values.isDefined(graph));
        for (Pass pass : Pipeline.standard().passes()) {
            Values.assertClose(graph, run(new Pipeline(List.of(pass)), graph));
        }
    }

    @Property(tries = 200, seed = "20261123")
    void aSecondRunChangesNothing(@ForAll long seed, @ForAll @IntRange(min = 2, max = 25) int nodes) {
        Graph once = run(Pipeline.standard(EVERYTHING), RandomGraph.of(seed, nodes, true));
        assertEquals(GraphPrinter.print(once).text(),
                GraphPrinter.print(run(Pipeline.standard(EVERYTHING), once)).text());
    }
}
