package org.sardonyx.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.MapValue;
import org.sardonyx.ir.value.OptionalValue;
import org.sardonyx.ir.value.SequenceValue;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;

class OutputSummaryTest {
    private static List<String> lines(int top, Value value) {
        StringWriter text = new StringWriter();
        new OutputSummary(new PrintWriter(text), top, Optional.empty()).print("y", value);
        return text.toString().lines().map(line -> line.replaceFirst("^ {8}", ". ")).toList();
    }

    private static String line(Value value) {
        return lines(0, value).getFirst();
    }

    private static Tensor floats(long[] sizes, float... elements) {
        return Tensor.ofFloats(sizes, elements);
    }

    @Test
    void tellsTheRangeOfNumbers() {
        assertEquals("output  y: float32[3], min -2, max 1, mean -0.222222",
                line(floats(new long[] {3}, -2, 1 / 3f, 1)));
        assertEquals("output  y: int64[2], min -9223372036854775808, max 9223372036854775807, mean 0",
                line(Tensor.vector(Long.MIN_VALUE, Long.MAX_VALUE)));
        assertEquals("output  y: uint64[2], min 1, max 18446744073709551615, mean 9.22337E+18",
                line(Tensor.ofLongs(DataType.UINT64, new long[] {2}, 1, -1)));
    }

    @Test
    void countsWhatIsNotANumber() {
        assertEquals("output  y: float32[3], min 1, max Infinity, mean Infinity, 1 of 3 are NaN",
                line(floats(new long[] {3}, 1, Float.NaN, Float.POSITIVE_INFINITY)));
        assertEquals("output  y: float32[2], 2 of 2 are NaN", line(floats(new long[] {2}, Float.NaN, Float.NaN)));
    }

    @Test
    void showsWhatHasNoRange() {
        assertEquals("output  y: float32[0, 3], empty", line(floats(new long[] {0, 3})));
        assertEquals("output  y: float32[], 2.5", line(Tensor.scalar(DataType.FLOAT32, 2.5)));
        assertEquals("output  y: bool[2], true false", line(Tensor.ofBooleans(new long[] {2}, true, false)));
        assertEquals("output  y: string[2], \"a\" \"b c\"", line(Tensor.ofStrings(new long[] {2}, "a", "b\nc")));
        Tensor complex = Tensor.allocate(DataType.COMPLEX64, 1);
        complex.setComplex(0, 1, -0.5);
        assertEquals("output  y: complex64[1], 1-0.5i", line(complex));
        assertEquals("output  y: string[20], " + "\"\" ".repeat(8) + "...", line(Tensor.allocate(DataType.STRING, 20)));
    }

    @Test
    void theLargestComeFirstAndOfEqualsTheFirst() {
        Tensor scores = floats(new long[] {1, 5, 1, 1}, 2, Float.NaN, 3, 3, -1);
        assertEquals(List.of(". 2  3", ". 3  3", ". 0  2"), lines(3, scores).subList(1, 4));
        assertEquals(5, lines(100, scores).size());
    }

    @Test
    void aBatchHasAListForEach() {
        Tensor scores = floats(new long[] {2, 3}, 1, 2, 3, 6, 5, 4);
        assertEquals(List.of(". [0]", ". 2  3", ". [1]", ". 0  6"), lines(1, scores).subList(1, 5));
        assertEquals(1 + 16 + 1, lines(1, Tensor.allocate(DataType.FLOAT32, 9, 2)).size());
        assertEquals(". ... and 1 more", lines(1, Tensor.allocate(DataType.FLOAT32, 9, 2)).getLast());
    }

    @Test
    void whatIsNoVectorHasNoList() {
        assertEquals(1, lines(3, Tensor.allocate(DataType.FLOAT32, 2, 2, 2)).size());
        assertEquals(1, lines(3, Tensor.allocate(DataType.FLOAT32, 1, 2, 2)).size());
        assertEquals(1, lines(3, Tensor.allocate(DataType.STRING, 2)).size());
    }

    @Test
    void otherValuesAreTakenApart() {
        TensorType element = TensorType.of(DataType.INT64);
        SequenceValue sequence = new SequenceValue(element, Collections.nCopies(10, Tensor.scalar(7)));
        List<String> lines = lines(0, sequence);
        assertEquals("output  y: sequence(int64[]) of 10", lines.getFirst());
        assertEquals(". 7: int64[], 7", lines.get(8));
        assertEquals(". ... and 2 more", lines.getLast());
        assertEquals("output  y: optional(int64[]), absent", line(OptionalValue.empty(element)));
        assertEquals("output  y: int64[], 7", line(OptionalValue.of(Tensor.scalar(7))));
        Map<Object, Value> entries = new LinkedHashMap<>(Map.of("cat\u001B", Tensor.scalar(7)));
        assertEquals(". cat : int64[], 7", lines(0, new MapValue(DataType.STRING, element, entries)).get(1));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-0.0, -0", "1, 1", "1234567, 1234570", "0.000012345678, 0.0000123457", "1e-9, 1E-9",
        "-1e30, -1E+30", "100000, 100000", "NaN, NaN", "-Infinity, -Infinity", "0.1, 0.1"})
    void numbersHaveSixDigits(double number, String text) {
        assertEquals(text, Numbers.text(number));
    }
}
