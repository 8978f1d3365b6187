package org.sardonyx.cli.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.MapValue;
import org.sardonyx.ir.value.OptionalValue;
import org.sardonyx.ir.value.SequenceValue;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;

class ComparisonTest {
    private static final Tolerance EXACT = new Tolerance(0, 0);
    private static final TensorType FLOATS = TensorType.of(DataType.FLOAT32, 1);

    private static Tensor floats(float... elements) {
        return Tensor.ofFloats(new long[] {elements.length}, elements);
    }

    private static Tensor doubles(double... elements) {
        return Tensor.ofDoubles(DataType.FLOAT64, new long[] {elements.length}, elements);
    }

    private static Comparison compare(Value got, Value want) {
        return Comparison.of(got, want, Tolerance.DEFAULT);
    }

    private static void assertDiffer(String problem, Value got, Value want) {
        assertEquals(Optional.of(problem), compare(got, want).problem());
    }

    private static void assertEqual(Value got, Value want) {
        assertEquals(Optional.empty(), compare(got, want).problem());
    }

    @ParameterizedTest
    @CsvSource({
        "1.5,     1,   0.5,  0,   true", // at the edge of the relative tolerance
        "1.5001,  1,   0.5,  0,   false",
        "0.5,     1,   0.5,  0,   true",
        "-1.5,    -1,  0.5,  0,   true",
        "0.25,    0,   0.5,  0.25, true", // at the edge of the absolute one
        "-0.25,   0,   0.5,  0.25, true",
        "0.2501,  0,   0.5,  0.25, false",
        "1.75,    1,   0.5,  0.25, true", // they add up
        "1.7501,  1,   0.5,  0.25, false",
        "0,       -0.0, 0,   0,   true",
        "1,       0,   1000, 0,   false", // relative to the expected number, which is 0
        "0,       1,   1,    0,   true"})
    void numbersMayDifferByTheTolerance(double got, double want, double relative, double absolute, boolean equal) {
        Comparison comparison = Comparison.of(doubles(got), doubles(want), new Tolerance(relative, absolute));
        assertEquals(equal, comparison.problem().isEmpty());
        assertEquals(Math.abs(got - want), comparison.errors().absolute());
    }

    @ParameterizedTest
    @CsvSource({
        "NaN,       NaN,       true",
        "NaN,       1,         false",
        "1,         NaN,       false",
        "Infinity,  Infinity,  true",
        "-Infinity, -Infinity, true",
        "Infinity,  -Infinity, false",
        "Infinity,  1e308,     false",
        "1e308,     Infinity,  false",
        "NaN,       Infinity,  false"})
    void noToleranceMakesSpecialNumbersEqualToOthers(double got, double want, boolean equal) {
        Comparison comparison = Comparison.of(doubles(got), doubles(want), new Tolerance(1, 1e300));
        assertEquals(equal, comparison.problem().isEmpty());
        assertEquals(equal ? 0 : Double.POSITIVE_INFINITY, comparison.errors().absolute());
    }

    @Test
    void theWorstElementIsTold() {
        Tensor want = Tensor.ofFloats(new long[] {2, 3}, 1, 2, 3, 4, 5, 6);
        Tensor got = Tensor.ofFloats(new long[] {2, 3}, 1, 2.5f, 3, 4, 5, 8);
        assertDiffer("2 of 6 elements differ, most at [1, 2]: got 8.0, want 6.0", got, want);
        assertEquals(new Errors(2, 1 / 3.0, 1L << 22), compare(got, want).errors());
    }

    @Test
    void toleratedErrorsAreMeasured() {
        Comparison comparison = compare(floats(1, Math.nextUp(4f)), floats(Math.nextDown(1f), 4));
        assertEquals(Optional.empty(), comparison.problem());
        assertEquals(0x1p-21, comparison.errors().absolute());
        assertEquals(0x1p-23, comparison.errors().relative());
        assertEquals(1, comparison.errors().ulps());
    }

    @Test
    void shapesAndElementTypesMustBeEqual() {
        assertDiffer("got float32[2], want float32[1]", floats(1, 1), floats(1));
        assertDiffer("got float32[1], want float64[1]", floats(1), doubles(1));
        assertDiffer("got float32[1], want float32[]", floats(1), floats(1).reshaped());
        assertEqual(floats(), floats());
    }

    @ParameterizedTest
    @EnumSource(value = DataType.class, names = {"STRING", "COMPLEX64", "COMPLEX128"}, mode = EnumSource.Mode.EXCLUDE)
    void everyNumericTypeIsCompared(DataType type) {
        long[] sizes = {3};
        Tensor want = Tensor.ofDoubles(type, sizes, 1, 1, 1);
        assertEquals(Optional.empty(), Comparison.of(Tensor.ofDoubles(type, sizes, 1, 1, 1), want, EXACT).problem());
        Tensor got = type == DataType.FLOAT8E8M0
                ? Tensor.ofDoubles(type, sizes, 1, 0.5, 1)
                : Tensor.ofDoubles(type, sizes, 1, 0, 1);
        Comparison comparison = Comparison.of(got, want, EXACT);
        assertTrue(comparison.problem().orElseThrow().startsWith("1 of 3 elements differ, most at [1]: got "));
        assertEquals(type == DataType.FLOAT8E8M0 ? 0.5 : 1, comparison.errors().absolute());
    }

