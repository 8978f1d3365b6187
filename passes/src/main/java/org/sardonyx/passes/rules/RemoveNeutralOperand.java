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

/// `x * 1 -> x`, and the like for other functions. It is `x + -0.0` and `x - 0.0` that give x: `x + 0.0` makes a positive
/// zero of a negative one.
public record RemoveNeutralOperand() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        if (!(node.operator() instanceof Binary(BinaryFunction function))) {
            return Optional.empty();
        }
        Operand x = node.operands().getFirst();
        Optional<Tensor> constant = site.constant(node.operands().get(1));
        return constant.isPresent() && Shapes.sameType(x, node.output(0))
                && (isNeutral(function, constant.get()) || isZeroForIntegers(function, x, constant.get(), site))
                        ? Optional.of(x)
                        : Optional.empty();
    }

    private static boolean isNeutral(BinaryFunction function, Tensor y) {
        boolean number = y.dataType().isFloat();
        return switch (function) {
            case ADD -> number ? Numbers.allAre(y, -0.0) : Numbers.isZero(y);
            case SUBTRACT -> Numbers.allAre(y, 0);
            case MULTIPLY, DIVIDE, POWER -> Numbers.allAre(y, 1);
            case MAXIMUM -> number && Numbers.allAre(y, Double.NEGATIVE_INFINITY);
            case MINIMUM -> number && Numbers.allAre(y, Double.POSITIVE_INFINITY);
            case AND -> y.dataType() == DataType.BOOL && Numbers.allAre(y, 1);
            case OR, XOR, SHIFT_LEFT, SHIFT_RIGHT -> Numbers.isZero(y);
            case MODULO, REMAINDER -> false;
        };
    }

    /// Small integers in floating-point form have no negative zero.
    private static boolean isZeroForIntegers(BinaryFunction function, Operand x, Tensor y, Site site) {
        return function == BinaryFunction.ADD && Numbers.isZero(y) && IntegerRange.of(x, site).isPresent();
    }
}
