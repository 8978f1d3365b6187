package org.sardonyx.ir.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sardonyx.ir.ModelException;

class DataTypeTest {
    /// The names in the order of `TensorProto.DataType`, from 1.
    private static final List<String> BY_ONNX_CODE = List.of("float32", "uint8", "int8", "uint16", "int16", "int32",
            "int64", "string", "bool", "float16", "float64", "uint32", "uint64", "complex64", "complex128", "bfloat16",
            "float8e4m3fn", "float8e4m3fnuz", "float8e5m2", "float8e5m2fnuz", "uint4", "int4", "float4e2m1",
            "float8e8m0", "uint2", "int2");

    @Test
    void everyOnnxCodeFromOneToTwentySixIsAType() {
        for (int code = 1; code <= 26; code++) {
            DataType type = DataType.ofOnnxCode(code).orElseThrow();
            assertEquals(code, type.onnxCode());
            assertEquals(BY_ONNX_CODE.get(code - 1), type.text());
        }
        assertEquals(26, DataType.values().length);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 27, Integer.MAX_VALUE})
    void otherOnnxCodesAreNoType(int code) {
        assertEquals(Optional.empty(), DataType.ofOnnxCode(code));
    }

    @ParameterizedTest
    @EnumSource(DataType.class)
    void textParsesBack(DataType type) {
        assertEquals(Optional.of(type), DataType.parse(type.text()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "FLOAT32", "float", " int8", "float6e2m3"})
    void otherTextIsNoType(String text) {
        assertEquals(Optional.empty(), DataType.parse(text));
    }

    @ParameterizedTest
    @EnumSource(value = DataType.class, names = {"BOOL", "STRING"}, mode = EnumSource.Mode.EXCLUDE)
    void bitsAreTheFirstNumberInTheName(DataType type) {
        String digits = type.text().replaceFirst("[a-z]+(\\d+).*", "$1");
        assertEquals(Integer.parseInt(digits), type.bits());
    }

    @Test
    void boolTakesAByteAndStringHasNoSize() {
        assertEquals(8, DataType.BOOL.bits());
        assertEquals(0, DataType.STRING.bits());
    }

    @Test
    void kindsAnswerTheQuestions() {
        assertTrue(DataType.BFLOAT16.isFloat());
        assertFalse(DataType.COMPLEX64.isFloat());
        assertTrue(DataType.COMPLEX128.isComplex());
        assertTrue(DataType.INT2.isInteger());
        assertTrue(DataType.UINT64.isInteger());
        assertFalse(DataType.BOOL.isInteger());
        EnumSet<DataType> unsigned = EnumSet.allOf(DataType.class);
        unsigned.removeIf(DataType::isSigned);
        assertEquals(EnumSet.of(DataType.FLOAT8E8M0, DataType.UINT64, DataType.UINT32, DataType.UINT16, DataType.UINT8,
                DataType.UINT4, DataType.UINT2, DataType.BOOL, DataType.STRING), unsigned);
    }

    @ParameterizedTest
    @CsvSource({"INT4, 0, 0", "INT4, 1, 1", "INT4, 2, 1", "INT4, 3, 2", "UINT2, 4, 1", "UINT2, 5, 2",
        "FLOAT4E2M1, 7, 4", "BOOL, 3, 3", "FLOAT16, 3, 6", "COMPLEX128, 2, 32",
        "INT2, 9223372036854775807, 2305843009213693952", "UINT8, 9223372036854775807, 9223372036854775807"})
    void bytesForPacksWithoutGaps(DataType type, long count, long bytes) {
        assertEquals(bytes, type.bytesFor(count));
    }

    @Test
    void bytesForRefusesWhatHasNoSize() {
        assertThrows(ModelException.class, () -> DataType.FLOAT32.bytesFor(1L << 61));
        assertThrows(IllegalArgumentException.class, () -> DataType.FLOAT32.bytesFor(-1));
        assertThrows(IllegalStateException.class, () -> DataType.STRING.bytesFor(1));
    }

    @ParameterizedTest
    @EnumSource(value = DataType.class, names = {"STRING", "COMPLEX64", "COMPLEX128"})
    void typesThatAreNoNumbersRefuseConversion(DataType type) {
        String message = assertThrows(IllegalStateException.class, () -> type.decode(0)).getMessage();
        assertEquals("an element of type " + type.text() + " is not one number", message);
        assertThrows(IllegalStateException.class, () -> type.encode(0.0));
        assertThrows(IllegalStateException.class, () -> type.encodeSaturating(0.0));
        assertThrows(IllegalStateException.class, () -> type.decodeLong(0));
        assertThrows(IllegalStateException.class, () -> type.encodeLong(0));
        assertThrows(IllegalStateException.class, type::lowest);
        assertThrows(IllegalStateException.class, type::highest);
    }

    @Test
    void floatsRefuseToBeReadAsIntegers() {
        Arrays.stream(DataType.values()).filter(DataType::isFloat).forEach(type -> {
            String message = assertThrows(IllegalStateException.class, () -> type.decodeLong(0)).getMessage();
            assertEquals(type.text() + " does not hold integers", message);
            assertThrows(IllegalStateException.class, () -> type.encodeLong(0));
        });
    }

    @ParameterizedTest
    @CsvSource({"FLOAT32, 0x1.fffffeP127", "FLOAT64, 0x1.fffffffffffffP1023", "FLOAT16, 65504", "BFLOAT16, 0x1.feP127",
        "FLOAT8E4M3FN, 448", "FLOAT8E4M3FNUZ, 240", "FLOAT8E5M2, 57344", "FLOAT8E5M2FNUZ, 57344", "FLOAT4E2M1, 6"})
    void floatsReachEquallyFarOnBothSides(DataType type, double highest) {
        assertEquals(highest, type.highest());
        assertEquals(-highest, type.lowest());
    }

    @ParameterizedTest
    @CsvSource({"INT64, -9223372036854775808, 9223372036854775807", "INT32, -2147483648, 2147483647",
        "INT16, -32768, 32767", "INT8, -128, 127", "INT4, -8, 7", "INT2, -2, 1", "UINT64, 0, 18446744073709551615",
        "UINT32, 0, 4294967295", "UINT16, 0, 65535", "UINT8, 0, 255", "UINT4, 0, 15", "UINT2, 0, 3", "BOOL, 0, 1",
        "FLOAT8E8M0, 0x1p-127, 0x1p127"})
    void otherRanges(DataType type, double lowest, double highest) {
        assertEquals(lowest, type.lowest());
        assertEquals(highest, type.highest());
    }

    @Test
    void boolTakesNanAndAnyNonZeroForTrue() {
        for (double value : new double[] {Double.NaN, Double.MIN_VALUE, -0.25, Double.NEGATIVE_INFINITY}) {
            assertEquals(1, DataType.BOOL.encode(value));
        }
        assertEquals(0, DataType.BOOL.encode(0.0));
        assertEquals(0, DataType.BOOL.encode(-0.0));
        assertEquals(1, DataType.BOOL.encodeLong(256));
        assertEquals(1, DataType.BOOL.decodeLong(0xFF));
        assertEquals(0.0, DataType.BOOL.decode(0x100));
    }

    @ParameterizedTest
    @EnumSource(RoundMode.class)
    void roundModeTextParsesBack(RoundMode mode) {
        assertEquals(Optional.of(mode), RoundMode.parse(mode.text()));
        assertEquals(Optional.empty(), RoundMode.parse(mode.text() + " "));
    }
}
