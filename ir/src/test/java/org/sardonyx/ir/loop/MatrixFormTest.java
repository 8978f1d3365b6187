package org.sardonyx.ir.loop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.text.LoopParser;
import org.sardonyx.ir.text.LoopPrinter;

class MatrixFormTest {
    /// Items read their numbers as the PTX ISA shares them out: `a` by rows, `b` by columns, sums by rows, two products one after the
    /// other.
    private static final String PRODUCT = """
            kernel product(x, w, y; depth) for place with 64 item sharing a[%1$s] %2$s, b[%1$s] %2$s {
                index group_0 = item %% 32 / 4
                index in_group_1 = item %% 4
                if item < 32 {
                    for i_2 in item .. depth * 16 by 32 {
                        a[i_2] = x[i_2]
                    }
                    for j_3 in item .. depth * 8 by 32 {
                        b[j_3] = w[j_3]
                    }
                }
                barrier
                index at_4 = group_0 * depth + in_group_1 * %4$s
                register first_5 = registers_%3$s(a[at_4%5$s])
                register lower_6 = registers_%3$s(a[at_4 + 8 * depth%5$s])
                register behind_7 = registers_%3$s(a[at_4 + depth / 2%5$s])
                register last_8 = registers_%3$s(a[at_4 + 8 * depth + depth / 2%5$s])
                index y_9 = item / 32 * 128 + group_0 * 8 + in_group_1 * 2
                float2 top_10 = y[y_9 : 2]
                float2 bottom_11 = y[y_9 + 64 : 2]
                multiply_%3$s(first_5, lower_6, behind_7, last_8)(registers_%3$s(b[at_4%5$s]), registers_%3$s(b[at_4 + depth / 2%5$s])) to(lane0(top_10), lane1(top_10), lane0(bottom_11), lane1(bottom_11))
                y[y_9 : 2] = top_10
                y[y_9 + 64 : 2] = bottom_11
            }
            """;

    private static LoopKernel kernel(MatrixForm form) {
        boolean isHalf = form == MatrixForm.FLOAT16;
        return LoopParser.parse(PRODUCT.formatted(isHalf ? "256" : "128", isHalf ? "half" : "tf32", form,
                isHalf ? "2" : "1", isHalf ? " : 2" : ""));
    }

    @ParameterizedTest
    @EnumSource
    void isTheProductOfRoundedNumbers(MatrixForm form) {
        SplittableRandom random = new SplittableRandom(5);
        int depth = form.depth();
        float[] x = numbers(random, 16 * depth);
        float[] w = numbers(random, depth * 8);
        float[] y = numbers(random, 2 * 16 * 8);
        float[] expected = y.clone();
        for (int i = 0; i < expected.length; i++) {
            double sum = y[i];
            for (int k = 0; k < depth; k++) {
                sum += (double) form.format().round(x[i / 8 % 16 * depth + k])
                        * form.format().round(w[i % 8 * depth + k]);
            }
            expected[i] = (float) sum;
        }
        LoopInterpreter.run(kernel(form), new float[][] {x, w, y}, new long[] {depth}, 0, 1);
        assertArrayEquals(expected, y);
    }

    private static float[] numbers(SplittableRandom random, int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextDouble(-2, 2);
        }
        return numbers;
    }

    @ParameterizedTest
    @EnumSource
    void readsLikeALanguage(MatrixForm form) {
        assertEquals(kernel(form), LoopParser.parse(LoopPrinter.print(kernel(form))));
    }

    @Test
    void numbersThatWereNotRoundedAreRefused() {
        String kernel = """
                kernel k(x;) for place with 32 item {
                    float sum_0 = 0.0
                    register x_1 = registers_tf32(x[0])
                    multiply_tf32(x_1, x_1, x_1, x_1)(x_1, x_1) to(lane0(sum_0), lane0(sum_0), lane0(sum_0), lane0(sum_0))
                }
                """;
        assertEquals("0.1 is no number of tf32", assertThrows(IllegalStateException.class,
                () -> LoopInterpreter.run(LoopParser.parse(kernel), new float[][] {{0.1f}}, new long[0], 0, 1))
                .getMessage());
        LoopInterpreter.run(LoopParser.parse(kernel), new float[][] {{Float.NaN}}, new long[0], 0, 1);
        assertEquals("31 items multiply matrices", assertThrows(IllegalStateException.class,
                () -> LoopInterpreter.run(LoopParser.parse(kernel.replace("32 item", "31 item")),
                        new float[][] {{0}}, new long[0], 0, 1))
                .getMessage());
        assertThrows(IllegalStateException.class, () -> LoopInterpreter.run(
                LoopParser.parse(kernel.replace("with 32 item ", "")), new float[][] {{0}}, new long[0], 0, 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            multiply_tf32(r)(r, r) to(lane0(f), lane0(f))         | expected 4 registers
            multiply_tf32(r, r, r, r)(r, f) to(lane0(f))          | expected 2 registers
            multiply_tf32(r, r, r, r)(r, r) to(lane0(f))          | sums of matrices
            multiply_tf32(r, r, r, r)(r, r) to(f)                 | a sum is a lane of a variable
            register2 s = registers_float16(x[0 : 3])             | there is no function 'registers_float16'
            register2 s = registers_tf32(x[0 : 4])                | expected a value of type register2, found one of type register4
            x[0 : 2] = r                                          | expected a value of type register2, found one of type register
            float g = r                                           | expected a value of type float, found one of type register
            """)
    void whatIsWrongIsTold(String statement, String message) {
        String kernel = "kernel k(x;) for place with 32 item { float f = 0.0 register r = registers_tf32(x[0]) %s }";
        String found = assertThrows(ModelException.class, () -> LoopParser.parse(kernel.formatted(statement)))
                .getMessage();
        assertEquals(message, found.substring(found.indexOf(": ") + 2, found.indexOf(": ") + 2 + message.length()));
    }

    /// By the bits of float32.
    @ParameterizedTest
    @CsvSource({"0x3f800000, 0x3f800000", "0x3f800fff, 0x3f800000", "0x3f801000, 0x3f802000", "0xbf801000, 0xbf802000",
        "0x7f7fffff, 0x7f800000", "0xff800000, 0xff800000", "0x7fffffff, 0x7fc00000", "0x00000fff, 0x00000000",
        "0x80001000, 0x80002000"})
    void tensorFloatsAreRoundedToTenBits(String given, String expected) {
        float found = NumberFormat.TF32.round(Float.intBitsToFloat(Integer.parseUnsignedInt(given.substring(2), 16)));
        assertEquals(Integer.parseUnsignedInt(expected.substring(2), 16), Float.floatToIntBits(found), given);
    }
}
