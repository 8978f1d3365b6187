package org.sardonyx.ir.type;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PowerOfTwoTest {
    private static final long NAN = 0xFF;

    @ParameterizedTest
    @EnumSource(RoundMode.class)
    void everyCodeSurvivesTheRoundTrip(RoundMode mode) {
        for (int code = 0; code <= 0xFF; code++) {
            double value = DataType.FLOAT8E8M0.decode(code);
            assertEquals(code == 0xFF ? Double.NaN : Math.pow(2, code - 127), value);
            assertEquals(code, DataType.encodeE8M0(value, mode, true));
            assertEquals(code, DataType.encodeE8M0(value, mode, false));
        }
    }

    @ParameterizedTest
    @CsvSource({"1.0000001, 2, 1, 1", "1.25, 2, 1, 1", "1.4999999, 2, 1, 1", "1.5, 2, 1, 2", "1.9999999, 2, 1, 2",
        "0.124, 0.125, 0.0625, 0.125", "0x1.000002p-127, 0x1p-126, 0x1p-127, 0x1p-127",
        "0x1.8p-127, 0x1p-126, 0x1p-127, 0x1p-126"})
    void roundsUpDownAndToNearest(double value, double up, double down, double nearest) {
        assertEquals(up, rounded(value, RoundMode.UP));
        assertEquals(down, rounded(value, RoundMode.DOWN));
        assertEquals(nearest, rounded(value, RoundMode.NEAREST));
    }

    private static double rounded(double value, RoundMode mode) {
        return DataType.FLOAT8E8M0.decode(DataType.encodeE8M0(value, mode, false));
    }

    @ParameterizedTest
    @EnumSource(RoundMode.class)
    void specialValuesOfTheOnnxOperatorPage(RoundMode mode) {
        for (double tiny : new double[] {0.0, -0.0, Double.MIN_VALUE, 0x1p-129}) {
            assertEquals(0, DataType.encodeE8M0(tiny, mode, true));
            assertEquals(NAN, DataType.encodeE8M0(tiny, mode, false));
        }
        for (double huge : new double[] {0x1p128, Double.MAX_VALUE, Double.POSITIVE_INFINITY}) {
            assertEquals(0xFE, DataType.encodeE8M0(huge, mode, true));
            assertEquals(NAN, DataType.encodeE8M0(huge, mode, false));
        }
        for (double none : new double[] {Double.NaN, -1.0, -Double.MIN_VALUE, Double.NEGATIVE_INFINITY}) {
            assertEquals(NAN, DataType.encodeE8M0(none, mode, true));
            assertEquals(NAN, DataType.encodeE8M0(none, mode, false));
        }
    }

    @Test
    void theRangeIsJudgedAfterRounding() {
        assertEquals(0xFE, DataType.encodeE8M0(0x1.4p127, RoundMode.NEAREST, false));
        assertEquals(NAN, DataType.encodeE8M0(0x1.8p127, RoundMode.NEAREST, false));
        assertEquals(0xFE, DataType.encodeE8M0(0x1.8p127, RoundMode.NEAREST, true));
        assertEquals(0xFE, DataType.encodeE8M0(0x1.cp127, RoundMode.DOWN, false));
        assertEquals(NAN, DataType.encodeE8M0(0x1.4p127, RoundMode.UP, false));
        assertEquals(0, DataType.encodeE8M0(0x1.8p-128, RoundMode.NEAREST, false));
        assertEquals(NAN, DataType.encodeE8M0(0x1.8p-128, RoundMode.DOWN, false));
    }

    @Test
    void encodeRoundsToNearest() {
        assertEquals(127, DataType.FLOAT8E8M0.encode(1.25));
        assertEquals(NAN, DataType.FLOAT8E8M0.encode(0.0));
        assertEquals(0, DataType.FLOAT8E8M0.encodeSaturating(0.0));
    }
}
