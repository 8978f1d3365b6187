package org.sardonyx.ir.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// [Unary], [Binary], [Compare] and [Select].
class ElementwiseTest {
    private static Tensor scalar(DataType type, String number) {
        return type.isInteger()
                ? Tensor.ofLongs(type, new long[0], Long.parseLong(number))
                : Tensor.scalar(type, Double.parseDouble(number));
    }

    @ParameterizedTest
    @CsvSource({
        "NEGATE, FLOAT32, 0, -0.0", "NEGATE, INT8, -128, -128", "ABSOLUTE, FLOAT32, -0.0, 0",
        "ABSOLUTE, INT64, -3, 3", "ABSOLUTE, UINT64, -1, -1", "SIGN, UINT64, -1, 1", "SIGN, INT8, -7, -1",
        "SIGN, FLOAT32, -0.0, -0.0", "SIGN, FLOAT32, NaN, NaN", "FLOOR, FLOAT32, -1.5, -2",
        "CEILING, FLOAT32, -0.5, -0.0", "ROUND, FLOAT32, 2.5, 2", "ROUND, FLOAT32, -3.5, -4", "ROUND, INT32, 7, 7",
        "SQUARE_ROOT, FLOAT32, -1, NaN", "SQUARE_ROOT, FLOAT16, 2, 1.4140625", "EXPONENTIAL, FLOAT32, 100, Infinity",
        "EXPONENTIAL_MINUS_ONE, FLOAT64, 1e-10, 1.00000000005e-10", "LOGARITHM, FLOAT32, 0, -Infinity",
        "LOGARITHM_OF_ONE_PLUS, FLOAT32, 1e-10, 1e-10", "SINE, FLOAT32, Infinity, NaN",
        "INVERSE_COSINE, FLOAT32, 2, NaN", "HYPERBOLIC_TANGENT, FLOAT32, -Infinity, -1",
        "INVERSE_HYPERBOLIC_TANGENT, FLOAT32, 1, Infinity", "BITWISE_NOT, UINT8, 5, 250",
        "BITWISE_NOT, INT4, 7, -8"
    })
    void appliesFunctionsOfOneNumber(UnaryFunction function, DataType type, String x, String y) {
        assertEquals(scalar(type, y).toString(), Applied.to(new Unary(function), scalar(type, x)).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "ADD, INT8, 127, 1, -128", "ADD, FLOAT16, 65504, 65504, Infinity", "SUBTRACT, UINT8, 1, 2, 255",
        "MULTIPLY, FLOAT32, 0, Infinity, NaN", "DIVIDE, INT32, -7, 2, -3", "DIVIDE, UINT64, -1, 2, 9223372036854775807",
        "DIVIDE, INT8, -128, -1, -128", "DIVIDE, FLOAT32, 1, -0.0, -Infinity", "MODULO, INT32, -7, 3, 2",
        "MODULO, FLOAT32, -7, 3, 2", "MODULO, FLOAT32, 5, -Infinity, -Infinity", "MODULO, FLOAT32, 5, Infinity, 5",
        "MODULO, FLOAT32, 0, -3, -0.0", "MODULO, FLOAT32, 1, 0, NaN", "MODULO, FLOAT32, 4e10, 3, 1",
        "REMAINDER, INT32, -7, 3, -1", "REMAINDER, FLOAT32, -7, 3, -1", "REMAINDER, UINT64, -1, 10, 5",
        "POWER, FLOAT32, 1, NaN, 1", "POWER, FLOAT32, -1, Infinity, 1", "POWER, FLOAT32, NaN, 0, 1",
        "POWER, FLOAT32, -8, 0.5, NaN", "POWER, INT32, 3, 5, 243", "POWER, INT32, 2, -1, 0", "POWER, INT32, -1, -3, -1",
        "POWER, UINT64, 1, -1, 1", "MINIMUM, FLOAT32, NaN, 1, NaN", "MINIMUM, FLOAT32, 0, -0.0, -0.0",
        "MAXIMUM, UINT64, -1, 1, -1", "MAXIMUM, INT64, -1, 1, 1", "XOR, INT8, 6, 3, 5", "SHIFT_LEFT, UINT8, 129, 1, 2",
        "SHIFT_LEFT, UINT32, 1, 32, 0", "SHIFT_LEFT, INT32, 1, -1, 0", "SHIFT_RIGHT, UINT8, 129, 1, 64",
        "SHIFT_RIGHT, INT8, -128, 1, -64", "SHIFT_RIGHT, INT8, -128, 100, -1", "SHIFT_RIGHT, UINT64, -1, 63, 1",
        "SHIFT_RIGHT, UINT64, -1, 64, 0"
    })
    void appliesFunctionsOfTwoNumbers(BinaryFunction function, DataType type, String a, String b, String y) {
        Tensor result = Applied.to(new Binary(function), scalar(type, a), scalar(type, b));
        assertEquals(scalar(type, y).toString(), result.toString());
    }

