package org.sardonyx.frontend.onnxtext;

/// The text of numbers.
final class Literals {
    private static final int NAN = 0x7fc00000;
    private static final long LONG_NAN = 0x7ff8000000000000L;

    private Literals() {}

    /// Whether the number is no NaN other than the two that `nan` and `-nan` stand for.
    static boolean isOrdinary(float value) {
        return !Float.isNaN(value) || (Float.floatToRawIntBits(value) & Integer.MAX_VALUE) == NAN;
    }

    /// As [#isOrdinary(float)].
    static boolean isOrdinary(double value) {
        return !Double.isNaN(value) || (Double.doubleToRawLongBits(value) & Long.MAX_VALUE) == LONG_NAN;
    }

    /// The shortest text that gives the number back.
    static String of(float value) {
        return Float.isFinite(value)
                ? Float.toString(value)
                : special(Float.isNaN(value), Float.floatToRawIntBits(value) < 0);
    }

    /// As [#of(float)].
    static String of(double value) {
        return Double.isFinite(value)
                ? Double.toString(value)
                : special(Double.isNaN(value), Double.doubleToRawLongBits(value) < 0);
    }

    private static String special(boolean nan, boolean negative) {
        return (negative ? "-" : "") + (nan ? "nan" : "inf");
    }

    /// As [#of(float)], with the bits of a NaN that `nan` does not stand for.
    static String withNanBits(float value) {
        return isOrdinary(value) ? of(value) : "nan(0x" + Integer.toHexString(Float.floatToRawIntBits(value)) + ")";
    }

    /// As [#withNanBits(float)].
    static String withNanBits(double value) {
        return isOrdinary(value) ? of(value) : "nan(0x" + Long.toHexString(Double.doubleToRawLongBits(value)) + ")";
    }
}
