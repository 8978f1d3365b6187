package org.sardonyx.passes.rules;

import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Binary;
import org.sardonyx.ir.operator.BinaryFunction;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `x / c -> x * (1 / c)` where c is a power of two and so is 1 / c: both round the same number.
public record ReplaceDivision() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        boolean divides = node.operator() instanceof Binary(BinaryFunction function)
                && function == BinaryFunction.DIVIDE && node.output(0).dataType().isFloat();
        Optional<Tensor> divisor = divides ? site.constant(node.operands().get(1)) : Optional.empty();
        DataType type = divisor.map(Tensor::dataType).orElse(null);
        if (divisor.isEmpty()
                || !Numbers.all(divisor.get(), c -> isPowerOfTwo(c) && isPowerOfTwo(rounded(type, 1 / c)))) {
            return Optional.empty();
        }
        Operand one = site.constant(Tensor.scalar(type, 1));
        Operand factor = site.binary(BinaryFunction.DIVIDE, one, node.operands().get(1));
        return Optional.of(site.binary(BinaryFunction.MULTIPLY, node.operands().getFirst(), factor));
    }

    private static double rounded(DataType type, double number) {
        return type.decode(type.encode(number));
    }

    private static boolean isPowerOfTwo(double number) {
        return Double.isFinite(number) && Math.abs(number) >= Double.MIN_NORMAL
                && (Double.doubleToLongBits(number) << 12) == 0;
    }
}
