package org.sardonyx.ir.operator;

import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

import org.sardonyx.ir.ModelException;

/// The functions of two numbers that [Binary] applies. Each has a form for floating-point numbers, computed in double,
/// one for signed and one for unsigned integers; where a form is missing the function is not defined.
public enum BinaryFunction {
    ADD((a, b) -> a + b, (a, b) -> a + b, (a, b) -> a + b),
    SUBTRACT((a, b) -> a - b, (a, b) -> a - b, (a, b) -> a - b),
    MULTIPLY((a, b) -> a * b, (a, b) -> a * b, (a, b) -> a * b),
    /// Of integers: truncated towards zero.
    DIVIDE((a, b) -> a / b, (a, b) -> a / nonZero(b), (a, b) -> Long.divideUnsigned(a, nonZero(b))),
    /// The remainder with the sign of the divisor, as in Python.
    MODULO(SpecialFunctions::floorModulo, (a, b) -> Math.floorMod(a, nonZero(b)),
            (a, b) -> Long.remainderUnsigned(a, nonZero(b))),
    /// The remainder with the sign of the dividend, as C's `fmod`.
    REMAINDER((a, b) -> a % b, (a, b) -> a % nonZero(b), (a, b) -> Long.remainderUnsigned(a, nonZero(b))),
    /// Of integers: a negative exponent gives the quotient truncated towards zero.
    POWER(SpecialFunctions::power, BinaryFunction::power, BinaryFunction::powerUnsigned),
    /// NaN if either is NaN.
    MINIMUM(Math::min, Math::min, (a, b) -> Long.compareUnsigned(a, b) <= 0 ? a : b),
    /// NaN if either is NaN.
    MAXIMUM(Math::max, Math::max, (a, b) -> Long.compareUnsigned(a, b) >= 0 ? a : b),
    /// Bit by bit; of bool the logical function.
    AND(null, (a, b) -> a & b, (a, b) -> a & b),
    OR(null, (a, b) -> a | b, (a, b) -> a | b),
    XOR(null, (a, b) -> a ^ b, (a, b) -> a ^ b),
    /// Of integers; 0 where the distance is negative or at least the number of bits.
    SHIFT_LEFT(null, BinaryFunction::shiftLeft, BinaryFunction::shiftLeft),
    /// Of integers; a signed one is extended by its sign. Where the distance is negative or at least the number of
    /// bits, only that extension is left: -1 of a negative number, else 0.
    SHIFT_RIGHT(null, (a, b) -> a >> (isShift(b) ? b : 63), (a, b) -> isShift(b) ? a >>> b : 0);

    private final DoubleBinaryOperator ofDouble;
    private final LongBinaryOperator ofSigned;
    private final LongBinaryOperator ofUnsigned;

    BinaryFunction(DoubleBinaryOperator ofDouble, LongBinaryOperator ofSigned, LongBinaryOperator ofUnsigned) {
        this.ofDouble = ofDouble;
        this.ofSigned = ofSigned;
        this.ofUnsigned = ofUnsigned;
    }

    private static long nonZero(long divisor) {
        if (divisor == 0) {
            throw new ModelException("division of an integer by zero");
        }
        return divisor;
    }

    private static boolean isShift(long distance) {
        return distance >= 0 && distance <= 63;
    }

    private static long shiftLeft(long a, long distance) {
        return isShift(distance) ? a << distance : 0;
    }

    private static long power(long base, long exponent) {
        if (exponent < 0) {
            return base == 1 ? 1 : base == -1 ? ((exponent & 1) == 0 ? 1 : -1) : 0;
        }
        return powerUnsigned(base, exponent);
    }

    /// By squaring.
    private static long powerUnsigned(long base, long exponent) {
        long result = 1;
        long square = base;
        for (long rest = exponent; rest != 0; rest >>>= 1) {
            result *= (rest & 1) == 1 ? square : 1;
            square *= square;
        }
        return result;
    }

    boolean isBitwise() {
        return this == AND || this == OR || this == XOR;
    }

    DoubleBinaryOperator ofDouble() {
        return ofDouble;
    }

    LongBinaryOperator ofSigned() {
        return ofSigned;
    }

    LongBinaryOperator ofUnsigned() {
        return ofUnsigned;
    }
}
