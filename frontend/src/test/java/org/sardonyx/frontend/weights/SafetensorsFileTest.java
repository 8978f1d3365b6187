package org.sardonyx.frontend.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.sardonyx.ir.ModelException;

class SafetensorsFileTest {
    private static Map<String, StoredTensor> read(String header, byte... data) {
        return SafetensorsFile.tensors(MemorySegment.ofArray(Safetensors.file(header, data)));
    }

    @Test
    void readsTensorsInTheOrderOfTheHeader() {
        Map<String, StoredTensor> tensors = read("{\"__metadata__\":{\"format\":\"pt\"},"
                + Safetensors.tensor("b.weight", "I16", "[2,1]", 1, 5) + "," + Safetensors.tensor("a", "U8", "[]", 0, 1)
                + "," + Safetensors.tensor("empty", "F32", "[0,7]", 5, 5) + "}   ", new byte[] {9, 1, 2, 3, 4});
        assertEquals(List.of("b.weight", "a", "empty"), List.copyOf(tensors.keySet()));
        assertEquals("int16[2, 1] {513, 1027}", tensors.get("b.weight").read().toString());
        assertEquals("uint8[] {9}", tensors.get("a").read().toString());
        assertEquals("float32[0, 7]", tensors.get("empty").read().toString());
        assertEquals("int16[2, 1]", tensors.get("b.weight").type().toString());
    }

    @ParameterizedTest
    @CsvSource({"F64, 8, float64", "F32, 4, float32", "F16, 2, float16", "BF16, 2, bfloat16",
        "F8_E4M3, 1, float8e4m3fn",
        "F8_E5M2, 1, float8e5m2", "F8_E4M3FNUZ, 1, float8e4m3fnuz", "F8_E5M2FNUZ, 1, float8e5m2fnuz",
        "F8_E8M0, 1, float8e8m0", "I64, 8, int64", "I32, 4, int32", "I16, 2, int16", "I8, 1, int8", "U64, 8, uint64",
        "U32, 4, uint32", "U16, 2, uint16", "U8, 1, uint8", "BOOL, 1, bool", "C64, 8, complex64"})
    void readsEachType(String name, int bytes, String expected) {
        byte[] data = new byte[3 * bytes];
        Arrays.fill(data, (byte) 1);
        StoredTensor tensor =
                read("{" + Safetensors.tensor("w", name, "[3]", 0, data.length) + "}", data).get("w");
        assertEquals(expected + "[3]", tensor.read().type().toString());
        assertEquals(-1, tensor.read().segment().mismatch(MemorySegment.ofArray(data)));
    }

    @Test
    void aFileWithoutTensorsIsEmpty() {
        assertTrue(read("{}").isEmpty());
    }

    private static String problem(byte[] file) {
        return assertThrows(ModelException.class, () -> SafetensorsFile.tensors(MemorySegment.ofArray(file)))
                .getMessage();
    }

    private static String problem(String header, byte... data) {
        return problem(Safetensors.file(header, data));
    }

    private static String tensorProblem(String type, String shape, long begin, long end) {
        return problem("{" + Safetensors.tensor("w", type, shape, begin, end) + "}", new byte[8]);
    }

