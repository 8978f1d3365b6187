package org.sardonyx.ir.interpreter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.InputTypes;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.graph.Origin;
import org.sardonyx.ir.operator.Evaluation;
import org.sardonyx.ir.operator.Input;
import org.sardonyx.ir.value.SequenceValue;
import org.sardonyx.ir.value.Value;

/// One run of a graph with its sub-graphs, which share a budget of steps.
final class Run {
    /// Sub-graphs nested deeper than this are refused; it keeps the stack bounded.
    private static final int MAXIMUM_DEPTH = 100;

    private final long seed;
    private final long stepLimit;
    private long steps;
    private long subgraphRuns;
    private long currentRun;
    private int depth;

    Run(long seed, long stepLimit) {
        this.seed = seed;
        this.stepLimit = stepLimit;
    }

    /// @param progress told of each node of this graph, not of those of its sub-graphs
    List<Value> run(Graph graph, List<? extends Value> inputs, Consumer<Node> progress) {
        if (depth > MAXIMUM_DEPTH) {
            throw new ModelException("sub-graphs are nested deeper than " + MAXIMUM_DEPTH);
        }
        Map<Operand, Value> values = new HashMap<>();
        InputTypes.check(graph, inputs.stream().map(Value::type).toList());
        for (int i = 0; i < inputs.size(); i++) {
            values.put(graph.inputs().get(i), inputs.get(i));
        }
        Map<Operand, Integer> uses = uses(graph);
        for (Node node : graph.nodes()) {
            if (node.operator() instanceof Input) {
                continue;
            }
            progress.accept(node);
            List<Value> operands = new ArrayList<>();
            for (Operand operand : node.operands()) {
                operands.add(values.get(operand));
                if (uses.merge(operand, -1, Integer::sum) == 0) {
                    values.remove(operand);
                }
            }
            List<? extends Value> results = evaluate(node, operands);
            for (int i = 0; i < results.size(); i++) {
                values.put(node.output(i), results.get(i));
            }
        }
        return graph.outputs().values().stream().map(values::get).toList();
    }

    private static Map<Operand, Integer> uses(Graph graph) {
        Map<Operand, Integer> uses = new HashMap<>();
        graph.nodes().forEach(node -> node.operands().forEach(operand -> uses.merge(operand, 1, Integer::sum)));
        graph.outputs().values().forEach(operand -> uses.merge(operand, 1, Integer::sum));
        return uses;
    }

    List<? extends Value> evaluate(Node node, List<? extends Value> operands) {
        List<? extends Value> results;
        try {
            spend(cost(operands));
            results = node.operator().evaluate(new Application(operands));
        } catch (ModelException e) {
            throw node.origin() == Origin.NONE ? e : e.at(node.origin().toString());
        } catch (RuntimeException e) {
            throw new IllegalStateException(node.operator().mnemonic() + " failed at " + node.origin(), e);
        }
        for (int i = 0; i < node.types().size(); i++) {
            if (!node.types().get(i).admits(results.get(i).type())) {
                throw new IllegalStateException(node.operator() + " at " + node.origin() + ": output " + i + " is a "
                        + results.get(i).type() + ", inferred was " + node.types().get(i));
            }
        }
        return results;
    }

    /// A changed sequence is a copy, so that a loop that grows one takes more and more time for each node.
    private static long cost(List<? extends Value> operands) {
        long cost = 1;
        for (Value operand : operands) {
            cost += operand instanceof SequenceValue sequence ? sequence.size() : 0;
        }
        return cost;
    }

    private void spend(long count) {
        steps += count;
        if (steps > stepLimit) {
            throw new ModelException("the run takes more than " + stepLimit + " steps, the limit that is set");
        }
    }

    private final class Application implements Evaluation {
        private final List<? extends Value> operands;

        Application(List<? extends Value> operands) {
            this.operands = operands;
        }

        @Override
        public int count() {
            return operands.size();
        }

        @Override
        public Value value(int operand) {
            return operands.get(operand);
        }

        @Override
        public List<Value> run(Graph graph, List<? extends Value> inputs) {
            long enclosing = currentRun;
            currentRun = ++subgraphRuns;
            depth++;
            try {
                // One step for the graph itself: one that has no nodes takes time too.
                spend(1);
                return Run.this.run(graph, inputs, _ -> {});
            } finally {
                depth--;
                currentRun = enclosing;
            }
        }

        @Override
        public RandomGenerator random(long stream) {
            // The body of a loop draws anew in each iteration.
            return new SplittableRandom((seed * 0x9E3779B97F4A7C15L + stream) * 0xD1342543DE82EF95L + currentRun);
        }
    }
}
