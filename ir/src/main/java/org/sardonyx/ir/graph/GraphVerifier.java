package org.sardonyx.ir.graph;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.operator.Input;
import org.sardonyx.ir.type.ValueType;

/// Checks that a graph is what [Graph] promises. It runs after everything that makes a graph: a graph that fails is our
/// bug, and the message names whoever made it.
public final class GraphVerifier {
    private final String madeBy;
    private final Set<Graph> verified = new HashSet<>();

    private GraphVerifier(String madeBy) {
        this.madeBy = madeBy;
    }

    /// @param madeBy the pass or importer that made the graph, for the message
    /// @throws IllegalStateException if the order of nodes, the inputs or a type is wrong, in it or in a sub-graph
    public static void verify(Graph graph, String madeBy) {
        new GraphVerifier(madeBy).verify(graph);
    }

    private void verify(Graph graph) {
        if (!verified.add(graph)) {
            return;
        }
        Set<Node> before = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<String> inputNames = new HashSet<>();
        for (Operand input : graph.inputs()) {
            require(input.node().operator() instanceof Input, graph, () -> "an input is computed by " + input.node());
            require(inputNames.add(Graph.inputOf(input).name()), graph, () -> "two inputs have the same name");
        }
        SymbolicValues symbolic = new SymbolicValues();
        for (Node node : graph.nodes()) {
            if (node.operator() instanceof Input) {
                require(graph.inputs().contains(node.output(0)), graph, () -> "it takes '" + node + "' from outside");
            }
            for (Operand operand : node.operands()) {
                require(before.contains(operand.node()), graph, () -> node + " runs before its operand " + operand);
            }
            verifyTypes(graph, node, symbolic);
            symbolic.learn(node);
            before.add(node);
            node.operator().graphs().forEach(this::verify);
        }
        for (Operand output : graph.outputs().values()) {
            require(before.contains(output.node()), graph, () -> "no node computes its output " + output);
        }
    }

    private void verifyTypes(Graph graph, Node node, SymbolicValues symbolic) {
        List<? extends ValueType> types = inferred(graph, node, symbolic);
        require(types.equals(node.types()), graph,
                () -> node.operator() + " has types " + node.types() + ", inferred are " + types);
    }

    private List<? extends ValueType> inferred(Graph graph, Node node, SymbolicValues symbolic) {
        try {
            return node.operator().infer(new KnownOperands(node.operands(), symbolic));
        } catch (ModelException e) {
            throw new IllegalStateException(message(graph, node.operator() + ": " + e.getMessage()), e);
        }
    }

    private void require(boolean condition, Graph graph, Supplier<String> otherwise) {
        if (!condition) {
            throw new IllegalStateException(message(graph, otherwise.get()));
        }
    }

    private String message(Graph graph, String problem) {
        return "graph '" + graph.name() + "' made by " + madeBy + " is not valid: " + problem;
    }
}
