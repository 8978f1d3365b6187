package org.sardonyx.passes.rewrite;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.operator.Fusion;
import org.sardonyx.ir.operator.Operator;

/// A pass that applies rules until none fires.
///
/// @param rules asked in this order
public record RewritePass(String name, List<Rule> rules) implements Pass {
    /// A graph is gone through so often at most. Rules that move something towards the inputs need a sweep for each step;
    /// what they have not done by then stays undone.
    private static final int MOST_SWEEPS = 50;
    /// How many rewrites a graph may take for each of its nodes, and how many any graph may take: a model that is made to
    /// keep rules busy is left as it is by then.
    private static final long MOST_REWRITES_PER_NODE = 4;
    private static final long MOST_REWRITES_AT_LEAST = 10_000;

    public RewritePass {
        rules = List.copyOf(rules);
    }

    /// @throws IllegalStateException if rules undo each other, or one changes a type
    @Override
    public Graph run(Graph graph, Journal journal) {
        return new Nested(journal).run(graph);
    }

    /// One run over a graph and the graphs of its operators; a graph that several operators run is rewritten once.
    private final class Nested {
        private final Journal journal;
        private final Map<Graph, Graph> rewritten = new HashMap<>();

        Nested(Journal journal) {
            this.journal = journal;
        }

        Graph run(Graph graph) {
            Graph current = graph;
            long left = MOST_REWRITES_AT_LEAST + MOST_REWRITES_PER_NODE * graph.nodes().size();
            for (int sweep = 0; sweep < MOST_SWEEPS && left > 0; sweep++) {
                journal.reconsider();
                Sweep next = new Sweep(RewritePass.this, current, journal, this::inner);
                current = next.run();
                left -= next.fired();
                if (next.fired() == 0) {
                    return current;
                }
            }
            journal.unsettled();
            return current;
        }

        /// The operator over rewritten graphs. Graphs are nested only so deep, importers see to that.
        private Operator inner(Operator operator) {
            if (operator.graphs().isEmpty() || operator instanceof Fusion) {
                return operator;
            }
            List<Graph> graphs = operator.graphs();
            for (Graph graph : graphs) {
                if (!rewritten.containsKey(graph)) {
                    Graph result = run(graph);
                    rewritten.put(graph, result);
                    rewritten.put(result, result);
                }
            }
            return operator.withGraphs(graphs.stream().map(rewritten::get).toList());
        }
    }
}
