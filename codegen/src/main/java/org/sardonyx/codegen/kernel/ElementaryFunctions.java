package org.sardonyx.codegen.kernel;

import static org.sardonyx.ir.loop.LoopCode.binary;

import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.BinaryMath;
import org.sardonyx.ir.loop.LoopExpression.Relation;
import org.sardonyx.ir.loop.LoopExpression.UnaryMath;

/// Elementary functions as arithmetic: what a device calls by their names gives other bits on other devices, and in the virtual
/// machine even before and after a method is compiled.
///
/// The polynomials are those of Moshier's Cephes library for float32 (expf, logf, tanhf), which are within two units in the
/// last place.
///
/// @param code takes what is used more than once
/// @see <a href="https://www.netlib.org/cephes/">Cephes Mathematical Library</a>
public record ElementaryFunctions(LoopCode code) {
    /// Added and subtracted again, rounds to a whole number: 1.5 * 2^23.
    private static final double ROUNDING = 12_582_912;
    private static final double LOG2_E = 1.44269504088896341;
    /// The logarithm of 2 as a number of few bits and the rest.
    private static final double LOG_2_HIGH = 0.693359375;
    private static final double LOG_2_LOW = -2.12194440e-4;
    /// Beyond these the exponential is 0 or infinite.
    private static final double LOWEST_EXPONENT = -104;
    private static final double HIGHEST_EXPONENT = 89;
    private static final double[] EXPONENTIAL = {1.9875691500e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2,
        1.6666665459e-1, 5.0000001201e-1};
    private static final double[] LOGARITHM = {7.0376836292e-2, -1.1514610310e-1, 1.1676998740e-1, -1.2420140846e-1,
        1.4249322787e-1, -1.6668057665e-1, 2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1};
    private static final double[] TANGENT = {-5.70498872745e-3, 2.06390887954e-2, -5.37397155531e-2, 1.33314422036e-1,
        -3.33332819422e-1};
    /// Below it the hyperbolic tangent is a polynomial.
    private static final double SMALL_TANGENT = 0.625;
    /// From it on `e^x - 1` is `e^x`.
    private static final double LARGE_EXPONENT = 20;
    /// The least power of 2 that counts beside 1, and more.
    private static final double LEAST_POWER = -126;
    /// The error function divided by x, less 1, by the square of x.
    private static final double[] ERROR_NEAR = {-5.96761703e-4, 4.99119423e-3, -2.67681349e-2, 1.12819925e-1,
        -3.76125336e-1, 1.28379166e-1};
    /// The logarithm of 1 less the error function, divided by |x|, less -1.
    private static final double[] ERROR_FAR = {-1.72853470e-5, 3.83197126e-4, -3.88396438e-3, 2.42546219e-2,
        -1.06777877e-1, -6.34846687e-1, -1.28717512e-1};
    private static final double NEAR_ERROR = 0.927734375;
    /// From it on floats are whole numbers: 2^23.
    private static final double WHOLE = 8_388_608;
    private static final double SCALE_OF_SUBNORMAL = 1 << 25;
    private static final double EXPONENT_OF_SCALE = 25;
    private static final int LARGEST_WHOLE_EXPONENT = 4;

    /// `e^x`
    public LoopExpression exponential(LoopExpression x) {
        LoopExpression bounded = define("bounded", binary(BinaryMath.MINIMUM,
                binary(BinaryMath.MAXIMUM, x, number(LOWEST_EXPONENT, x)), number(HIGHEST_EXPONENT, x)));
        LoopExpression power = define("power", subtract(fma(bounded, number(LOG2_E, x), number(ROUNDING, x)),
                number(ROUNDING, x)));
        LoopExpression rest = define("rest", fma(power, number(-LOG_2_LOW, x),
                fma(power, number(-LOG_2_HIGH, x), bounded)));
        LoopExpression factor = add(fma(polynomial(EXPONENTIAL, rest), multiply(rest, rest), rest), number(1, x));
        // In two steps, as the power of 2 may be too large or too small for one.
        LoopExpression half = define("half", subtract(fma(power, number(0.5, x), number(ROUNDING, x)),
                number(ROUNDING, x)));
        return multiply(multiply(factor, unary(UnaryMath.POWER_OF_TWO, half)),
                unary(UnaryMath.POWER_OF_TWO, subtract(power, half)));
    }