    @Test
    void broadcastsAsNumpy() {
        Tensor column = Tensor.ofFloats(new long[] {2, 1}, 1, 2);
        Tensor row = Tensor.ofFloats(new long[] {3}, 10, 20, 30);
        assertEquals("float32[2, 3] {11.0, 21.0, 31.0, 12.0, 22.0, 32.0}",
                Applied.to(new Binary(BinaryFunction.ADD), column, row).toString());
        Tensor nothing = Tensor.ofFloats(new long[] {0, 1, 1});
        assertEquals("float32[0, 2, 3]",
                Applied.to(new Binary(BinaryFunction.ADD), Tensor.ofFloats(new long[] {2, 3}, 1, 2, 3, 4, 5, 6),
                        nothing)
                        .toString());
    }

    @ParameterizedTest
    @EnumSource
    void isFalseForNaN(Comparison comparison) {
        Tensor nan = Tensor.scalar(DataType.FLOAT32, Double.NaN);
        assertEquals("bool[] {false}", Applied.to(new Compare(comparison), nan, nan).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "EQUAL, FLOAT32, 0, -0.0, true", "LESS, FLOAT32, -0.0, 0, false", "LESS, INT64, -1, 1, true",
        "LESS, UINT64, -1, 1, false", "LESS_OR_EQUAL, INT8, 3, 3, true", "LESS, FLOAT32, -Infinity, 0, true"
    })
    void compares(Comparison comparison, DataType type, String a, String b, boolean holds) {
        Tensor result = Applied.to(new Compare(comparison), scalar(type, a), scalar(type, b));
        assertEquals(Tensor.ofBooleans(new long[0], holds).toString(), result.toString());
    }

    @Test
    void comparesStrings() {
        Tensor a = Tensor.ofStrings(new long[] {2}, "a", "b");
        Tensor b = Tensor.ofStrings(new long[] {1}, "b");
        assertEquals("bool[2] {false, true}", Applied.to(new Compare(Comparison.EQUAL), a, b).toString());
        assertEquals("LESS is not defined for elements of type string",
                Applied.refusal(new Compare(Comparison.LESS), a, b));
    }

    @Test
    void selects() {
        Tensor condition = Tensor.ofBooleans(new long[] {2, 1}, true, false);
        Tensor a = Tensor.ofStrings(new long[] {2}, "a", "b");
        Tensor b = Tensor.ofStrings(new long[0], "c");
        assertEquals("string[2, 2] {\"a\", \"b\", \"c\", \"c\"}",
                Applied.to(new Select(), condition, a, b).toString());
        assertEquals("the condition is of type string, expected bool", Applied.refusal(new Select(), a, a, b));
    }

    @Test
    void tellsWhatIsNotDefined() {
        Tensor truth = Tensor.ofBooleans(new long[0], true);
        Tensor number = Tensor.scalar(DataType.FLOAT32, 1);
        Tensor zero = Tensor.scalar(0);
        assertEquals("SINE is not defined for elements of type int64",
                Applied.refusal(new Unary(UnaryFunction.SINE), zero));
        assertEquals("NOT is not defined for elements of type int64",
                Applied.refusal(new Unary(UnaryFunction.NOT), zero));
        assertEquals("ADD is not defined for elements of type bool",
                Applied.refusal(new Binary(BinaryFunction.ADD), truth, truth));
        assertEquals("element types int64 and float32 differ where they must be the same",
                Applied.refusal(new Binary(BinaryFunction.ADD), zero, number));
        for (BinaryFunction function : List.of(BinaryFunction.DIVIDE, BinaryFunction.MODULO,
                BinaryFunction.REMAINDER)) {
            assertEquals("division of an integer by zero", Applied.refusal(new Binary(function), zero, zero));
        }
    }
}
