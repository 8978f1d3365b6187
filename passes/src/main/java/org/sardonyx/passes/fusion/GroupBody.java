package org.sardonyx.passes.fusion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;

/// The graph that becomes the body of a group.
///
/// @param graph with inputs `x0`, `x1` and so on, and outputs `y0`, `y1` and so on
/// @param operands what the inputs stand for, in the graph around it
/// @param results what the outputs stand for
record GroupBody(Graph graph, List<Operand> operands, List<Operand> results) {

    /// @param isOutput whether a value of a member is used outside of the group
    static GroupBody of(Group group, Predicate<Operand> isOutput) {
        GraphBuilder body = new GraphBuilder(name(group));
        Map<Operand, Operand> copies = new HashMap<>();
        List<Operand> operands = new ArrayList<>();
        List<Operand> results = new ArrayList<>();
        group.nodes().forEach(node -> {
            List<Operand> copied = new ArrayList<>();
            for (Operand operand : node.operands()) {
                copied.add(isInside(node, operand)
                        ? body.constant(Group.constant(operand).orElseThrow())
                        : copies.computeIfAbsent(operand, given -> {
                            operands.add(given);
                            return body.input("x" + (operands.size() - 1), given.type());
                        }));
            }
            body.origin(node.origin());
            Operand copy = body.apply(node.operator(), copied).getFirst();
            copies.put(node.output(0), copy);
            if (isOutput.test(node.output(0))) {
                body.output("y" + results.size(), copy);
                results.add(node.output(0));
            }
        });
        return new GroupBody(body.build(), operands, results);
    }

    /// Whether an operand of a member is a constant that belongs into the body: a number, sizes, or axes.
    static boolean isInside(Node member, Operand operand) {
        return Group.constant(operand).filter(tensor -> tensor.size() == 1 || Group.isParameter(member, operand))
                .isPresent();
    }

    private static String name(Group group) {
        return switch (group.form()) {
            case ALONE, POINTWISE -> "pointwise";
            case ANCHORED -> group.anchor().orElseThrow().operator().mnemonic();
            case ROWS -> "rows";
        };
    }
}