    /// The natural logarithm.
    public LoopExpression logarithm(LoopExpression x) {
        LoopExpression subnormal = number(Float.MIN_NORMAL, x);
        LoopExpression scaled = define("scaled", choose(Relation.LESS, x, subnormal,
                multiply(x, number(SCALE_OF_SUBNORMAL, x)), x));
        LoopExpression scale =
                choose(Relation.LESS, x, subnormal, number(EXPONENT_OF_SCALE, x), number(0, x));
        LoopExpression significand = define("significand", unary(UnaryMath.SIGNIFICAND, scaled));
        LoopExpression root = number(Math.sqrt(2), x);
        LoopExpression exponent = define("exponent", add(subtract(unary(UnaryMath.EXPONENT, scaled), scale),
                choose(Relation.LESS, root, significand, number(1, x), number(0, x))));
        LoopExpression rest = define("rest", subtract(choose(Relation.LESS, root, significand,
                multiply(significand, number(0.5, x)), significand), number(1, x)));
        LoopExpression square = define("square", multiply(rest, rest));
        LoopExpression low = fma(exponent, number(LOG_2_LOW, x),
                multiply(multiply(polynomial(LOGARITHM, rest), rest), square));
        LoopExpression sum = add(rest, fma(square, number(-0.5, x), low));
        LoopExpression positive = define("positive", choose(Relation.LESS, x, number(Double.POSITIVE_INFINITY, x),
                fma(exponent, number(LOG_2_HIGH, x), sum), x));
        LoopExpression other = choose(Relation.EQUAL, x, number(0, x), number(Double.NEGATIVE_INFINITY, x),
                number(Double.NaN, x));
        return choose(Relation.LESS, number(0, x), x, positive, other);
    }

    /// The hyperbolic tangent.
    public LoopExpression hyperbolicTangent(LoopExpression x) {
        LoopExpression size = define("size", unary(UnaryMath.ABSOLUTE, x));
        LoopExpression square = define("square", multiply(x, x));
        LoopExpression small = define("small", multiply(x, fma(polynomial(TANGENT, square), square, number(1, x))));
        LoopExpression power = define("power", exponential(add(size, size)));
        LoopExpression large = define("large", subtract(number(1, x),
                binary(BinaryMath.DIVIDE, number(2, x), add(power, number(1, x)))));
        return choose(Relation.LESS, size, number(SMALL_TANGENT, x), small,
                choose(Relation.LESS, x, number(0, x), unary(UnaryMath.NEGATE, large), large));
    }

    /// `e^x - 1`, exact where x is small.
    public LoopExpression exponentialMinusOne(LoopExpression x) {
        LoopExpression bounded = define("bounded", binary(BinaryMath.MINIMUM,
                binary(BinaryMath.MAXIMUM, x, number(LOWEST_EXPONENT, x)), number(LARGE_EXPONENT, x)));
        LoopExpression power = define("power", subtract(fma(bounded, number(LOG2_E, x), number(ROUNDING, x)),
                number(ROUNDING, x)));
        LoopExpression rest = define("rest", fma(power, number(-LOG_2_LOW, x),
                fma(power, number(-LOG_2_HIGH, x), bounded)));
        LoopExpression above = fma(polynomial(EXPONENTIAL, rest), multiply(rest, rest), rest);
        LoopExpression least = number(LEAST_POWER, x);
        LoopExpression factor =
                define("factor", unary(UnaryMath.POWER_OF_TWO, binary(BinaryMath.MAXIMUM, power, least)));
        LoopExpression near = define("near", fma(above, factor, subtract(factor, number(1, x))));
        LoopExpression far = define("far", subtract(exponential(x), number(1, x)));
        return choose(Relation.EQUAL, x, number(0, x), x,
                choose(Relation.LESS, number(LARGE_EXPONENT, x), x, far, near));
    }

    /// The natural logarithm of `1 + x`, exact where x is small.
    public LoopExpression logarithmOfOnePlus(LoopExpression x) {
        LoopExpression sum = define("sum", add(x, number(1, x)));
        LoopExpression logarithm = define("logarithm", logarithm(sum));
        // What the sum has lost in rounding, the quotient brings back.
        LoopExpression exact = define("exact",
                multiply(logarithm, binary(BinaryMath.DIVIDE, x, subtract(sum, number(1, x)))));
        return choose(Relation.EQUAL, sum, number(1, x), x,
                choose(Relation.LESS, x, number(Double.POSITIVE_INFINITY, x), exact, logarithm));
    }

