package org.sardonyx.ir.interpreter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.InputTypes;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.value.Value;

/// Runs a graph node by node. It defines what is right: every other device is compared with it.
///
/// An interpreter has no state but its settings and may be used by several threads.
public final class Interpreter {
    /// How many steps a run may take unless told otherwise: minutes of small steps, more than any real model takes.
    public static final long DEFAULT_STEP_LIMIT = 100_000_000;

    private final long seed;
    private final Consumer<Node> progress;
    private final long stepLimit;

    public Interpreter() {
        this(0, _ -> {});
    }

    /// @param seed from which random operators draw; the same seed gives the same numbers
    /// @param progress told of each node of the outermost graph before it runs
    public Interpreter(long seed, Consumer<Node> progress) {
        this(seed, progress, DEFAULT_STEP_LIMIT);
    }

    /// @param stepLimit how many nodes, those of sub-graphs counted each time they run, one run may evaluate: a model
    ///        whose loop does not end is stopped there
    public Interpreter(long seed, Consumer<Node> progress, long stepLimit) {
        this.seed = seed;
        this.progress = progress;
        this.stepLimit = stepLimit;
    }

    /// Runs a graph on inputs by name.
    ///
    /// @return the outputs by name, in the graph's order
    /// @throws ModelException if an input is missing, unknown or of another type than declared, or if the values are not
    ///         ones the model is defined for
    public Map<String, Value> run(Graph graph, Map<String, ? extends Value> inputs) {
        List<Value> results = run(graph, InputTypes.<Value>inOrder(graph, inputs));
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
        return new Run(seed, stepLimit).run(graph, inputs, progress);
    }

    /// Evaluates one node on values for its operands.
    public List<? extends Value> evaluate(Node node, List<? extends Value> operands) {
        return new Run(seed, stepLimit).evaluate(node, operands);
    }
}
