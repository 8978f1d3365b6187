package org.sardonyx.ir.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Every code of every float format of 4 to 16 bits, and what lies between two codes.
class SmallFloatTest {
    @Retention(RetentionPolicy.RUNTIME)
    @ParameterizedTest
    @EnumSource(value = DataType.class, names = {"FLOAT16", "BFLOAT16", "FLOAT8E4M3FN", "FLOAT8E4M3FNUZ", "FLOAT8E5M2",
        "FLOAT8E5M2FNUZ", "FLOAT4E2M1"})
    @interface ForEachSmallFloat {}

    @ForEachSmallFloat
    void everyCodeSurvivesTheRoundTrip(DataType type) {
        for (long code = 0; code < 1L << type.bits(); code++) {
            double value = type.decode(code);
            long back = type.encode(value);
            assertEquals(Double.isNaN(value) ? quiet(type, code) : code, back);
            assertEquals(Double.isInfinite(value) ? nearestFinite(type, value) : back, type.encodeSaturating(value));
        }
    }

    /// IEEE formats mark a quiet NaN by the top mantissa bit; the others have no signalling NaN.
    private static long quiet(DataType type, long code) {
        return switch (type) {
            case FLOAT16 -> code | 1 << 9;
            case BFLOAT16 -> code | 1 << 6;
            case FLOAT8E5M2 -> code | 1 << 1;
            default -> code;
        };
    }

    private static long nearestFinite(DataType type, double infinity) {
        return type.encode(infinity > 0 ? type.highest() : type.lowest());
    }

    @ForEachSmallFloat
    void midpointsGoToTheEvenCodeAndTheirNeighboursToTheNearest(DataType type) {
        long largest = type.encode(type.highest());
        long sign = 1L << type.bits() - 1;
        for (long code = 0; code < largest; code++) {
            double midpoint = (type.decode(code) + type.decode(code + 1)) / 2;
            assertTrue(type.decode(code) < midpoint && midpoint < type.decode(code + 1));
            long even = code + (code & 1);
            assertEquals(even, type.encode(midpoint));
            assertEquals(code, type.encode(Math.nextDown(midpoint)));
            assertEquals(code + 1, type.encode(Math.nextUp(midpoint)));
            assertEquals(type.encode(-type.decode(even)), type.encode(-midpoint));
            assertEquals(sign | code + 1, type.encode(-Math.nextUp(midpoint)));
        }
    }

    @ForEachSmallFloat
    void overflowStartsHalfAStepAboveTheLargestNumber(DataType type) {
        long largest = type.encode(type.highest());
        double halfStep = (type.highest() - type.decode(largest - 1)) / 2;
        // The midpoint goes to the even code: out of range, but for E4M3FN, whose largest code is the even one.
        double first = (largest & 1) == 1 ? type.highest() + halfStep : Math.nextUp(type.highest() + halfStep);
        long infinity = type.encode(Double.POSITIVE_INFINITY);
        assertEquals(largest, type.encode(Math.nextDown(first)));
        for (double value : new double[] {first, 2 * type.highest(), 0x1p200, Double.MAX_VALUE}) {
            assertEquals(infinity, type.encode(value));
            assertEquals(type.encode(Double.NEGATIVE_INFINITY), type.encode(-value));
            assertEquals(largest, type.encodeSaturating(value));
            assertEquals(type.lowest(), type.decode(type.encodeSaturating(-value)));
        }
    }

    @ForEachSmallFloat
    void tinyNumbersGoToZeroOfTheirSign(DataType type) {
        long negativeZero = type.text().endsWith("fnuz") ? 0 : 1L << type.bits() - 1;
        double halfOfSmallest = type.decode(1) / 2;
        for (double value : new double[] {0.0, Double.MIN_VALUE, Double.MIN_NORMAL, 0x1p-200, halfOfSmallest}) {
            assertEquals(0, type.encode(value));
            assertEquals(negativeZero, type.encode(-value));
        }
        assertEquals(1, type.encode(Math.nextUp(halfOfSmallest)));
    }

    @ForEachSmallFloat
    void bitsAboveTheElementAreIgnored(DataType type) {
        assertEquals(type.decode(5), type.decode(5 | -1L << type.bits()));
    }

    /// The tables of the ONNX operator page Cast and the page "Float stored in 4 bits", except for NaN there.
    @ParameterizedTest
    @CsvSource({"FLOAT16, 7C00, FC00, 7BFF, FBFF, 7E00, FE00", "BFLOAT16, 7F80, FF80, 7F7F, FF7F, 7FC0, FFC0",
        "FLOAT8E4M3FN, 7F, FF, 7E, FE, 7F, FF", "FLOAT8E4M3FNUZ, 80, 80, 7F, FF, 80, 80",
        "FLOAT8E5M2, 7C, FC, 7B, FB, 7E, FE", "FLOAT8E5M2FNUZ, 80, 80, 7F, FF, 80, 80",
        "FLOAT4E2M1, 7, F, 7, F, 8, 8"})
    void infinitiesAndNan(DataType type, String infinity, String negativeInfinity, String largest, String smallest,
            String nan, String negativeNan) {
        assertCode(infinity, type.encode(Double.POSITIVE_INFINITY));
        assertCode(negativeInfinity, type.encode(Double.NEGATIVE_INFINITY));
        assertCode(largest, type.encodeSaturating(Double.POSITIVE_INFINITY));
        assertCode(smallest, type.encodeSaturating(Double.NEGATIVE_INFINITY));
        assertCode(nan, type.encode(Double.NaN));
        assertCode(nan, type.encodeSaturating(Double.NaN));
        assertCode(negativeNan, type.encode(Math.copySign(Double.NaN, -1.0)));
    }

    private static void assertCode(String hexadecimal, long code) {
        assertEquals(hexadecimal, Long.toHexString(code).toUpperCase());
    }

    /// The smallest numbers, the step from subnormal to normal and 1 in each format.
    @ParameterizedTest
    @CsvSource({"FLOAT16, 1, 0x1p-24", "FLOAT16, 1024, 0x1p-14", "FLOAT16, 15360, 1", "BFLOAT16, 1, 0x1p-133",
        "BFLOAT16, 128, 0x1p-126", "BFLOAT16, 16256, 1", "FLOAT8E4M3FN, 1, 0x1p-9", "FLOAT8E4M3FN, 8, 0x1p-6",
        "FLOAT8E4M3FN, 56, 1", "FLOAT8E4M3FNUZ, 1, 0x1p-10", "FLOAT8E4M3FNUZ, 8, 0x1p-7", "FLOAT8E4M3FNUZ, 64, 1",
        "FLOAT8E5M2, 1, 0x1p-16", "FLOAT8E5M2, 4, 0x1p-14", "FLOAT8E5M2, 60, 1", "FLOAT8E5M2FNUZ, 1, 0x1p-17",
        "FLOAT8E5M2FNUZ, 4, 0x1p-15", "FLOAT8E5M2FNUZ, 64, 1", "FLOAT4E2M1, 1, 0.5", "FLOAT4E2M1, 2, 1",
        "FLOAT4E2M1, 3, 1.5", "FLOAT4E2M1, 4, 2", "FLOAT4E2M1, 5, 3", "FLOAT4E2M1, 6, 4", "FLOAT4E2M1, 7, 6"})
    void knownNumbers(DataType type, long code, double value) {
        assertEquals(value, type.decode(code));
        assertEquals(code, type.encode(value));
    }
}
