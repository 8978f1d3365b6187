package org.sardonyx.passes.rules;

import java.util.Arrays;
import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Binary;
import org.sardonyx.ir.operator.BinaryFunction;
import org.sardonyx.ir.operator.Convolution;
import org.sardonyx.ir.operator.ConvolutionTranspose;
import org.sardonyx.ir.operator.MatMul;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.passes.rewrite.Site;

/// What rules ask of convolutions and matrix products with constant weights.
final class Products {
    private Products() {}

    /// Whether the node is a convolution, a transposed one, or a matrix product.
    static boolean isProduct(Node node) {
        return switch (node.operator()) {
            case Convolution _,ConvolutionTranspose _,MatMul _ -> true;
            default -> false;
        };
    }

    /// Whether the node combines its first operand with a constant by this function.
    static boolean isWithConstant(Node node, BinaryFunction function, Site site) {
        return node.operator() instanceof Binary(BinaryFunction found) && found == function
                && site.isConstant(node.operands().get(1));
    }

    /// A constant as a vector, if it has one element for each index of an axis of a tensor that it is combined with, or one
    /// element in all.
    ///
    /// @param axis counted from the end
    static Optional<Operand> along(Site site, Operand tensor, int axis, Operand constant) {
        Shape shape = constant.shape();
        long count = shape.elementCount().size();
        boolean aligned = shape.rank() <= tensor.shape().rank() && shape.rank() >= -axis
                && shape.dimension(axis).is(count);
        return count == 1 && shape.rank() <= tensor.shape().rank() || aligned
                ? Optional.of(site.reshape(constant, count))
                : Optional.empty();
    }

    /// A vector in a shape that lies along one axis of a tensor.
    ///
    /// @param axis counted from the end
    static Operand spread(Site site, Operand vector, int axis) {
        long[] sizes = new long[-axis];
        Arrays.fill(sizes, 1);
        sizes[0] = vector.shape().elementCount().size();
        return site.reshape(vector, sizes);
    }

    /// Whether the operand is a constant whose elements are all finite.
    static boolean isFinite(Site site, Operand operand) {
        return site.constant(operand).filter(Numbers::isFinite).isPresent();
    }
}
