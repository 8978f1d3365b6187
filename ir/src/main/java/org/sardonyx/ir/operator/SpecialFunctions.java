package org.sardonyx.ir.operator;

/// Functions of a double that [StrictMath] lacks, accurate to a few units in the last place and the same on every
/// machine.
final class SpecialFunctions {
    /// Beyond this a square swallows the 1 that is added to it.
    private static final double LARGE = 0x1p28;

    private static final double LOGARITHM_OF_TWO = 0.6931471805599453;
    private static final double ONE_BY_SQUARE_ROOT_OF_PI = 0.5641895835477563;

    // The coefficients of Cody's minimax approximations, the highest power first.
    private static final double[] SMALL_NUMERATOR = {
        1.85777706184603153e-1, 3.16112374387056560e0, 1.13864154151050156e2, 3.77485237685302021e2,
        3.20937758913846947e3};
    private static final double[] SMALL_DENOMINATOR = {
        1, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3};
    private static final double[] MIDDLE_NUMERATOR = {
        2.15311535474403846e-8, 5.64188496988670089e-1, 8.88314979438837594e0, 6.61191906371416295e1,
        2.98635138197400131e2, 8.81952221241769090e2, 1.71204761263407058e3, 2.05107837782607147e3,
        1.23033935479799725e3};
    private static final double[] MIDDLE_DENOMINATOR = {
        1, 1.57449261107098347e1, 1.17693950891312499e2, 5.37181101862009858e2, 1.62138957456669019e3,
        3.29079923573345963e3, 4.36261909014324716e3, 3.43936767414372164e3, 1.23033935480374942e3};
    private static final double[] LARGE_NUMERATOR = {
        1.63153871373020978e-2, 3.05326634961232344e-1, 3.60344899949804439e-1, 1.25781726111229246e-1,
        1.60837851487422766e-2, 6.58749161529837803e-4};
    private static final double[] LARGE_DENOMINATOR = {
        1, 2.56852019228982242e0, 1.87295284992346047e0, 5.27905102951428412e-1, 6.05183413124413191e-2,
        2.33520497626869185e-3};

    private SpecialFunctions() {}

    /// The error function, `2/sqrt(pi)` times the integral of `exp(-t^2)` from 0 to x.
    ///
    /// W. J. Cody, "Rational Chebyshev Approximation for the Error Function", Mathematics of Computation 23 (1969).
    static double errorFunction(double x) {
        double magnitude = Math.abs(x);
        if (magnitude <= 0.46875) {
            double square = x * x;
            return x * polynomial(SMALL_NUMERATOR, square) / polynomial(SMALL_DENOMINATOR, square);
        }
        double complement;
        if (magnitude <= 4) {
            complement = polynomial(MIDDLE_NUMERATOR, magnitude) / polynomial(MIDDLE_DENOMINATOR, magnitude)
                    * StrictMath.exp(-magnitude * magnitude);
        } else if (magnitude < 6) {
            double inverse = 1 / (magnitude * magnitude);
            double tail = inverse * polynomial(LARGE_NUMERATOR, inverse) / polynomial(LARGE_DENOMINATOR, inverse);
            complement = (ONE_BY_SQUARE_ROOT_OF_PI - tail) / magnitude * StrictMath.exp(-magnitude * magnitude);
        } else {
            complement = 0;
        }
        return Double.isNaN(x) ? x : Math.copySign(1 - complement, x);
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = coefficients[0];
        for (int i = 1; i < coefficients.length; i++) {
            sum = sum * x + coefficients[i];
        }
        return sum;
    }

    /// The number whose hyperbolic sine is x; exact in the signs of zeros and infinities.
    static double inverseHyperbolicSine(double x) {
        double a = Math.abs(x);
        double result = a > LARGE
                ? StrictMath.log(a) + LOGARITHM_OF_TWO
                : StrictMath.log1p(a + a * a / (1 + Math.sqrt(a * a + 1)));
        return Math.copySign(result, x);
    }

    /// The number, not negative, whose hyperbolic cosine is x; NaN below 1.
    static double inverseHyperbolicCosine(double x) {
        if (x < 1) {
            return Double.NaN;
        }
        double above = x - 1;
        return x > LARGE
                ? StrictMath.log(x) + LOGARITHM_OF_TWO
                : StrictMath.log1p(above + Math.sqrt(2 * above + above * above));
    }

    /// The number whose hyperbolic tangent is x; infinite at 1 and -1, NaN beyond.
    static double inverseHyperbolicTangent(double x) {
        double a = Math.abs(x);
        return Math.copySign(0.5 * StrictMath.log1p(2 * a / (1 - a)), x);
    }

    /// A power as IEEE 754-2019 defines `pow`. It differs from Java's where the base is 1, whatever the exponent, and
    /// where it is -1 and the exponent infinite: the result is 1 there, not NaN.
    static double power(double base, double exponent) {
        boolean one = base == 1 || base == -1 && Double.isInfinite(exponent);
        return one ? 1 : StrictMath.pow(base, exponent);
    }

    /// The remainder with the sign of the divisor, also where it is zero or the divisor infinite.
    static double floorModulo(double dividend, double divisor) {
        double remainder = dividend % divisor;
        if (remainder == 0) {
            return Math.copySign(0, divisor);
        }
        return remainder < 0 == divisor < 0 ? remainder : remainder + divisor;
    }
}