    @Test
    void aHeaderBeyondTheFileIsRefused() {
        assertEquals("is no safetensors file: it has 3 bytes, expected at least 8", problem(new byte[3]));
        assertEquals(
                "is no safetensors file or is cut off: it should begin with a header of 512 bytes, expected at most 1",
                problem(new byte[] {0, 2, 0, 0, 0, 0, 0, 0, '{'}));
        assertEquals(
                "is no safetensors file or is cut off: it should begin with a header of 18446744073709551615 bytes, "
                        + "expected at most 1",
                problem(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, '{'}));
        assertEquals("is no safetensors file: its header does not begin with a brace", problem(new byte[8]));
        assertEquals("is no safetensors file: its header does not begin with a brace", problem(" {}"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = ';', value = {
        "F32; [2]; 0; 4; tensor 'w': data_offsets are [0, 4], expected 8 bytes for float32[2]",
        "F32; [1]; 4; 8; tensor 'w': data_offsets are [4, 8], expected it to begin at 0, for tensors neither overlap nor"
                + " leave a gap",
        "F32; [3]; 0; 12; tensor 'w': data_offsets are [0, 12], expected it to end within the 8 bytes of data",
        "F32; [1]; 0; 4; has 8 bytes of data, expected 4, where the last tensor ends",
        "F4; [1]; 0; 8; tensor 'w': dtype 'F4' is not supported, expected F64, F32, F16, BF16, F8_E4M3, F8_E5M2, I64, I32,"
                + " I16, I8, U64, U32, U16, U8, BOOL or C64",
        "F32; [4611686018427387904,4]; 0; 8; tensor 'w': a tensor of shape [4611686018427387904, 4] has more than 2^63"
                + " elements",
        "F64; [4611686018427387904]; 0; 8; tensor 'w': 4611686018427387904 elements of type float64 take more than 2^63"
                + " bytes",
        "F32; [-2]; 0; 8; tensor 'w': 'shape': found -2, expected a whole number that is not negative",
        "F32; [2.0]; 0; 8; tensor 'w': 'shape': found 2.0, expected a whole number that is not negative",
        "F32; [9223372036854775808]; 0; 8; tensor 'w': 'shape': found 9223372036854775808, expected a whole number that is"
                + " not negative",
        "F32; 2; 0; 8; tensor 'w': 'shape': found 2, expected a list of numbers"})
    void aTensorThatContradictsTheFileIsRefused(String type, String shape, long begin, long end, String message) {
        assertEquals(message, tensorProblem(type, shape, begin, end));
    }

    @Test
    void overlapsAndGapsAreRefused() {
        String first = "{" + Safetensors.tensor("a", "U8", "[4]", 0, 4) + ",";
        assertEquals(
                "tensor 'b': data_offsets are [2, 8], expected it to begin at 4, for tensors neither overlap nor leave"
                        + " a gap",
                problem(first + Safetensors.tensor("b", "U8", "[6]", 2, 8) + "}", new byte[8]));
        assertEquals(
                "tensor 'b': data_offsets are [5, 8], expected it to begin at 4, for tensors neither overlap nor leave"
                        + " a gap",
                problem(first + Safetensors.tensor("b", "U8", "[3]", 5, 8) + "}", new byte[8]));
        assertEquals("tensor 'b': data_offsets are [4, 3], expected it to end within the 4 bytes of data",
                problem(first + Safetensors.tensor("b", "U8", "[0]", 4, 3) + "}", new byte[4]));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = ';', value = {
        "{\"w\":{\"dtype\":\"U8\",\"shape\":[]}}; tensor 'w': has no data_offsets",
        "{\"w\":{\"shape\":[],\"data_offsets\":[0,1]}}; tensor 'w': has no dtype",
        "{\"w\":{\"dtype\":\"U8\",\"data_offsets\":[0,1]}}; tensor 'w': has no shape",
        "{\"w\":{\"dtype\":\"U8\",\"shape\":[],\"data_offsets\":[0]}}; tensor 'w': data_offsets are [0], expected two"
                + " numbers",
        "{\"w\":{\"dtype\":8}}; tensor 'w': 'dtype': found 8, expected a text",
        "{\"w\":{\"type\":\"U8\"}}; tensor 'w': has the key 'type', expected dtype, shape and data_offsets only",
        "{\"w\":null}; tensor 'w': found null, expected an object",
        "{\"__metadata__\":{\"a\":[1]}}; '__metadata__': 'a': found [, expected a text",
        "{\"w\":{\"dtype\":\"U8\",\"dtype\":\"I8\"}}; has a header that is not the JSON of this format: Duplicate field"
                + " 'dtype'",
        "{\"w\":{\"dtype\":\"U8\",\"shape\":[],\"data_offsets\":[0,0]},\"w\":{}}; has a header that is not the JSON of"
                + " this format: Duplicate field 'w'",
        "{} {}; found {, expected nothing after the header's object"})
    void aHeaderThatIsNotOneIsRefused(String header, String message) {
        assertEquals(message, problem(header));
    }

    @Test
    void nestingAndNumbersAreBounded() {
        assertTrue(problem("{\"w\":{\"shape\":" + "[".repeat(100_000) + "}}")
                .startsWith("has a header that is not the JSON of this format: Document nesting depth (4)"));
        assertTrue(problem("{\"w\":{\"shape\":[" + "9".repeat(100_000) + "]}}")
                .startsWith("has a header that is not the JSON of this format: Number value length (100000)"));
        assertEquals("tensor 'w': has more than 64 axes",
                problem("{\"w\":{\"shape\":[" + "1,".repeat(64) + "1]}}"));
    }
}
