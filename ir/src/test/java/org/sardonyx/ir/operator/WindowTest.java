package org.sardonyx.ir.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.operator.Window.Places;
import org.sardonyx.ir.type.Dimension;

class WindowTest {

    private static Window along(long stride, long dilation, long before, long after, Places places) {
        return new Window(List.of(stride), List.of(dilation), List.of(before), List.of(after), places);
    }

    private static String count(Window window, String size, String kernel) {
        return window.counts(List.of(Dimension.parse(size)), List.of(Dimension.parse(kernel))).getFirst().toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # size | kernel | stride | dilation | before | after | places      | count
            7      | 3      | 1      | 1        | 0      | 0     | INSIDE      | 5
            7      | 3      | 2      | 2        | 1      | 0     | INSIDE      | 2
            8      | 3      | 2      | 1        | 0      | 0     | INSIDE      | 3
            8      | 3      | 2      | 1        | 0      | 0     | OVERHANGING | 4
            7      | 3      | 2      | 1        | 0      | 0     | OVERHANGING | 3
            # The overhanging window would begin in the padding after the axis.
            2      | 3      | 3      | 1        | 1      | 1     | OVERHANGING | 1
            4      | 1      | 2      | 1        | 0      | 3     | OVERHANGING | 4
            8      | 3      | 3      | 1        | 0      | 0     | SAME_UPPER  | 3
            8      | 9      | 3      | 9        | 0      | 0     | SAME_LOWER  | 3
            N      | 3      | 1      | 1        | 1      | 1     | INSIDE      | N
            2*N    | 3      | 2      | 1        | 1      | 0     | INSIDE      | N
            N      | 3      | 2      | 1        | 0      | 0     | INSIDE      | floor((N-3)/(2))+1
            N      | 3      | 2      | 1        | 0      | 0     | OVERHANGING | -floor((-N+3)/(2))+1
            N      | 2      | 2      | 1        | 1      | 1     | OVERHANGING | ?
            N      | 3      | 2      | 1        | 0      | 0     | SAME_UPPER  | -floor((-N)/(2))
            N      | K      | 1      | 2        | 0      | 0     | INSIDE      | -2*K+N+2
            """)
    void countsPlaces(String size, String kernel, long stride, long dilation, long before, long after, Places places,
            String count) {
        assertEquals(Dimension.parse(count).isKnown() ? Dimension.parse(count).toString() : "?",
                count(along(stride, dilation, before, after, places), size, kernel));
    }

    @ParameterizedTest
    @CsvSource({"SAME_UPPER, 5, 2, 2, 0", "SAME_LOWER, 5, 2, 2, 1", "SAME_UPPER, 5, 4, 1, 1", "SAME_LOWER, 5, 4, 1, 2",
        "SAME_UPPER, 6, 1, 3, 0"})
    void findsThePaddingItself(Places places, long size, long kernel, long stride, long before) {
        assertEquals(before, along(stride, 1, 0, 0, places).axis(0, size, kernel).padBefore());
    }

    @Test
    void tellsWhichTapsMeetElements() {
        Window.Axis axis = along(2, 3, 4, 4, Places.INSIDE).axis(0, 5, 3);
        assertEquals(4, axis.count());
        for (long place = 0; place < axis.count(); place++) {
            for (long tap = 0; tap < 3; tap++) {
                long element = 2 * place + 3 * tap - 4;
                boolean meets = element >= 0 && element < 5;
                assertEquals(meets ? element : -1, axis.element(place, tap));
                assertEquals(meets, tap >= axis.firstTap(place) && tap < axis.endTap(place));
            }
        }
    }

    @Test
    void refusesWhatMakesNoSense() {
        List<Long> one = List.of(1L);
        List<Long> none = List.of(0L);
        assertMessage("stride 0, expected 1 to 2147483647", () -> along(0, 1, 0, 0, Places.INSIDE));
        assertMessage("dilation -1, expected 1 to 2147483647", () -> along(1, -1, 0, 0, Places.INSIDE));
        assertMessage("pad -1, expected 0 to 2147483647", () -> along(1, 1, 0, -1, Places.INSIDE));
        assertMessage("stride 2147483648, expected 1 to 2147483647",
                () -> along(1L << 31, 1, 0, 0, Places.INSIDE));
        assertMessage("[1, 1] as the dilations of a window over 1 axes",
                () -> new Window(one, Collections.nCopies(2, 1L), none, none, Places.INSIDE));
        assertMessage("pads [1] and [0] where SAME_LOWER finds them", () -> along(1, 1, 1, 0, Places.SAME_LOWER));
        assertMessage("a window of 5 elements does not fit into an axis of size 2 with 2 elements of padding",
                () -> count(along(1, 2, 1, 1, Places.INSIDE), "2", "3"));
        assertMessage("a window of 3 elements does not fit into an axis of size 2",
                () -> count(along(1, 1, 0, 0, Places.OVERHANGING), "2", "3"));
        assertMessage("a window over an axis, where the window is of size 0, expected 1 to 2147483647",
                () -> count(along(1, 1, 0, 0, Places.SAME_LOWER), "2", "0"));
        assertMessage("a window over an axis, where the axis is of size 4294967296, expected 0 to 2147483647",
                () -> count(along(1, 1, 0, 0, Places.SAME_LOWER), "4294967296", "1"));
    }

    private static void assertMessage(String message, Runnable action) {
        assertEquals(message, assertThrows(ModelException.class, action::run).getMessage());
    }
}