    @Test
    void largeIntegersAreNotRounded() {
        long large = 1L << 60;
        Comparison comparison = Comparison.of(Tensor.vector(large + 1), Tensor.vector(large), EXACT);
        assertEquals(1, comparison.errors().absolute());
        assertEquals(Optional.of("1 of 1 elements differ, most at [0]: got 1152921504606846977, want "
                + "1152921504606846976"), comparison.problem());
        assertEquals(0x1p64, Comparison.of(Tensor.vector(Long.MIN_VALUE), Tensor.vector(Long.MAX_VALUE), EXACT)
                .errors().absolute());
        Tensor smallest = Tensor.ofLongs(DataType.UINT64, new long[] {1}, 0);
        Tensor largest = Tensor.ofLongs(DataType.UINT64, new long[] {1}, -1);
        assertEquals(0x1p64, Comparison.of(smallest, largest, EXACT).errors().absolute());
    }

    @Test
    void truthValuesAndStringsAreEqualOrNot() {
        Tolerance wide = new Tolerance(10, 10);
        Tensor truths = Tensor.ofBooleans(new long[] {2}, true, false);
        assertEquals(Optional.of("1 of 2 elements differ, most at [1]: got true, want false"),
                Comparison.of(Tensor.ofBooleans(new long[] {2}, true, true), truths, wide).problem());
        Tensor texts = Tensor.ofStrings(new long[] {2}, "a", "b");
        assertEqual(Tensor.ofStrings(new long[] {2}, "a", "b"), texts);
        assertEquals(Optional.of("1 of 2 elements differ, most at [0]: got \"A\", want \"a\""),
                Comparison.of(Tensor.ofStrings(new long[] {2}, "A", "b"), texts, wide).problem());
    }

    @Test
    void complexNumbersAreComparedByTheirDistance() {
        Tensor want = complex(3, 4);
        assertEquals(5, Comparison.of(complex(0, 0), want, EXACT).errors().absolute());
        assertEquals(1, Comparison.of(complex(0, 0), want, EXACT).errors().relative());
        assertEquals(Optional.empty(), Comparison.of(complex(3, 4.5), want, new Tolerance(0.1, 0)).problem());
        assertEquals(Optional.of("1 of 1 elements differ, most at [0]: got 3.0+4.6i, want 3.0+4.0i"),
                Comparison.of(complex(3, 4.6), want, new Tolerance(0.1, 0)).problem());
        assertEqual(complex(Double.NaN, 1), complex(Double.NaN, 1));
        assertEquals(Double.POSITIVE_INFINITY, compare(complex(Double.NaN, 1), want).errors().absolute());
    }

    private static Tensor complex(double real, double imaginary) {
        Tensor tensor = Tensor.allocate(DataType.COMPLEX128, 1);
        tensor.setComplex(0, real, imaginary);
        return tensor;
    }

    @Test
    void sequencesAreComparedElementByElement() {
        SequenceValue want = new SequenceValue(FLOATS, List.of(floats(1), floats(2)));
        assertEqual(new SequenceValue(FLOATS, List.of(floats(1), floats(2))), want);
        assertDiffer("got a sequence of length 1, want 2", new SequenceValue(FLOATS, List.of(floats(1))), want);
        assertDiffer("element 1: 1 of 1 elements differ, most at [0]: got 3.0, want 2.0",
                new SequenceValue(FLOATS, List.of(floats(1), floats(3))), want);
        assertDiffer("got a float32[1], want a sequence(float32[1])", floats(1), want);
    }

    @Test
    void optionalValuesAreBothThereOrBothAbsent() {
        OptionalValue present = OptionalValue.of(floats(1));
        OptionalValue absent = OptionalValue.empty(FLOATS);
        assertEqual(OptionalValue.of(floats(1)), present);
        assertEqual(OptionalValue.empty(FLOATS), absent);
        assertDiffer("got a float32[1], want no value", present, absent);
        assertDiffer("got no value, want a float32[1]", absent, present);
        assertDiffer("1 of 1 elements differ, most at [0]: got 2.0, want 1.0", OptionalValue.of(floats(2)), present);
    }

    @Test
    void mapsHaveTheSameKeysInWhateverOrder() {
        MapValue want = map("a", 1, "b", 2);
        assertEqual(map("b", 2, "a", 1), want);
        assertDiffer("got a map with keys string[a, c], want string[a, b]", map("a", 1, "c", 2), want);
        assertDiffer("key b: 1 of 1 elements differ, most at [0]: got 3.0, want 2.0", map("a", 1, "b", 3), want);
    }

    private static MapValue map(String first, float firstValue, String second, float secondValue) {
        return new MapValue(DataType.STRING, FLOATS,
                new TreeMap<>(Map.of(first, floats(firstValue), second, floats(secondValue))));
    }

    @Test
    void typesAloneCanBeCompared() {
        assertEquals(Optional.empty(), Comparison.ofTypes(floats(1), floats(9)).problem());
        assertEquals(Optional.of("got float32[2], want float32[1]"),
                Comparison.ofTypes(floats(1, 1), floats(9)).problem());
    }
}
