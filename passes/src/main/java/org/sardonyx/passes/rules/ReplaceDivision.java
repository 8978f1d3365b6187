package org.sardonyx.passes.rules;

import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Binary;
import org.sardonyx.ir.operator.BinaryFunction;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `x / c -> x * (1 / c)` where c is a power of two: both round the same number. Powers whose reciprocals are near the end
/// of the range of any type stay.
public record ReplaceDivision() implements Rule {
    private static final int LARGEST_EXPONENT = 14;

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        boolean divides = node.operator() instanceof Binary(BinaryFunction function)
                && function == BinaryFunction.DIVIDE && node.output(0).dataType().isFloat();
        Optional<Tensor> divisor = divides ? site.constant(node.operands().get(1)) : Optional.empty();
        if (divisor.isEmpty() || !Numbers.all(divisor.get(), ReplaceDivision::isPowerOfTwo)) {
            return Optional.empty();
        }
        Operand one = site.constant(Tensor.scalar(node.output(0).dataType(), 1));
        Operand factor = site.binary(BinaryFunction.DIVIDE, one, node.operands().get(1));
        return Optional.of(site.binary(BinaryFunction.MULTIPLY, node.operands().getFirst(), factor));
    }

    private static boolean isPowerOfTwo(double number) {
        return Math.abs(Math.getExponent(number)) <= LARGEST_EXPONENT && (Double.doubleToLongBits(number) << 12) == 0;
    }
}
