package org.sardonyx.passes.fusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Broadcast;
import org.sardonyx.ir.operator.Constant;
import org.sardonyx.ir.operator.Fusion;
import org.sardonyx.ir.operator.Reduce;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.value.Tensor;

/// Nodes that become one kernel.
///
/// @param form how they belong together
/// @param members in the order of the graph
/// @param shape of every member of a pointwise group, of the result of an anchor, of what rows are reduced from
record Group(Form form, List<Member> members, Shape shape) {
    /// The forms that [Fusion] describes, and nodes that stay alone.
    enum Form {
        ALONE, POINTWISE, ANCHORED, ROWS
    }

    /// A node and its place in the graph.
    record Member(Node node, int index) {}

    Group {
        members = List.copyOf(members);
    }

    /// A node by itself.
    static Group of(Node node, int index, FusionLimits limits) {
        List<Member> members = List.of(new Member(node, index));
        boolean pointwise = Fusion.isPointwise(node.operator()) && limits.form().test(node);
        boolean one = node.types().size() == 1 && (pointwise || Fusion.isAnchor(node.operator()))
                && node.output(0).shape().hasRank();
        if (!one || !parametersAreConstant(node)) {
            return new Group(Form.ALONE, members, Shape.UNKNOWN);
        }
        return new Group(Fusion.isAnchor(node.operator()) ? Form.ANCHORED : Form.POINTWISE, members,
                node.output(0).shape());
    }

    /// Whether sizes and axes are known, and anything else is not.
    private static boolean parametersAreConstant(Node node) {
        boolean parameters = node.operands().stream()
                .allMatch(operand -> !isParameter(node, operand) || constant(operand).isPresent());
        return parameters && !node.operands().stream().allMatch(operand -> constant(operand).isPresent());
    }

    /// Whether an operand of a member tells sizes or axes.
    static boolean isParameter(Node node, Operand operand) {
        return switch (node.operator()) {
            case Reduce _,Broadcast _ -> node.operands().get(1).equals(operand);
            default -> false;
        };
    }

    static Optional<Tensor> constant(Operand operand) {
        return operand.node().operator() instanceof Constant(Tensor tensor) ? Optional.of(tensor) : Optional.empty();
    }

    int first() {
        return members.getFirst().index();
    }

    int last() {
        return members.getLast().index();
    }

    Stream<Node> nodes() {
        return members.stream().map(Member::node);
    }

    boolean contains(Node node) {
        return nodes().anyMatch(member -> member == node);
    }

    Optional<Node> anchor() {
        return nodes().filter(node -> Fusion.isAnchor(node.operator())).findFirst();
    }

    /// The anchor if it is a reduction along the innermost axes that keeps them, so that rows can come of it.
    Optional<Node> reduction() {
        return anchor().filter(node -> node.operator() instanceof Reduce(var _, boolean kept) && kept
                && !node.operands().getFirst().shape().equals(node.output(0).shape())
                && isInnermost(constant(node.operands().get(1)).orElseThrow().toLongs(),
                        node.output(0).shape().rank()));
    }

    private static boolean isInnermost(long[] axes, int rank) {
        return Arrays.equals(axes, LongStream.range(rank - axes.length, rank).toArray());
    }

    Group with(Form newForm, Shape newShape, Group other) {
        List<Member> all = new ArrayList<>(members);
        all.addAll(other.members);
        all.sort(Comparator.comparingInt(Member::index));
        return new Group(newForm, all, newShape);
    }
}
