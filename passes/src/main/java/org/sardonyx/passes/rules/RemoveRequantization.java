package org.sardonyx.passes.rules;

import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.BinaryFunction;
import org.sardonyx.ir.operator.Unary;
import org.sardonyx.ir.operator.UnaryFunction;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `round(x * s / s) -> x` for small whole numbers x and a positive scale s: the roundings of product and quotient are far below
/// a half. Together with the zero point, which [MergeZeroPoints] takes care of, what is dequantized and quantized again is
/// what it was.
public record RemoveRequantization() implements Rule {
    private static final double SMALLEST = 1e-30;
    private static final double LARGEST = 1e30;

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        if (!(node.operator() instanceof Unary(UnaryFunction function)) || function != UnaryFunction.ROUND
                || node.output(0).dataType() != DataType.FLOAT32) {
            return Optional.empty();
        }
        Node quotient = node.operands().getFirst().node();
        Node product = quotient.operands().isEmpty() ? quotient : quotient.operands().getFirst().node();
        if (!Products.isWithConstant(product, BinaryFunction.MULTIPLY, site) || !isInverse(quotient, product, site)) {
            return Optional.empty();
        }
        Operand x = product.operands().getFirst();
        return Shapes.sameType(x, node.output(0)) && IntegerRange.of(x, site).isPresent()
                ? Optional.of(x)
                : Optional.empty();
    }

    /// Whether the quotient takes back what the product does, in the range where neither is inexact by more than a rounding.
    private static boolean isInverse(Node quotient, Node product, Site site) {
        Tensor scale = site.constant(product.operands().get(1)).orElseThrow();
        if (!Numbers.all(scale, s -> s >= SMALLEST && s <= LARGEST)) {
            return false;
        }
        if (Products.isWithConstant(quotient, BinaryFunction.DIVIDE, site)) {
            return quotient.operands().get(1).equals(product.operands().get(1));
        }
        // A division by a power of two has become a product.
        return Products.isWithConstant(quotient, BinaryFunction.MULTIPLY, site) && scale.size() == 1
                && Numbers.allAre(site.constant(quotient.operands().get(1)).orElseThrow(), 1 / scale.getDouble(0));
    }
}
