package org.sardonyx.codegen.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.sardonyx.ir.loop.LoopKernel;
import org.sardonyx.ir.loop.LoopStatement;
import org.sardonyx.ir.text.LoopParser;

class DivisorsTest {
    private static final String KERNEL = """
            kernel k(x; a, b, zero, negative) for place with 64 item {
                index at_0 = place * 8 + a
                index sum_1 = 0
                index late_2 = 16
                for i_3 in zero .. b by 4 {
                    index inner_4 = sum_1 * 2
                    sum_1 = sum_1 + 12
                    late_2 = inner_4 + late_2
                }
                index asked_5 = %s
            }
            """;

    /// A variable that a loop changes is a multiple of what all that is assigned to it have in common.
    @ParameterizedTest
    @CsvSource({"a, 16", "b, 2", "zero, 16", "negative, 8", "48, 16", "0, 16", "place, 1", "item * 4, 4", "at_0, 8",
        "sum_1, 4", "late_2, 8", "a + b, 2", "a * b, 16", "item * b * 2, 4", "a - 4, 4", "a % 12, 4", "a / 4, 1",
        "'minimum(a, negative)', 8", "whole(x[0]), 1"})
    void whatDividesAnIndex(String expression, long expected) {
        LoopKernel kernel = LoopParser.parse(KERNEL.formatted(expression));
        LoopStatement.Define asked = (LoopStatement.Define) kernel.body().statements().getLast();
        assertEquals(expected, new Divisors(kernel, List.of(32L, 6L, 0L, -24L)).of(asked.value()));
    }
}
