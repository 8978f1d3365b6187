package org.sardonyx.ir.operator;

import java.util.function.DoubleUnaryOperator;
import java.util.function.LongUnaryOperator;

/// The functions of one number that [Unary] applies. Floating-point numbers are computed in double; a function without a
/// form for integers is not defined for them.
public enum UnaryFunction {
    NEGATE(x -> -x, x -> -x),
    ABSOLUTE(Math::abs, Math::abs),
    /// -1, 0 or 1; NaN stays NaN.
    SIGN(Math::signum, Long::signum),
    FLOOR(Math::floor, x -> x),
    CEILING(Math::ceil, x -> x),
    /// To the nearest integer, halves to the even one.
    ROUND(Math::rint, x -> x),
    SQUARE_ROOT(Math::sqrt, null),
    EXPONENTIAL(StrictMath::exp, null),
    LOGARITHM(StrictMath::log, null),
    SINE(StrictMath::sin, null),
    COSINE(StrictMath::cos, null),
    TANGENT(StrictMath::tan, null),
    HYPERBOLIC_TANGENT(StrictMath::tanh, null),
    /// Flips every bit of an integer.
    BITWISE_NOT(null, x -> ~x),
    /// Of bool.
    NOT(null, x -> 1 - x);

    private final DoubleUnaryOperator ofDouble;
    private final LongUnaryOperator ofLong;

    UnaryFunction(DoubleUnaryOperator ofDouble, LongUnaryOperator ofLong) {
        this.ofDouble = ofDouble;
        this.ofLong = ofLong;
    }

    boolean hasDouble() {
        return ofDouble != null;
    }

    boolean hasLong() {
        return ofLong != null;
    }

    DoubleUnaryOperator ofDouble() {
        return ofDouble;
    }

    LongUnaryOperator ofLong() {
        return ofLong;
    }
}
