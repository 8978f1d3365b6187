package org.sardonyx.passes.fusion;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.operator.Constant;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.passes.fusion.Group.Form;

/// Which groups may be joined, as far as their forms tell. Beside them, the group of an operand, stands the later one, that
/// of a node that uses it and of what it has been joined with so far.
final class Forms {
    private Forms() {}

    /// Both groups as one.
    ///
    /// @param producer whose values the other group uses
    static Optional<Group> join(Group producer, Group consumer) {
        if (producer.form() == Form.ALONE || consumer.form() == Form.ALONE) {
            return Optional.empty();
        }
        if (producer.form() == Form.POINTWISE && consumer.form() == Form.POINTWISE) {
            return same(producer.shape(), consumer.shape())
                    ? Optional.of(consumer.with(Form.POINTWISE, consumer.shape(), producer))
                    : Optional.empty();
        }
        if (producer.form() == Form.ANCHORED && consumer.form() == Form.POINTWISE
                && same(producer.shape(), consumer.shape())) {
            return Optional.of(producer.with(Form.ANCHORED, producer.shape(), consumer));
        }
        if (producer.form() == Form.POINTWISE && consumer.form() == Form.ANCHORED
                && same(producer.shape(), consumer.shape()) && isEpilogue(producer, consumer)) {
            return Optional.of(consumer.with(Form.ANCHORED, consumer.shape(), producer));
        }
        return rows(producer, consumer);
    }

    /// Whether the anchor does not depend on the values of a pointwise group; what it depends on stands before it.
    private static boolean isEpilogue(Group pointwise, Group anchored) {
        Set<Node> before = new HashSet<>(Set.of(anchored.anchor().orElseThrow()));
        for (Group.Member member : anchored.members().reversed()) {
            if (before.contains(member.node())) {
                member.node().operands().forEach(operand -> before.add(operand.node()));
            }
        }
        return pointwise.nodes().noneMatch(before::contains);
    }

    private static Optional<Group> rows(Group a, Group b) {
        Optional<Shape> full = full(a).or(() -> full(b));
        Optional<Shape> reduced = reduced(a).or(() -> reduced(b));
        if (full.isEmpty() || reduced.isEmpty() || !fits(a, full.get(), reduced.get(), b)
                || !fits(b, full.get(), reduced.get(), a)) {
            return Optional.empty();
        }
        return Optional.of(a.with(Form.ROWS, full.get(), b));
    }

    /// What the reductions of a group reduce from, if they keep the innermost axes.
    private static Optional<Shape> full(Group group) {
        return group.reduction().map(node -> node.operands().getFirst().shape()).filter(Shape::hasRank);
    }

    private static Optional<Shape> reduced(Group group) {
        return group.reduction().map(node -> node.output(0).shape());
    }

    private static boolean fits(Group group, Shape full, Shape reduced, Group other) {
        return switch (group.form()) {
            case ALONE -> false;
            case POINTWISE -> same(group.shape(), full) || same(group.shape(), reduced);
            case ANCHORED, ROWS -> full(group).filter(shape -> same(shape, full)).isPresent()
                    && other.reduction().map(node -> node.operands().get(1).node().operator())
                            .filter(Constant.class::isInstance)
                            .map(axes -> axes
                                    .equals(group.reduction().orElseThrow().operands().get(1).node().operator()))
                            .orElse(true);
        };
    }

    private static boolean same(Shape a, Shape b) {
        return a.equals(b) && a.dimensions().stream().allMatch(size -> size.isKnown());
    }
}
