package org.sardonyx.ir.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sardonyx.ir.value.Tensor;

/// Operators that run along an axis: [Range], [Cumulative], [Pad].
class SequenceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            int64 : 3      | int64 : 9      | int64 : 3        | int64 2: 3 6
            int32 : 10     | int32 : 4      | int32 : -2       | int32 3: 10 8 6
            int32 : 10     | int32 : 4      | int32 : 2        | int32 0:
            int16 1: 0     | int16 1: 5     | int16 1: 2       | int16 3: 0 2 4
            float32 : 0    | float32 : 1    | float32 : 0.25   | float32 4: 0 0.25 0.5 0.75
            float64 : 1    | float64 : 1    | float64 : 1      | float64 0:
            float32 : 0    | float32 : 1    | float32 : Infinity | float32 0:
            float16 : 2046 | float16 : 2052 | float16 : 1      | float16 6: 2046 2047 2048 2048 2050 2052
            """)
    void countsUp(String start, String limit, String delta, String result) {
        assertEquals(result, Literal
                .text(Applied.to(new Range(), Literal.of(start), Literal.of(limit), Literal.of(delta))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            int64 : 0          | int64 : 1           | int64 : 0     | has no end
            int64 : -9e18      | int64 : 1           | int64 : 1     | has no end
            float32 : 0        | float32 : Infinity  | float32 : 1   | has no end
            float32 : 0        | float32 : 1         | float32 : 0   | has no end
            float32 : 0        | float32 : NaN       | float32 : 1   | has no end
            float64 : 0        | float64 : 1e15      | float64 : 1   | takes 8000000000000000 bytes
            int64 2: 0 0       | int64 : 1           | int64 : 1     | expected one number each
            int64 : 0          | int32 : 1           | int64 : 1     | element types int64 and int32 differ
            bool : 0           | bool : 1            | bool : 1      | a range of elements of type bool
            """)
    void refusesEndlessRanges(String start, String limit, String delta, String message) {
        String first = start.replace("-9e18", Long.toString(Long.MIN_VALUE));
        String found =
                Applied.refusal(new Range(), Literal.of(first), Literal.of(limit), Literal.of(delta));
        assertTrue(found.contains(message), found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SUM     | false | false | 0  | int32 3: 1 2 3           | int32 3: 1 3 6
            SUM     | true  | false | 0  | int32 3: 1 2 3           | int32 3: 0 1 3
            SUM     | false | true  | 0  | int32 3: 1 2 3           | int32 3: 6 5 3
            SUM     | true  | true  | -1 | int32 3: 1 2 3           | int32 3: 5 3 0
            PRODUCT | true  | false | 0  | int64 3: 2 3 4           | int64 3: 1 2 6
            SUM     | false | false | 0  | float32 2x2: 1 2 3 4     | float32 2x2: 1 2 4 6
            SUM     | false | false | -1 | float32 2x2: 1 2 3 4     | float32 2x2: 1 3 3 7
            SUM     | false | false | 0  | float32 3: 1e30 1 -1e30  | float32 3: 1.0E30 1.0E30 0
            SUM     | false | false | 0  | float32 3: 1 NaN 2       | float32 3: 1 NaN NaN
            SUM     | false | false | 0  | uint8 2: 200 100         | uint8 2: 200 44
            SUM     | false | false | 0  | float16 3: 2048 1 1      | float16 3: 2048 2048 2050
            SUM     | false | false | 1  | int32 2x0:               | int32 2x0:
            """)
    void accumulates(ReduceFunction function, boolean exclusive, boolean reverse, long axis, String x, String result) {
        Cumulative cumulative = new Cumulative(function, exclusive, reverse);
        assertEquals(result.replace("1.0E30", Double.toString((float) 1e30)),
                Literal.text(Applied.to(cumulative, Literal.of(x), Literal.of("int32 : " + axis))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            int32 2: 1 2 | int64 : 1     | axis 1 of a tensor of rank 1
            int32 : 1    | int64 : 0     | axis 0 of a tensor of rank 0
            int32 2: 1 2 | int64 2: 0 0  | expected one integer
            bool 1: 1    | int64 : 0     | the running SUM of elements of type bool
            """)
    void refusesAxesThatAreNot(String x, String axis, String message) {
        String found = Applied.refusal(new Cumulative(ReduceFunction.SUM, false, false), Literal.of(x),
                Literal.of(axis));
        assertTrue(found.contains(message), found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            REFLECT | int32 3: 1 2 3     | 2 2     | int32 7: 3 2 1 2 3 2 1
            REFLECT | int32 2: 1 2       | 3 3     | int32 8: 2 1 2 1 2 1 2 1
            REFLECT | int32 1: 1         | 2 1     | int32 4: 1 1 1 1
            REFLECT | int32 4: 1 2 3 4   | -1 2    | int32 5: 2 3 4 3 2
            EDGE    | int32 2x2: 1 2 3 4 | 1 0 0 1 | int32 3x3: 1 2 2 1 2 2 3 4 4
            EDGE    | int32 3: 1 2 3     | -2 1    | int32 2: 3 3
            WRAP    | int32 3: 1 2 3     | 2 4     | int32 9: 2 3 1 2 3 1 2 3 1
            WRAP    | string 2: a b      | 1 0     | string 3: b a b
            EDGE    | int32 0x2:         | 0 1 0 0 | int32 0x3:
            """)
    void padsFromTheTensor(PadMode mode, String x, String pads, String result) {
        assertEquals(result, Literal.text(Applied.to(new Pad(mode), Literal.of(x), pads(pads))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            int32 2: 1 2        | 1 2     | int32 5: 9 1 2 9 9
            int32 2: 1 2        | -1 1    | int32 2: 2 9
            int32 2: 1 2        | -3 3    | int32 2: 9 9
            int32 2: 1 2        | 0 -2    | int32 0:
            int32 2x1: 1 2      | 0 1 1 0 | int32 3x2: 9 1 9 2 9 9
            int32 0:            | 1 1     | int32 2: 9 9
            int32 : 5           |         | int32 : 5
            """)
    void padsWithAnElement(String x, String pads, String result) {
        assertEquals(result, Literal
                .text(Applied.to(new Pad(PadMode.CONSTANT), Literal.of(x), pads(pads), Literal.of("int32 : 9"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EDGE    | int32 2: 1 2 | 1                   | 1 pads for a tensor of shape [2], expected 2
            EDGE    | int32 2: 1 2 | -3 0                | negative dimension
            EDGE    | int32 2: 1 2 | 9223372036854775807 9 | pads 9223372036854775807 and 9 of an axis of size 2
            EDGE    | int32 2: 1 2 | 1099511627776 1099511627776 | takes 8796093022216 bytes
            REFLECT | int32 0:     | 1 0                 | no element is left to pad an axis with in mode REFLECT
            WRAP    | int32 2: 1 2 | -2 1                | no element is left to pad an axis with in mode WRAP
            """)
    void refusesPadsThatDoNotFit(PadMode mode, String x, String pads, String message) {
        String found = Applied.refusal(new Pad(mode), Literal.of(x), pads(pads));
        assertTrue(found.contains(message), found);
    }

    private static Tensor pads(String pads) {
        String text = pads == null ? "" : pads;
        return Literal.of("int64 " + (text.isBlank() ? 0 : text.split(" ").length) + ": " + text);
    }
}