    /// The error function, by a polynomial near 0 and as `1 - e^p(|x|)` beyond.
    ///
    /// @see <a href="https://stackoverflow.com/a/35148199">N. Juffa's minimax approximations for float32</a>
    public LoopExpression errorFunction(LoopExpression x) {
        LoopExpression size = define("size", unary(UnaryMath.ABSOLUTE, x));
        LoopExpression near = define("near", fma(polynomial(ERROR_NEAR, define("square", multiply(x, x))), x, x));
        LoopExpression exponent = define("exponent",
                subtract(multiply(polynomial(ERROR_FAR, size), size), size));
        LoopExpression far = define("far", subtract(number(1, x), exponential(exponent)));
        return choose(Relation.LESS, size, number(NEAR_ERROR, x), near,
                choose(Relation.LESS, x, number(0, x), unary(UnaryMath.NEGATE, far), far));
    }

    /// The nearest whole number; of two the even one.
    public LoopExpression round(LoopExpression x) {
        LoopExpression size = define("size", unary(UnaryMath.ABSOLUTE, x));
        LoopExpression whole = define("whole", subtract(add(size, number(WHOLE, x)), number(WHOLE, x)));
        LoopExpression signed =
                define("signed", choose(Relation.LESS, x, number(0, x), unary(UnaryMath.NEGATE, whole), whole));
        // What is a whole number stays what it is, minus zero too.
        LoopExpression rounded = define("rounded", choose(Relation.EQUAL, whole, size, x, signed));
        return choose(Relation.LESS, size, number(WHOLE, x), rounded, x);
    }

    /// The largest whole number that is not greater.
    public LoopExpression floor(LoopExpression x) {
        LoopExpression near = define("near", round(x));
        return choose(Relation.LESS, x, near, subtract(near, number(1, x)), near);
    }

    /// The smallest whole number that is not less.
    public LoopExpression ceiling(LoopExpression x) {
        LoopExpression near = define("near", round(x));
        LoopExpression above = define("above", unary(UnaryMath.NEGATE,
                subtract(unary(UnaryMath.NEGATE, near), number(1, x))));
        return choose(Relation.LESS, near, x, above, near);
    }

    /// 1 of positive numbers, -1 of negative ones, else the number itself: a zero or NaN.
    public LoopExpression sign(LoopExpression x) {
        return choose(Relation.LESS, x, number(0, x), number(-1, x),
                choose(Relation.LESS, number(0, x), x, number(1, x), x));
    }

    /// A power with an exponent that is no whole number, or a small positive one. The error of the former grows with the
    /// logarithm of the result; at the ends of the range of float32 it is some 5e-6 of it.
    ///
    /// @see #isPower
    public LoopExpression power(LoopExpression x, double exponent) {
        if (exponent == Math.rint(exponent)) {
            LoopExpression product = x;
            for (int i = 1; i < exponent; i++) {
                product = multiply(product, x);
            }
            return product;
        }
        // The power of minus infinity is that of infinity, those of other negative numbers do not exist.
        LoopExpression base = define("base", choose(Relation.EQUAL, x, number(Double.NEGATIVE_INFINITY, x),
                number(Double.POSITIVE_INFINITY, x), x));
        return exponential(define("logarithm", multiply(logarithm(base), number(exponent, x))));
    }

    /// Whether there is a form of the power with this exponent.
    public static boolean isPower(double exponent) {
        return Double.isFinite(exponent)
                && (exponent != Math.rint(exponent) || exponent >= 1 && exponent <= LARGEST_WHOLE_EXPONENT);
    }

    /// @param coefficients the highest first
    private LoopExpression polynomial(double[] coefficients, LoopExpression x) {
        LoopExpression sum = number(coefficients[0], x);
        for (int i = 1; i < coefficients.length; i++) {
            sum = fma(sum, x, number(coefficients[i], x));
        }
        return define("polynomial", sum);
    }

    private LoopExpression define(String name, LoopExpression value) {
        return code.define(name, value);
    }

    private static LoopExpression number(double value, LoopExpression like) {
        return LoopCode.constant(value, like.type().lanes());
    }

    private static LoopExpression unary(UnaryMath function, LoopExpression x) {
        return new LoopExpression.Unary(function, x);
    }

    private static LoopExpression fma(LoopExpression left, LoopExpression right, LoopExpression addend) {
        return new LoopExpression.MultiplyAdd(left, right, addend);
    }

    private static LoopExpression add(LoopExpression left, LoopExpression right) {
        return binary(BinaryMath.ADD, left, right);
    }

    private static LoopExpression subtract(LoopExpression left, LoopExpression right) {
        return binary(BinaryMath.SUBTRACT, left, right);
    }

    private static LoopExpression multiply(LoopExpression left, LoopExpression right) {
        return binary(BinaryMath.MULTIPLY, left, right);
    }

    private static LoopExpression choose(Relation relation, LoopExpression left, LoopExpression right,
            LoopExpression then, LoopExpression otherwise) {
        return new LoopExpression.Choose(relation, left, right, then, otherwise);
    }
}
