package org.sardonyx.ir.operator;

import java.util.function.DoubleUnaryOperator;
import java.util.function.LongUnaryOperator;

/// The functions of one number that [Unary] applies. Floating-point numbers are computed in double, integers in 64
/// bits; a function without a form for a kind of numbers is not defined for them.
public enum UnaryFunction {
    NEGATE(x -> -x, x -> -x, x -> -x),
    ABSOLUTE(Math::abs, Math::abs, x -> x),
    /// -1, 0 or 1; NaN stays NaN, and zeros keep their sign.
    SIGN(Math::signum, Long::signum, x -> x == 0 ? 0 : 1),
    FLOOR(Math::floor, x -> x, x -> x),
    CEILING(Math::ceil, x -> x, x -> x),
    /// To the nearest integer, halves to the even one.
    ROUND(Math::rint, x -> x, x -> x),
    SQUARE_ROOT(Math::sqrt),
    EXPONENTIAL(StrictMath::exp),
    /// `exp(x) - 1` without cancellation near zero.
    EXPONENTIAL_MINUS_ONE(StrictMath::expm1),
    LOGARITHM(StrictMath::log),
    /// `log(1 + x)` without cancellation near zero.
    LOGARITHM_OF_ONE_PLUS(StrictMath::log1p),
    SINE(StrictMath::sin),
    COSINE(StrictMath::cos),
    TANGENT(StrictMath::tan),
    INVERSE_SINE(StrictMath::asin),
    INVERSE_COSINE(StrictMath::acos),
    INVERSE_TANGENT(StrictMath::atan),
    HYPERBOLIC_SINE(StrictMath::sinh),
    HYPERBOLIC_COSINE(StrictMath::cosh),
    HYPERBOLIC_TANGENT(StrictMath::tanh),
    INVERSE_HYPERBOLIC_SINE(SpecialFunctions::inverseHyperbolicSine),
    INVERSE_HYPERBOLIC_COSINE(SpecialFunctions::inverseHyperbolicCosine),
    INVERSE_HYPERBOLIC_TANGENT(SpecialFunctions::inverseHyperbolicTangent),
    /// The error function of Gauss, see [SpecialFunctions#errorFunction].
    ERROR_FUNCTION(SpecialFunctions::errorFunction),
    /// Flips every bit of an integer.
    BITWISE_NOT(null, x -> ~x, x -> ~x),
    /// Of bool.
    NOT(null, null, x -> 1 - x);

    private final DoubleUnaryOperator ofDouble;
    private final LongUnaryOperator ofSigned;
    private final LongUnaryOperator ofUnsigned;

    UnaryFunction(DoubleUnaryOperator ofDouble) {
        this(ofDouble, null, null);
    }

    UnaryFunction(DoubleUnaryOperator ofDouble, LongUnaryOperator ofSigned, LongUnaryOperator ofUnsigned) {
        this.ofDouble = ofDouble;
        this.ofSigned = ofSigned;
        this.ofUnsigned = ofUnsigned;
    }

    /// The function of floats, as exact as a double is; null if it has none.
    public DoubleUnaryOperator ofDouble() {
        return ofDouble;
    }

    LongUnaryOperator ofSigned() {
        return ofSigned;
    }

    LongUnaryOperator ofUnsigned() {
        return ofUnsigned;
    }
}
