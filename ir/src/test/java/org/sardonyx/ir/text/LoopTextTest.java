package org.sardonyx.ir.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.sardonyx.ir.ModelException;

class LoopTextTest {
    /// Of everything there is.
    private static final String KERNEL = """
            kernel example(x, y; width, x_row, a_parameter_with_a_long_name, another_parameter_with_a_long_name, the_last_of_four,
                    a_fifth) for place {
                index at_0 = place * (width + 1) - -3
                index rest_1 = at_0 - (width - 2) % 7 / (x_row / 2)
                float8 sum_2 = float8(-0.0)
                for i_3 in 0 .. minimum(width, 100) by 8 {
                    sum_2 = fma(x[at_0 + i_3 : 8], splat8(x[i_3]), sum_2) + x[rest_1 : 8 first width - i_3]
                    float8 other_4 = (sum_2 <= float8(1.0E-5) ? exponent(sum_2) : negate(sum_2) - (sum_2 - sum_2))
                    y[i_3 : 8] = maximum(other_4, float8(NaN)) / sum_2
                }
                prefetch x[place * 64 + width]
                if place < width {
                    {
                        float total_5 = add_across(sum_2) * 0.5
                        y[0] = total_5
                        y[1 : 1 first width] = -Infinity
                    }
                }
            }
            """;

    @Test
    void readsLikeALanguage() {
        assertEquals(KERNEL, LoopPrinter.print(LoopParser.parse(KERNEL)));
    }

    /// The items of a group reverse 64 elements.
    private static final String GROUP = """
            kernel reverse(x half, y;) for place with 64 item sharing s[64], t[4] {
                s[item] = x[place * 64 + item]
                barrier
                y[place * 64 + item] = s[63 - item] + lane3(s[0 : 4])
            }
            """;

    @Test
    void groupsReadLikeIt() {
        assertEquals(GROUP, LoopPrinter.print(LoopParser.parse(GROUP)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kernel k(x; n) for i { x[i] = 1 }              | line 1, column 33: expected a value of type float, found one of type index
            kernel k(x; n) for i { x[i : 4] = 1.0 }        | line 1, column 39: expected a value of type float4, found one of type float
            kernel k(x; n) for i { z[i] = 1.0 }            | line 1, column 26: there is no buffer 'z'
            kernel k(x; n) for i { a = 1.0 }               | line 1, column 26: there is no variable 'a'
            kernel k(x; n) for i { index a = b }           | line 1, column 36: nothing is called 'b'
            kernel k(x; n) for i { index a = i + x[i] }    | line 1, column 43: found float, expected index: Load[buffer=x, index=Variable[name=i, type=index], lanes=1, count=Optional.empty]
            kernel k(x; n) for i { float a = sine(x[i]) }  | line 1, column 44: there is no function 'sine' of 1 operands
            kernel k(x; n) for i { float0 a = 1.0 }        | line 1, column 30: '0' is not a number of lanes
            kernel k(x; n) for i { for j in 0 .. n { } index a = j } | line 1, column 56: nothing is called 'j'
            kernel k(x; n) for i with n j { }              | line 1, column 27: '' is not a number of items
            kernel k(x; n) for i with 4 j sharing s[0] { } | line 1, column 42: '0' is not a number of elements
            kernel k(x; n) for i { float a = lane4(x[i : 4]) } | line 1, column 49: lane 4 of float4
            kernel k(x; n) for i {                         | line 1, column 23: expected '{', found ''
            kernel k(x; n) for i { } }                     | line 1, column 26: expected the end of the text
            """)
    void whatIsWrongIsToldWithItsPlace(String text, String message) {
        assertEquals(message, assertThrows(ModelException.class, () -> LoopParser.parse(text)).getMessage());
    }

    @Test
    void nestingHasALimit() {
        String deep = "kernel k(x; n) for i { index a = " + "(".repeat(5000) + "i" + ")".repeat(5000) + " }";
        assertEquals("expressions are nested deeper than 200",
                assertThrows(ModelException.class, () -> LoopParser.parse(deep)).getMessage().split(": ")[1]);
        String blocks = "kernel k(x; n) for i " + "{".repeat(5000) + "}".repeat(5000);
        assertEquals("blocks are nested deeper than 100",
                assertThrows(ModelException.class, () -> LoopParser.parse(blocks)).getMessage().split(": ")[1]);
    }
}
