package org.sardonyx.ir.analysis;

import java.util.List;

import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Constant;
import org.sardonyx.ir.operator.Convolution;
import org.sardonyx.ir.operator.ConvolutionTranspose;
import org.sardonyx.ir.operator.DeformableConvolution;
import org.sardonyx.ir.operator.Fusion;
import org.sardonyx.ir.operator.If;
import org.sardonyx.ir.operator.Loop;
import org.sardonyx.ir.operator.MatMul;
import org.sardonyx.ir.operator.Scan;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.value.Tensor;

/// Counts multiply-adds: the pairs of one multiplication and one addition in matrix products and convolutions, the usual
/// measure of a network's arithmetic (two floating-point operations each). Everything else is counted as nothing, for it
/// is linear in the data.
///
/// The count is what the definition of an operator asks for: of two branches the larger, of a loop all its iterations.
/// Multiplications with padding are part of it, as in the
/// figures that papers give; an algorithm that gets by with fewer, such as Winograd's, does not change it.
public final class MultiplyAdds {
    private static final Dimension NONE = Dimension.of(0);

    private MultiplyAdds() {}

    /// Those of one run of a graph, unknown if the shapes at hand do not tell.
    public static Dimension of(Graph graph) {
        Dimension sum = NONE;
        for (Node node : graph.nodes()) {
            sum = sum.plus(of(node));
        }
        return sum;
    }

    /// Those of one evaluation of a node, unknown if the shapes at hand do not tell.
    public static Dimension of(Node node) {
        return switch (node.operator()) {
            case MatMul _ -> perElement(node.output(0), depth(node));
            case Convolution _,DeformableConvolution _ -> perElement(node.output(0), kernel(node));
            case ConvolutionTranspose _ -> perElement(node.operands().getFirst(), kernel(node));
            case If(Graph thenBranch, Graph elseBranch) -> larger(of(thenBranch), of(elseBranch));
            case Fusion(Graph body) -> of(body);
            case Loop(Graph body, int _) -> of(body).times(tripCount(node.operands().getFirst()));
            case Scan scan -> of(scan.body()).times(length(scan, node.operands()));
            default -> NONE;
        };
    }

    private static Dimension perElement(Operand tensor, Dimension each) {
        return tensor.shape().hasRank() ? tensor.shape().elementCount().times(each) : Dimension.UNKNOWN;
    }

    /// The elements of a convolution's weights that belong to one index of their first axis.
    private static Dimension kernel(Node node) {
        Shape weights = node.operands().get(1).shape();
        return weights.hasRank() ? weights.product(1, weights.rank()) : Dimension.UNKNOWN;
    }

    /// The axis a matrix product sums over, from whichever operand knows it.
    private static Dimension depth(Node node) {
        Shape a = node.operands().get(0).shape();
        Shape b = node.operands().get(1).shape();
        Dimension depth = a.hasRank() ? a.dimension(-1) : Dimension.UNKNOWN;
        return depth.isConstant() || !b.hasRank() ? depth : b.dimension(-2);
    }

    private static Dimension larger(Dimension a, Dimension b) {
        if (a.isConstant() && b.isConstant()) {
            return a.size() >= b.size() ? a : b;
        }
        return a.sameSize(b) ? a : Dimension.UNKNOWN;
    }

    /// The number of iterations if no condition ends the loop before.
    private static Dimension tripCount(Operand limit) {
        boolean fixed = limit.node().operator() instanceof Constant(Tensor count) && count.size() == 1
                && count.getLong(0) < Integer.MAX_VALUE;
        return fixed
                ? Dimension.of(Math.max(0, ((Constant) limit.node().operator()).tensor().getLong(0)))
                : Dimension.UNKNOWN;
    }

    /// The number of slices of the tensors that are walked along, from whichever knows it.
    private static Dimension length(Scan scan, List<Operand> operands) {
        Dimension length = Dimension.UNKNOWN;
        for (int i = 0; i < scan.inputs().size() && !length.isConstant(); i++) {
            Shape shape = operands.get(scan.states() + i).shape();
            Dimension size = shape.hasRank() ? shape.dimension(scan.inputs().get(i).axis()) : Dimension.UNKNOWN;
            length = size.isKnown() ? size : length;
        }
        return length;
    }
}
