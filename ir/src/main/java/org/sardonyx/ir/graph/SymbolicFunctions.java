package org.sardonyx.ir.graph;

import java.util.List;
import java.util.function.BinaryOperator;

import org.sardonyx.ir.operator.BinaryFunction;
import org.sardonyx.ir.operator.Comparison;
import org.sardonyx.ir.operator.ReduceFunction;
import org.sardonyx.ir.operator.UnaryFunction;
import org.sardonyx.ir.type.Dimension;

/// The functions of shape arithmetic on dimensions. A truth value is 1 or 0; what cannot be told is unknown.
final class SymbolicFunctions {
    private SymbolicFunctions() {}

    static Dimension apply(UnaryFunction function, Dimension x) {
        return switch (function) {
            case NEGATE -> x.times(-1);
            case NOT -> Dimension.of(1).minus(x);
            case ABSOLUTE -> x.isNonNegative() ? x : x.times(-1).isNonNegative() ? x.times(-1) : Dimension.UNKNOWN;
            case FLOOR, CEILING, ROUND -> x;
            default -> Dimension.UNKNOWN;
        };
    }

    static Dimension apply(BinaryFunction function, Dimension a, Dimension b) {
        return switch (function) {
            case ADD -> a.plus(b);
            case SUBTRACT -> a.minus(b);
            case MULTIPLY -> a.times(b);
            case DIVIDE -> divide(a, b);
            case MODULO -> b.isConstant() && b.size() > 0 ? a.minus(a.floorDivide(b).times(b)) : Dimension.UNKNOWN;
            case MINIMUM -> isAtLeast(a, b) ? b : isAtLeast(b, a) ? a : Dimension.UNKNOWN;
            case MAXIMUM -> isAtLeast(a, b) ? a : isAtLeast(b, a) ? b : Dimension.UNKNOWN;
            default -> Dimension.UNKNOWN;
        };
    }

    /// Integer division truncates; rounding down is the same only where neither number is negative.
    private static Dimension divide(Dimension a, Dimension b) {
        return a.isNonNegative() && b.isNonNegative() ? a.floorDivide(b) : Dimension.UNKNOWN;
    }

    private static boolean isAtLeast(Dimension a, Dimension b) {
        return a.minus(b).isNonNegative();
    }

    static Dimension compare(Comparison comparison, Dimension a, Dimension b) {
        boolean less = isAtLeast(b.minus(1), a);
        boolean greater = isAtLeast(a.minus(1), b);
        return switch (comparison) {
            case EQUAL -> truth(a.sameSize(b), less || greater);
            case LESS -> truth(less, isAtLeast(a, b));
            case LESS_OR_EQUAL -> truth(isAtLeast(b, a), greater);
        };
    }

    private static Dimension truth(boolean holds, boolean fails) {
        return holds ? Dimension.of(1) : fails ? Dimension.of(0) : Dimension.UNKNOWN;
    }

    static Dimension reduce(ReduceFunction function, List<Dimension> elements) {
        return switch (function) {
            case SUM -> fold(elements, Dimension.of(0), Dimension::plus);
            case PRODUCT -> fold(elements, Dimension.of(1), Dimension::times);
            case MINIMUM, MAXIMUM -> elements.size() == 1 ? elements.getFirst() : Dimension.UNKNOWN;
        };
    }

    private static Dimension fold(List<Dimension> elements, Dimension first, BinaryOperator<Dimension> function) {
        Dimension result = first;
        for (Dimension element : elements) {
            result = function.apply(result, element);
        }
        return result;
    }
}
