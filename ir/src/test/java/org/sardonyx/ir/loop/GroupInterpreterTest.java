package org.sardonyx.ir.loop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import org.sardonyx.ir.text.LoopParser;

class GroupInterpreterTest {
    private static float[] run(String kernel, int places, float... x) {
        float[] y = new float[x.length];
        LoopInterpreter.run(LoopParser.parse(kernel), new float[][] {x.clone(), y}, new long[] {2}, 0, places);
        return y;
    }

    @Test
    void itemsSeeAfterABarrierWhatOthersWrote() {
        assertArrayEquals(new float[] {4, 3, 2, 1, 8, 7, 6, 5}, run("""
                kernel reverse(x, y; n) for place with 4 item sharing s[4] {
                    index from_0 = place * 4
                    s[item] = x[from_0 + item]
                    barrier
                    y[from_0 + item] = s[3 - item]
                }
                """, 2, 1, 2, 3, 4, 5, 6, 7, 8));
    }

    @Test
    void barriersMayStandInLoopsAndConditionsThatAllItemsShare() {
        assertArrayEquals(new float[] {10, 10, 10, 10}, run("""
                kernel total(x, y; n) for place with 4 item sharing s[4] {
                    s[item] = x[item]
                    for i_0 in 0 .. n {
                        if i_0 < 2 {
                            barrier
                            float other_1 = s[(item + (i_0 + 1)) % 4]
                            barrier
                            s[item] = s[item] + other_1
                        }
                    }
                    barrier
                    y[item] = s[item]
                }
                """, 1, 1, 2, 3, 4));
    }

    /// The item that comes first, which is the last one after a barrier, misses what the other one writes.
    @Test
    void aMissingBarrierShows() {
        String exchange = """
                kernel exchange(x, y; n) for place with 2 item sharing s[2] {
                    %s
                    s[item] = x[item]
                    y[item] = s[1 - item]
                }
                """;
        float[] forwards = run(exchange.formatted(""), 1, 1, 2);
        assertTrue(Float.isNaN(forwards[0]) && forwards[1] == 1);
        float[] backwards = run(exchange.formatted("barrier"), 1, 1, 2);
        assertTrue(backwards[0] == 2 && Float.isNaN(backwards[1]));
    }

    @Test
    void sharedBuffersAreNothingAtFirstAndBounded() {
        assertTrue(Float.isNaN(run("kernel k(x, y; n) for place with 1 item sharing s[1] { y[0] = s[0] }", 1, 0)[0]));
        assertThrows(IndexOutOfBoundsException.class,
                () -> run("kernel k(x, y; n) for place with 2 item sharing s[1] { s[item] = 0.0 }", 1, 0));
    }

    /// 2049 lies in the middle of two numbers of float16, and the first of them is even.
    @Test
    void halvesAreRounded() {
        assertArrayEquals(new float[] {2048, 2052},
                run("kernel k(x, y half; n) for place { y[place : 2] = x[place : 2] }", 1, 2049, 2051));
        float[] y = run("kernel k(x half, y half; n) for place { y[place] = x[place] * 3.0 }", 3, 2049, 2051, 1e-9f);
        assertArrayEquals(new float[] {6144, 6156, 0}, y);
    }

    @Test
    void aBarrierIsForAllItemsOrNone() {
        for (String body : new String[] {"if item < 1 { barrier }", "for i_0 in 0 .. item { barrier }"}) {
            assertEquals("a barrier that not all items come to",
                    assertThrows(IllegalStateException.class,
                            () -> run("kernel k(x, y; n) for place with 2 item { " + body + " }", 1, 0)).getMessage());
        }
        assertThrows(IllegalStateException.class, () -> run("kernel k(x, y; n) for place { barrier }", 1, 0));
    }
}
