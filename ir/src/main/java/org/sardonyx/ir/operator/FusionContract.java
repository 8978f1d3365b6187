package org.sardonyx.ir.operator;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Checks what [Fusion] promises of its body.
final class FusionContract {
    private final Graph body;
    private final List<Node> anchors;

    private FusionContract(Graph body) {
        this.body = body;
        this.anchors = body.nodes().stream().filter(node -> Fusion.isAnchor(node.operator())).toList();
    }

    /// @throws ModelException if the body is not one of a group
    static void require(Graph body) {
        new FusionContract(body).require();
    }

    private void require() {
        for (Node node : body.nodes()) {
            boolean member = isMember(node);
            boolean given = node.operator() instanceof Input || node.operator() instanceof Constant;
            require(member || given, node, "may not be in a group");
            require(!member || node.output(0).shape().hasRank(), node, "has no known rank");
        }
        if (body.inputs().isEmpty() || body.nodes().stream().noneMatch(FusionContract::isMember)) {
            throw new ModelException("a group without inputs or members");
        }
        for (Operand output : body.outputs().values()) {
            require(isMember(output.node()), output.node(), "is an output, but no member");
        }
        if (anchors.isEmpty()) {
            requireShapes(body.nodes(), firstMember().output(0).shape());
        } else if (isRows()) {
            requireRows();
        } else {
            requireAnchored();
        }
    }

    private static boolean isMember(Node node) {
        return Fusion.isPointwise(node.operator()) || Fusion.isAnchor(node.operator());
    }

    private Node firstMember() {
        return body.nodes().stream().filter(FusionContract::isMember).findFirst().orElseThrow();
    }

    private static void requireShapes(Iterable<Node> nodes, Shape shape) {
        for (Node node : nodes) {
            require(!isMember(node) || node.output(0).shape().equals(shape), node, "is not of shape " + shape);
        }
    }

    /// Whether something besides the one anchor's epilogue depends on a reduction.
    private boolean isRows() {
        if (!anchors.stream().allMatch(node -> node.operator() instanceof Reduce(var _, boolean kept) && kept)) {
            return false;
        }
        Node first = anchors.getFirst();
        Set<Node> before = ancestors(first);
        Shape reduced = first.output(0).shape();
        return anchors.size() > 1 || body.nodes().stream().filter(FusionContract::isMember)
                .anyMatch(node -> !before.contains(node) && !node.output(0).shape().equals(reduced))
                || body.outputs().values().stream().anyMatch(output -> before.contains(output.node())
                        && output.node() != first);
    }

    private void requireRows() {
        Shape full = anchors.getFirst().operands().getFirst().shape();
        Shape reduced = anchors.getFirst().output(0).shape();
        Operand axes = anchors.getFirst().operands().get(1);
        require(axes.node().operator() instanceof Constant(Tensor tensor) && isInnermost(tensor.toLongs(), full.rank()),
                anchors.getFirst(), "does not reduce along the innermost axes");
        for (Node node : body.nodes()) {
            Shape shape = isMember(node) ? node.output(0).shape() : full;
            require(shape.equals(full) || shape.equals(reduced), node, "is neither " + full + " nor " + reduced);
        }
        for (Node anchor : anchors) {
            require(anchor.operands().getFirst().shape().equals(full), anchor, "reduces another shape than " + full);
            require(anchor.operands().get(1).equals(axes), anchor, "reduces along other axes");
        }
    }

    /// Whether the axes, none of them negative and in order, are the last ones.
    static boolean isInnermost(long[] axes, int rank) {
        return Arrays.equals(axes, LongStream.range(rank - axes.length, rank).toArray());
    }

    private void requireAnchored() {
        Node anchor = anchors.getFirst();
        require(anchors.size() == 1, anchors.getLast(), "is a second anchor");
        Set<Node> before = ancestors(anchor);
        for (Node node : body.nodes()) {
            if (before.contains(node) && node != anchor) {
                boolean inner = body.outputs().values().stream().noneMatch(output -> output.node() == node);
                require(inner || !isMember(node), node, "leads to the anchor and is an output");
                for (Operand operand : node.operands()) {
                    boolean same = operand.type() instanceof TensorType type
                            && type.shape().equals(node.output(0).shape());
                    require(same || !isMember(operand.node()), node, "repeats what is computed for a smaller shape");
                }
            } else {
                requireShapes(List.of(node), anchor.output(0).shape());
            }
        }
    }

    /// The node and all it depends on.
    private Set<Node> ancestors(Node node) {
        Set<Node> found = new HashSet<>(Set.of(node));
        for (Node earlier : body.nodes().reversed()) {
            if (found.contains(earlier)) {
                earlier.operands().forEach(operand -> found.add(operand.node()));
            }
        }
        return found;
    }

    private static void require(boolean condition, Node node, String otherwise) {
        if (!condition) {
            throw new ModelException("in a group, " + node + " " + otherwise);
        }
    }
}
