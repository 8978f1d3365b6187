package org.sardonyx.ir.interpreter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.graph.Origin;
import org.sardonyx.ir.operator.Evaluation;
import org.sardonyx.ir.operator.Input;
import org.sardonyx.ir.value.Value;

/// Runs a graph node by node. It defines what is right: every other device is compared with it.
///
/// An interpreter has no state but its seed and may be used by several threads.
public final class Interpreter {
    /// Sub-graphs nested deeper than this are refused; it keeps the stack bounded.
    private static final int MAXIMUM_DEPTH = 100;

    private final long seed;
    private final Consumer<Node> progress;
    private final int depth;

    public Interpreter() {
        this(0, _ -> {});
    }

    /// @param seed from which random operators draw; the same seed gives the same numbers
    /// @param progress told of each node of the outermost graph before it runs
    public Interpreter(long seed, Consumer<Node> progress) {
        this(seed, progress, 0);
    }

    private Interpreter(long seed, Consumer<Node> progress, int depth) {
        this.seed = seed;
        this.progress = progress;
        this.depth = depth;
    }

    /// Runs a graph on inputs by name.
    ///
    /// @return the outputs by name, in the graph's order
    /// @throws ModelException if an input is missing, unknown or of another type than declared, or if the values are not
    ///         ones the model is defined for
    public Map<String, Value> run(Graph graph, Map<String, ? extends Value> inputs) {
        List<Value> ordered = new ArrayList<>();
        for (String name : graph.inputNames()) {
            Value value = inputs.get(name);
            if (value == null) {
                throw new ModelException("input '" + name + "' is missing");
            }
            ordered.add(value);
        }
        for (String name : inputs.keySet()) {
            if (!graph.inputNames().contains(name)) {
                throw new ModelException("the model has no input '" + name + "', it has " + graph.inputNames());
            }
        }
        List<Value> results = run(graph, ordered);
        Map<String, Value> outputs = new LinkedHashMap<>();
        for (String name : graph.outputs().keySet()) {
            outputs.put(name, results.get(outputs.size()));
        }
        return outputs;
    }

    /// Runs a graph on inputs in its order.
    ///
    /// @return the outputs in the graph's order
    public List<Value> run(Graph graph, List<? extends Value> inputs) {
        if (depth > MAXIMUM_DEPTH) {
            throw new ModelException("sub-graphs are nested deeper than " + MAXIMUM_DEPTH);
        }
        Map<Operand, Value> values = new HashMap<>();
        InputCheck.bind(graph, inputs, values);
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

    /// Evaluates one node on values for its operands.
    public List<? extends Value> evaluate(Node node, List<? extends Value> operands) {
        List<? extends Value> results;
        try {
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
            return new Interpreter(seed, _ -> {}, depth + 1).run(graph, inputs);
        }

        @Override
        public RandomGenerator random(long stream) {
            return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + stream);
        }
    }
}
