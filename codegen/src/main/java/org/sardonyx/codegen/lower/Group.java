package org.sardonyx.codegen.lower;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Constant;
import org.sardonyx.ir.operator.Fusion;
import org.sardonyx.ir.operator.Input;

/// A node that becomes one kernel: a group that a pass made, or an operator by itself.
///
/// @param node of the graph
/// @param anchor the operator that is not pointwise, if there is one
/// @param result what is stored
/// @param outer the value of the graph for each value that the group takes
record Group(Node node, Optional<Node> anchor, Operand result, Map<Operand, Operand> outer) {
    /// @return empty if it has several results, or anything before its anchor
    static Optional<Group> of(Node node) {
        if (!(node.operator() instanceof Fusion fusion)) {
            Map<Operand, Operand> same = new HashMap<>();
            node.operands().forEach(operand -> same.put(operand, operand));
            boolean pointwise = Fusion.isPointwise(node.operator());
            return node.types().size() == 1 && (pointwise || Fusion.isAnchor(node.operator()))
                    ? Optional
                            .of(new Group(node, pointwise ? Optional.empty() : Optional.of(node), node.output(0), same))
                    : Optional.empty();
        }
        Map<Operand, Operand> outer = new HashMap<>();
        for (int i = 0; i < fusion.body().inputs().size(); i++) {
            outer.put(fusion.body().inputs().get(i), node.operands().get(i));
        }
        for (Node member : fusion.body().nodes()) {
            if (member.operator() instanceof Constant) {
                outer.put(member.output(0), member.output(0));
            }
        }
        if (fusion.body().outputs().size() != 1 || fusion.anchors().size() > 1) {
            return Optional.empty();
        }
        Operand result = fusion.body().outputs().values().iterator().next();
        Optional<Node> anchor = fusion.anchor();
        boolean prologue =
                anchor.isPresent() && anchor.get().operands().stream().anyMatch(operand -> !outer.containsKey(operand));
        return prologue ? Optional.empty() : Optional.of(new Group(node, anchor, result, outer));
    }

    /// The pointwise operators.
    List<Node> members() {
        if (!(node.operator() instanceof Fusion fusion)) {
            return anchor.isPresent() ? List.of() : List.of(node);
        }
        return fusion.body().nodes().stream().filter(member -> !(member.operator() instanceof Input)
                && !(member.operator() instanceof Constant) && !anchor.equals(Optional.of(member))).toList();
    }

    /// What the pointwise operators take from outside, in order, numbers of one element in the group itself aside.
    List<Operand> taken() {
        return members().stream().flatMap(member -> Formula.loaded(member).stream())
                .filter(operand -> outer.containsKey(operand) && !isNumber(operand))
                .filter(operand -> anchor.isEmpty() || !operand.equals(anchor.get().output(0))).distinct().toList();
    }

    private static boolean isNumber(Operand operand) {
        return operand.node().operator() instanceof Constant(var tensor) && tensor.size() == 1;
    }
}
