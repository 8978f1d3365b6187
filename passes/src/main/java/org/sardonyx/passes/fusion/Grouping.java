package org.sardonyx.passes.fusion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Constant;
import org.sardonyx.ir.operator.Input;
import org.sardonyx.passes.fusion.Group.Form;
import org.sardonyx.passes.rewrite.Journal;

/// Decides which nodes of one graph belong together.
final class Grouping {
    private final FusionLimits limits;
    private final Journal journal;
    private final Map<Node, Group> groups = new IdentityHashMap<>();
    private final Map<Operand, List<Node>> users = new HashMap<>();
    private final Set<Operand> outputs;
    private final Dependencies dependencies = new Dependencies(groups::get);
    private final Prologue prologue;

    private Grouping(Graph graph, FusionLimits limits, Journal journal) {
        this.limits = limits;
        this.journal = journal;
        this.outputs = Set.copyOf(graph.outputs().values());
        this.prologue = new Prologue(limits);
        graph.nodes().forEach(node -> node.operands()
                .forEach(operand -> users.computeIfAbsent(operand, _ -> new ArrayList<>()).add(node)));
    }

    /// The groups of all nodes but inputs and constants, in an order in which they can run.
    static List<Group> of(Graph graph, FusionLimits limits, Journal journal) {
        Grouping grouping = new Grouping(graph, limits, journal);
        Set<Group> all = new LinkedHashSet<>();
        List<Node> nodes = graph.nodes();
        for (int index = 0; index < nodes.size(); index++) {
            Node node = nodes.get(index);
            if (!(node.operator() instanceof Input || node.operator() instanceof Constant)) {
                grouping.groups.put(node, Group.of(node, index, limits));
                grouping.joinWithOperands(node);
            }
        }
        nodes.stream().map(grouping.groups::get).filter(group -> group != null).forEach(all::add);
        return grouping.dependencies.sorted(all);
    }

    private void joinWithOperands(Node node) {
        List<Journal.Entry> reasons = new ArrayList<>();
        boolean fused = false;
        for (Group producer : producers(node)) {
            Group own = groups.get(node);
            // An earlier step may have joined it already.
            if (producer != own && groups.get(producer.members().getFirst().node()) == producer) {
                Optional<Group> joined = join(producer, own, node, reasons);
                joined.ifPresent(group -> group.nodes().forEach(member -> groups.put(member, group)));
                fused |= joined.isPresent();
            }
        }
        if (!fused) {
            reasons.forEach(journal::refused);
        }
    }

    /// The groups of the operands. Those with an anchor come first, the latest before all: a sum of two convolutions is
    /// computed where the second one is.
    private List<Group> producers(Node node) {
        return node.operands().stream().map(operand -> groups.get(operand.node()))
                .filter(group -> group != null && group.form() != Form.ALONE).distinct()
                .sorted(Comparator.comparing((Group group) -> group.form() == Form.POINTWISE)
                        .thenComparing(Comparator.comparingInt(Group::last).reversed()))
                .toList();
    }

    private Optional<Group> join(Group producer, Group consumer, Node node, List<Journal.Entry> reasons) {
        if (consumer.form() == Form.ALONE) {
            return Optional.empty();
        }
        Optional<Group> joined = Optional.empty();
        if (producer.form() == Form.POINTWISE && consumer.form() == Form.ANCHORED && consumer.members().size() == 1) {
            Optional<String> objection = prologue.objection(producer, node)
                    .or(() -> escapes(producer, node)
                            ? Optional.of("what it reads is used elsewhere too")
                            : Optional.empty());
            if (objection.isEmpty()) {
                joined = Optional.of(consumer.with(Form.ANCHORED, consumer.shape(), producer));
            } else if (Forms.join(producer, consumer).isEmpty()) {
                return refuse(reasons, node, producer, objection.get());
            }
        }
        joined = joined.or(() -> Forms.join(producer, consumer));
        if (joined.isEmpty()) {
            // That two anchors are two kernels goes without saying.
            return producer.anchor().isPresent() && consumer.anchor().isPresent()
                    ? Optional.empty()
                    : refuse(reasons, node, producer,
                            "shapes " + producer.shape() + " and " + consumer.shape() + " differ");
        }
        if (joined.get().members().size() > limits.mostMembers() || operands(joined.get()) > limits.mostOperands()) {
            return refuse(reasons, node, producer, "the group would be too large");
        }
        return dependencies.canJoin(producer, consumer)
                ? joined
                : refuse(reasons, node, producer, "a value would leave the group and come back");
    }

    private static Optional<Group> refuse(List<Journal.Entry> reasons, Node node, Group producer, String reason) {
        Node with = producer.anchor().orElse(producer.members().getLast().node());
        reasons.add(
                new Journal.Entry("FuseGroups", Journal.where(node), "not fused with " + Journal.describe(with) + " of "
                        + Journal.where(with) + ", " + reason));
        return Optional.empty();
    }

    /// Whether a value of the group is used by others than its members and one node.
    private boolean escapes(Group group, Node node) {
        return group.nodes().map(member -> member.output(0)).anyMatch(value -> outputs.contains(value)
                || users.getOrDefault(value, List.of()).stream()
                        .anyMatch(user -> user != node && !group.contains(user)));
    }

    private static long operands(Group group) {
        return group.nodes().flatMap(node -> node.operands().stream()
                .filter(operand -> !GroupBody.isInside(node, operand) && !group.contains(operand.node()))).distinct()
                .count();
    }

    /// Whether a value of a group is needed outside of it.
    static boolean isOutput(Group group, Operand value, Map<Operand, List<Node>> users, Set<Operand> outputs) {
        return outputs.contains(value)
                || users.getOrDefault(value, List.of()).stream().anyMatch(user -> !group.contains(user));
    }
}
