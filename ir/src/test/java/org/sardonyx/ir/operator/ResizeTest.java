package org.sardonyx.ir.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sardonyx.ir.operator.Resampling.Coordinates;
import org.sardonyx.ir.operator.Resampling.Method;
import org.sardonyx.ir.operator.Resampling.Rounding;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

class ResizeTest {
    private static Resize resize(Method method, Coordinates coordinates, Rounding rounding, boolean antialias) {
        return new Resize(new Resampling(method, coordinates, rounding, -0.75, false, antialias, -1));
    }

    /// Resizes the last axis of a vector.
    private static Tensor resized(Resize resize, Tensor x, long size, double start, double end) {
        return Applied.to(resize, x, Tensor.vector(size),
                Tensor.ofDoubles(DataType.FLOAT64, new long[] {1}, (double) size / x.size()),
                Tensor.ofDoubles(DataType.FLOAT64, new long[] {2}, start, end));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NEAREST | HALF_PIXEL         | PREFER_FLOOR   | float32 2: 1 2     | 4 | float32 4: 1 1 2 2
            NEAREST | ASYMMETRIC         | PREFER_FLOOR   | float32 2: 1 2     | 4 | float32 4: 1 1 2 2
            NEAREST | ASYMMETRIC         | PREFER_CEILING | float32 2: 1 2     | 4 | float32 4: 1 2 2 2
            NEAREST | ASYMMETRIC         | CEILING        | float32 2: 1 2     | 4 | float32 4: 1 2 2 2
            NEAREST | ASYMMETRIC         | FLOOR          | string 2: a b      | 4 | string 4: a a b b
            NEAREST | ALIGN_CORNERS      | PREFER_FLOOR   | int8 3: 1 2 3      | 2 | int8 2: 1 3
            LINEAR  | HALF_PIXEL         | FLOOR          | float32 2: 0 4     | 4 | float32 4: 0 1 3 4
            LINEAR  | ALIGN_CORNERS      | FLOOR          | float32 2: 0 3     | 4 | float32 4: 0 1 2 3
            LINEAR  | ASYMMETRIC         | FLOOR          | float32 2: 0 4     | 4 | float32 4: 0 2 4 4
            LINEAR  | PYTORCH_HALF_PIXEL | FLOOR          | float32 2: 3 4     | 1 | float32 1: 3
            CUBIC   | PYTORCH_HALF_PIXEL | FLOOR          | float32 2: 3 4     | 1 | float32 1: 3
            LINEAR  | HALF_PIXEL         | FLOOR          | uint8 2: 0 255     | 4 | uint8 4: 0 63 191 255
            LINEAR  | HALF_PIXEL         | FLOOR          | float32 0:         | 0 | float32 0:
            """)
    void onePickedOrMixed(Method method, Coordinates coordinates, Rounding rounding, String x, long size,
            String expected) {
        Tensor from = Literal.of(x);
        Tensor scale =
                Tensor.ofDoubles(DataType.FLOAT64, new long[] {1}, from.size() == 0 ? 2 : (double) size / from.size());
        Tensor whole = Tensor.ofDoubles(DataType.FLOAT64, new long[] {2}, 0, 1);
        assertEquals(expected, Literal.text(
                Applied.to(resize(method, coordinates, rounding, false), from, Tensor.vector(size), scale, whole)));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, float32 3: 0 1 2", "0.5, 1, float32 3: 1 1.5 2", "-1, 1, float32 3: -1 0 2",
        "0, 3, float32 3: 0 -1 -1"})
    void cropsAndExtrapolates(double start, double end, String expected) {
        Resize crop = resize(Method.LINEAR, Coordinates.CROP_AND_RESIZE, Rounding.FLOOR, false);
        assertEquals(expected, Literal.text(resized(crop, Literal.of("float32 3: 0 1 2"), 3, start, end)));
    }

    @Property
    void interpolationKeepsConstantsAndLines(@ForAll @IntRange(min = 2, max = 9) int from,
            @ForAll @IntRange(min = 1, max = 12) int to, @ForAll @DoubleRange(min = -8, max = 8) double constant,
            @ForAll Method method, @ForAll boolean antialias) {
        Resize resize =
                resize(method, Coordinates.HALF_PIXEL, Rounding.PREFER_FLOOR, antialias && method != Method.NEAREST);
        double[] elements = new double[from];
        Arrays.fill(elements, constant);
        Tensor resized = resized(resize, Tensor.ofDoubles(DataType.FLOAT64, new long[] {from}, elements), to, 0, 1);
        for (long i = 0; i < resized.size(); i++) {
            assertEquals(constant, resized.getDouble(i), 1e-12);
        }
        Arrays.setAll(elements, i -> i);
        Tensor line = resized(resize(Method.LINEAR, Coordinates.ALIGN_CORNERS, Rounding.FLOOR, false),
                Tensor.ofDoubles(DataType.FLOAT64, new long[] {from}, elements), to, 0, 1);
        for (int i = 0; i < to; i++) {
            assertEquals(to == 1 ? 0 : i * (from - 1.0) / (to - 1), line.getDouble(i), 1e-9);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            float32 2: 1 2 | int64 2: 2 2 | float64 1: 1    | a tensor of shape [2] is resized to shape
            float32 2: 1 2 | int64 1: 2   | float64 1: 0    | is scaled by 0.0 to size 2
            float32 2: 1 2 | int64 1: 2   | float64 1: NaN  | is scaled by NaN to size 2
            float32 0:     | int64 1: 2   | float64 1: 2    | is scaled by 2.0 to size 2
            string 1: a    | int64 1: 2   | float64 1: 2    | interpolation of elements of type string
            float32 1: 1   | int64 1: 99999999999 | float64 1: 2 | is resized, at most
            """)
    void refusesWhatCannotBeResized(String x, String sizes, String scales, String message) {
        String found =
                Applied.refusal(resize(Method.LINEAR, Coordinates.HALF_PIXEL, Rounding.FLOOR, false), Literal.of(x),
                        Literal.of(sizes), Literal.of(scales), Literal.of("float64 2: 0 1"));
        assertTrue(found.contains(message) || sizes.startsWith("int64 2") && found.contains("2 sizes, 1 scales"),
                found);
    }
}
