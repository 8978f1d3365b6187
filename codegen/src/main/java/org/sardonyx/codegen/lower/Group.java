package org.sardonyx.codegen.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Constant;
import org.sardonyx.ir.operator.Fusion;

/// A node that becomes one kernel: a group that a pass made, or an operator by itself.
///
/// @param node of the graph, or of a group's body
/// @param anchor the operator that is not pointwise, if there is one
/// @param members the pointwise operators, but for those before the anchor
/// @param results what is stored, of one shape
/// @param outer the value of the graph for each value that the group takes
/// @param before what is computed before the anchor, by kernels of their own
record Group(Node node, Optional<Node> anchor, List<Node> members, List<Operand> results, Map<Operand, Operand> outer,
        List<Group> before) {
    /// @return empty if it has results of several shapes or of another shape than its anchor, or several anchors
    static Optional<Group> of(Node node) {
        if (node.operator() instanceof Fusion fusion) {
            return of(node, fusion);
        }
        Map<Operand, Operand> same = new HashMap<>();
        node.operands().forEach(operand -> same.put(operand, operand));
        boolean pointwise = Fusion.isPointwise(node.operator());
        if (node.types().size() != 1 || !pointwise && !Fusion.isAnchor(node.operator())) {
            return Optional.empty();
        }
        List<Operand> results = List.of(node.output(0));
        return Optional.of(pointwise
                ? new Group(node, Optional.empty(), List.of(node), results, same, List.of())
                : new Group(node, Optional.of(node), List.of(), results, same, List.of()));
    }

    private static Optional<Group> of(Node node, Fusion fusion) {
        List<Operand> results = List.copyOf(fusion.body().outputs().values());
        if (results.stream().map(Operand::type).distinct().count() != 1) {
            return Optional.empty();
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
        List<Group> before = new ArrayList<>();
        List<Node> anchors = fusion.anchors();
        boolean single = anchors.size() == 1
                && anchors.getFirst().output(0).type().equals(results.getFirst().type());
        for (Node anchor : anchors) {
            for (Operand operand : anchor.operands()) {
                if (!outer.containsKey(operand)) {
                    List<Operand> computed = List.of(operand);
                    before.add(new Group(operand.node(), Optional.empty(), members(computed, outer), computed,
                            Map.copyOf(outer), List.of()));
                    outer.put(operand, operand);
                }
            }
            if (!single) {
                before.add(alone(anchor, Map.copyOf(outer)));
            }
            outer.put(anchor.output(0), anchor.output(0));
        }
        return Optional.of(new Group(node, single ? Optional.of(anchors.getFirst()) : Optional.empty(),
                members(results, outer), results, outer, before));
    }

    private static Group alone(Node anchor, Map<Operand, Operand> outer) {
        return new Group(anchor, Optional.of(anchor), List.of(), List.of(anchor.output(0)), outer, List.of());
    }

    /// The same with the anchor in a kernel of its own, without what was before it; empty if it is alone already.
    Optional<Group> split() {
        return anchor.isEmpty() || members.isEmpty()
                ? Optional.empty()
                : Optional.of(new Group(node, Optional.empty(), members, results, outer,
                        List.of(alone(anchor.get(), outer))));
    }

    /// The same with the anchor and its bias in a kernel of their own, so that nothing in the other depends on the channel; empty
    /// if there is nothing left for the other, or what it takes has not the shape of the result.
    Optional<Group> splitBehindBias() {
        if (anchor.isEmpty() || results.contains(anchor.get().output(0))) {
            return Optional.empty();
        }
        Operand sum = anchor.get().output(0);
        List<Node> users = members.stream().filter(member -> Formula.loaded(member).contains(sum)).toList();
        Node first = users.getFirst();
        boolean isBias = users.size() == 1 && !results.contains(first.output(0)) && Formula.loaded(first).stream()
                .anyMatch(operand -> outer.containsKey(operand) && Values.constant(outer.get(operand)).isPresent());
        Operand cut = isBias ? first.output(0) : sum;
        Map<Operand, Operand> outside = new HashMap<>(outer);
        outside.put(cut, cut);
        Group before =
                new Group(cut.node(), anchor, isBias ? List.of(first) : List.of(), List.of(cut), outer, List.of());
        Group rest = new Group(node, Optional.empty(), members(results, outside), results, outside, List.of(before));
        return rest.taken().stream().allMatch(operand -> operand.type().equals(sum.type()))
                ? Optional.of(rest)
                : Optional.empty();
    }

    /// The operators between what a group takes and what it computes, in no order.
    private static List<Node> members(List<Operand> results, Map<Operand, Operand> outer) {
        Set<Node> found = new LinkedHashSet<>();
        List<Operand> open = new ArrayList<>(results);
        while (!open.isEmpty()) {
            Operand operand = open.removeLast();
            if (!outer.containsKey(operand) && found.add(operand.node())) {
                open.addAll(operand.node().operands());
            }
        }
        return List.copyOf(found);
    }

    /// What the pointwise operators take from outside, and results that are computed before, in order; numbers of one element
    /// in the group itself aside.
    List<Operand> taken() {
        return Stream.concat(members.stream().flatMap(member -> Formula.loaded(member).stream()), results.stream())
                .filter(operand -> outer.containsKey(operand) && !isNumber(operand))
                .filter(operand -> anchor.isEmpty() || !operand.equals(anchor.get().output(0))).distinct().toList();
    }

    private static boolean isNumber(Operand operand) {
        return operand.node().operator() instanceof Constant(var tensor) && tensor.size() == 1;
    }
}
