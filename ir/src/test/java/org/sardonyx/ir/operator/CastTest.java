package org.sardonyx.ir.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.RoundMode;
import org.sardonyx.ir.value.Tensor;

/// [Cast] and [BitCast].
class CastTest {
    private static Tensor cast(DataType to, Tensor x) {
        return Applied.to(new Cast(to), x);
    }

    private static String parsed(DataType to, String text) {
        return cast(to, Tensor.ofStrings(new long[0], text)).toString().replaceAll(".*\\{(.*)}", "$1");
    }

    @Test
    void convertsNumbers() {
        Tensor x = Tensor.ofFloats(new long[] {5}, -1.7f, 300, 0, -0.0f, Float.NaN);
        assertEquals("int8[5] {-1, 44, 0, 0, 0}", cast(DataType.INT8, x).toString());
        assertEquals("bool[5] {true, true, false, false, true}", cast(DataType.BOOL, x).toString());
        assertEquals("float64[5] {-1.7000000476837158, 300.0, 0.0, -0.0, NaN}", cast(DataType.FLOAT64, x).toString());
        assertEquals("uint4[5] {15, 12, 0, 0, 0}", cast(DataType.UINT4, x).toString());
        assertEquals("float32[0, 3]", cast(DataType.FLOAT32, Tensor.allocate(DataType.INT8, 0, 3)).toString());
    }

    @Test
    void roundsOnlyOnce() {
        long value = (1L << 53) + (1L << 29) + 1;
        assertEquals((float) value, cast(DataType.FLOAT32, Tensor.scalar(value)).getDouble(0));
    }

    @Test
    void saturatesWhereAskedTo() {
        Tensor x = Tensor.ofFloats(new long[] {2}, 1e6f, Float.NEGATIVE_INFINITY);
        assertEquals("float8e5m2[2] {57344.0, -57344.0}", cast(DataType.FLOAT8E5M2, x).toString());
        assertEquals("float8e5m2[2] {Infinity, -Infinity}",
                Applied.to(new Cast(DataType.FLOAT8E5M2, false, RoundMode.UP), x).toString());
    }

    @Test
    void roundsPowersOfTwoAsAskedTo() {
        Tensor x = Tensor.ofFloats(new long[] {2}, 5, 7);
        for (RoundMode mode : RoundMode.values()) {
            String expected = switch (mode) {
                case UP -> "{8.0, 8.0}";
                case DOWN -> "{4.0, 4.0}";
                case NEAREST -> "{4.0, 8.0}";
            };
            assertEquals("float8e8m0[2] " + expected,
                    Applied.to(new Cast(DataType.FLOAT8E8M0, true, mode), x).toString());
        }
    }

    @Test
    void ignoresAttributesWithoutEffect() {
        assertEquals(new Cast(DataType.FLOAT16), new Cast(DataType.FLOAT16, false, RoundMode.DOWN));
    }

    @ParameterizedTest
    @CsvSource({
        "FLOAT32, 3.14, 3.14", "FLOAT32, ' 1e-5 ', 1.0E-5", "FLOAT64, 1E8, 1.0E8", "FLOAT64, .5, 0.5",
        "FLOAT64, -5., -5.0", "FLOAT32, +INF, Infinity", "FLOAT32, -inf, -Infinity", "FLOAT16, nan, NaN",
        "FLOAT16, 70000, Infinity", "FLOAT64, 1e400, Infinity", "FLOAT32, 16777217.0000000000001, 1.6777218E7",
        "INT64, -9223372036854775808, -9223372036854775808", "INT32, 100.5, 100", "INT8, 200, -56",
        "UINT64, 18446744073709551615, 18446744073709551615", "BOOL, 0, false", "BOOL, 2, true"
    })
    void readsNumbers(DataType type, String text, String expected) {
        assertEquals(expected, parsed(type, text));
    }

    @ParameterizedTest
    @CsvSource({
        "FLOAT64, 314.15926, 314.15926", "FLOAT32, 100, 100", "FLOAT64, 1e21, 1000000000000000000000",
        "FLOAT64, 1e-7, 0.0000001", "FLOAT32, -0.0, -0", "FLOAT32, NaN, NaN", "FLOAT32, -Infinity, -INF",
        "FLOAT64, Infinity, INF", "INT8, -5, -5", "UINT64, -1, 18446744073709551615", "BOOL, 1, 1"
    })
    void writesNumbers(DataType type, String number, String expected) {
        Tensor x = type.isFloat()
                ? Tensor.scalar(type, Double.parseDouble(number))
                : Tensor.ofLongs(type, new long[0], Long.parseLong(number));
        assertEquals(expected, cast(DataType.STRING, x).getString(0));
    }

    @ParameterizedTest
    @CsvSource({"Hello, Hello", "0x10, 0x10", "1d, 1d", "'', ''", "1e, 1e", "Infinity, Infinity"})
    void refusesOtherStrings(String text, String quoted) {
        assertEquals("the string '" + quoted + "' is not a number",
                Applied.refusal(new Cast(DataType.FLOAT32), Tensor.ofStrings(new long[0], text)));
    }

    @Test
    void refusesLongStringsSwiftly() {
        String text = "1".repeat(1_000_000) + "x";
        assertEquals("the string '" + "1".repeat(40) + "...' is not a number",
                Applied.refusal(new Cast(DataType.INT32), Tensor.ofStrings(new long[0], text)));
    }

    @Test
    void refusesComplexNumbers() {
        assertEquals("there is no conversion from complex64 to float32",
                Applied.refusal(new Cast(DataType.FLOAT32), Tensor.allocate(DataType.COMPLEX64, 2)));
    }

    @Test
    void reinterpretsBits() {
        Tensor x = Tensor.ofFloats(new long[] {2}, 1, -0.0f);
        Tensor bits = Applied.to(new BitCast(DataType.INT32), x);
        assertEquals("int32[2] {1065353216, -2147483648}", bits.toString());
        assertEquals("float32[2] {1.0, -0.0}", Applied.to(new BitCast(DataType.FLOAT32), bits).toString());
        assertEquals("int4[3] {-1, 7, -8}",
                Applied.to(new BitCast(DataType.INT4), Tensor.ofLongs(DataType.UINT4, new long[] {3}, 15, 7, 8))
                        .toString());
        assertEquals("the bits of float32 cannot be taken for int16", Applied.refusal(new BitCast(DataType.INT16), x));
        assertEquals("the bits of string cannot be taken for string",
                Applied.refusal(new BitCast(DataType.STRING), Tensor.ofStrings(new long[0], "a")));
    }
}
