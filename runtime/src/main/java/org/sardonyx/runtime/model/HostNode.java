package org.sardonyx.runtime.model;

import java.util.ArrayList;
import java.util.List;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Constant;
import org.sardonyx.runtime.program.Step;

/// A node that the interpreter evaluates, as a graph of its own, which can be written down.
final class HostNode {
    private HostNode() {}

    /// A graph whose inputs are the node's operands, but for constants, and whose outputs are its results.
    ///
    /// @throws ModelException if there is no such graph
    static Graph isolated(Step.HostStep step) {
        Node node = step.node();
        GraphBuilder builder = new GraphBuilder("host");
        List<Operand> operands = new ArrayList<>();
        for (Operand operand : node.operands()) {
            operands.add(operand.node().operator() instanceof Constant constant
                    ? builder.apply(constant)
                    : builder.input("x" + operands.size(), operand.type()));
        }
        List<Operand> results = builder.apply(node.operator(), operands);
        for (Operand result : results) {
            builder.output("y" + result.output(), result);
        }
        Graph graph = builder.build();
        if (!results.stream().allMatch(result -> result.node().operator().equals(node.operator()))) {
            throw new ModelException(step.description() + ": a step of the interpreter that cannot be written down");
        }
        return graph;
    }

    /// The node of such a graph.
    static Node of(Graph graph) {
        return graph.outputs().values().iterator().next().node();
    }
}
