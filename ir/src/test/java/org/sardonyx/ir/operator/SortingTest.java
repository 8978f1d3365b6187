package org.sardonyx.ir.operator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

class SortingTest {

    private static String texts(List<Tensor> tensors) {
        return tensors.stream().map(Literal::text).collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            float32 4: 1 3 3 2      | 0 | true  | 2 | float32 2: 3 3; int64 2: 1 2
            float32 4: 1 3 3 2      | 0 | false | 3 | float32 3: 1 2 3; int64 3: 0 3 1
            float32 3: 1 NaN 2      | 0 | true  | 2 | float32 2: NaN 2; int64 2: 1 2
            float32 3: 1 NaN 2      | 0 | false | 3 | float32 3: 1 2 NaN; int64 3: 0 2 1
            float32 3: 0 -0 0       | 0 | true  | 3 | float32 3: 0 -0 0; int64 3: 0 1 2
            uint8 2x2: 1 255 200 2  | 0 | true  | 1 | uint8 1x2: 200 255; int64 1x2: 1 0
            int8 2x2: 1 -1 -2 2     | 1 | false | 1 | int8 2x1: -1 -2; int64 2x1: 1 0
            string 3: a c b         | 0 | true  | 1 | string 1: c; int64 1: 1
            int64 2x3: 1 2 3 4 5 6  | 1 | true  | 0 | int64 2x0:; int64 2x0:
            int64 0x2:              | 1 | true  | 2 | int64 0x2:; int64 0x2:
            """)
    void takesTheMostExtreme(String x, int axis, boolean largest, long count, String result) {
        assertEquals(result,
                texts(Applied.allTo(new TopK(axis, largest), Literal.of(x), Literal.of("int64 1: " + count))));
    }

    @ParameterizedTest
    @CsvSource({"4, the top 4 along axis 0", "-1, the top -1 along axis 0"})
    void takesNoMoreThanThereAre(long count, String message) {
        String found = Applied.refusal(new TopK(0, true), Literal.of("int64 3: 1 2 3"), Tensor.vector(count));
        assertTrue(found.contains(message), found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            float32 3: 1 5 5         | 0 | true  | false | int64 1: 1
            float32 3: 1 5 5         | 0 | true  | true  | int64 1: 2
            float32 4: 1 NaN 0 NaN   | 0 | false | false | int64 1: 1
            float32 4: 1 NaN 9 NaN   | 0 | true  | true  | int64 1: 3
            int32 2x2: 1 4 3 2       | 0 | true  | false | int64 1x2: 1 0
            int32 2x2: 1 4 3 2       | 1 | false | false | int64 2x1: 0 1
            uint64 2: 1 -1           | 0 | true  | false | int64 1: 1
            int32 0x2:               | 1 | true  | false | int64 0x1:
            """)
    void findsTheExtremum(String x, int axis, boolean largest, boolean last, String index) {
        assertEquals(index, Literal.text(Applied.to(new ArgExtremum(axis, largest, last), Literal.of(x))));
    }

    @Test
    void nothingHasNoExtremum() {
        String found = Applied.refusal(new ArgExtremum(0, true, false), Literal.of("int32 0x2:"));
        assertTrue(found.contains("the largest or smallest of no elements, axis 0 of [0, 2]"), found);
        String complex = Applied.refusal(new ArgExtremum(0, true, false),
                Tensor.allocate(DataType.COMPLEX64, 2));
        assertTrue(complex.contains("elements of type complex64 have no order"), complex);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            int32 6: 2 1 1 3 4 3           | 0 | false | int32 4: 2 1 3 4; int64 4: 0 1 3 4; int64 6: 0 1 1 2 3 2; int64 4: 1 2 2 1
            int32 6: 2 1 1 3 4 3           | 0 | true  | int32 4: 1 2 3 4; int64 4: 1 0 3 4; int64 6: 1 0 0 2 3 2; int64 4: 2 1 2 1
            int32 3x2: 2 1 1 0 2 1         | 0 | true  | int32 2x2: 1 0 2 1; int64 2: 1 0; int64 3: 1 0 1; int64 2: 1 2
            int32 2x3: 1 1 0 2 2 0         | 1 | true  | int32 2x2: 0 1 0 2; int64 2: 2 0; int64 3: 1 1 0; int64 2: 1 2
            float32 4: NaN 0 -0 NaN        | 0 | true  | float32 2: 0 NaN; int64 2: 1 0; int64 4: 1 0 0 1; int64 2: 2 2
            string 3: b a b                | 0 | true  | string 2: a b; int64 2: 1 0; int64 3: 1 0 1; int64 2: 1 2
            int32 0:                       | 0 | true  | int32 0:; int64 0:; int64 0:; int64 0:
            int32 2x0:                     | 0 | false | int32 1x0:; int64 1: 0; int64 2: 0 0; int64 1: 2
            """)
    void keepsOneOfEach(String x, int axis, boolean sorted, String result) {
        assertEquals(result, texts(Applied.allTo(new Unique(axis, sorted), Literal.of(x))));
    }

    @Property
    void sortsStably(@ForAll List<@IntRange(max = 9) Integer> keys) {
        long[] expected = IntStream.range(0, keys.size()).boxed().sorted(Comparator.comparing(keys::get))
                .mapToLong(Integer::longValue).toArray();
        Tensor sorted =
                IndexSort.sorted(keys.size(), (a, b) -> Integer.compare(keys.get((int) a), keys.get((int) b)));
        assertArrayEquals(expected, sorted.toLongs());
    }

    @Test
    void sortsNoMoreThanFits() {
        assertThrows(ModelException.class, () -> IndexSort.sorted(1L << 50, (_, _) -> 0));
    }
}
