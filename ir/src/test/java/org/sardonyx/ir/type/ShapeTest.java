package org.sardonyx.ir.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sardonyx.ir.ModelException;

class ShapeTest {
    private static Shape shape(String text) {
        if (text.equals("*")) {
            return Shape.UNKNOWN;
        }
        List<String> words = text.isBlank() ? List.of() : Arrays.asList(text.strip().split(" "));
        return Shape.of(words.stream().map(Dimension::parse).toList());
    }

    @ParameterizedTest
    @CsvSource({"2 3, 3, 2 3", "2 1, 1 3, 2 3", "'', 4, 4", "0, 1, 0", "N 3, 3, N 3", "N, 1, N", "N, M, ?", "N, 5, 5",
        "?, 5, 5",
        "*, 2, *", "N, N, N", "'', '', ''"})
    void broadcast(String a, String b, String expected) {
        assertEquals(shape(expected), shape(a).broadcast(shape(b)));
        assertEquals(shape(expected), shape(b).broadcast(shape(a)));
    }

    @Test
    void broadcastTellsBothShapes() {
        ModelException e = assertThrows(ModelException.class, () -> shape("2 3").broadcast(shape("4 3")));
        assertEquals("shapes [2, 3] and [4, 3] do not broadcast: 2 against 4", e.getMessage());
    }

    @Test
    void refusesNegativeSizesAndEndlessRanks() {
        assertThrows(ModelException.class, () -> Shape.of(2, -1));
        assertThrows(ModelException.class, () -> Shape.of(Collections.nCopies(65, Dimension.of(1))));
        assertThrows(ModelException.class, Shape.UNKNOWN::rank);
    }

    @Test
    void lattice() {
        assertTrue(shape("N 3").admits(shape("5 3")));
        assertFalse(shape("N 3").admits(shape("5 4")));
        assertFalse(shape("N").admits(shape("5 4")));
        assertTrue(Shape.UNKNOWN.admits(shape("1")));
        assertEquals(shape("? 3"), shape("2 3").join(shape("4 3")));
        assertEquals(Shape.UNKNOWN, shape("2").join(shape("2 2")));
        assertEquals(shape("5 M"), shape("N ?").meet(shape("5 M")));
        assertThrows(ModelException.class, () -> shape("2").meet(shape("3")));
    }

    @Test
    void countsElements() {
        assertEquals("N*6", shape("2 N 3").elementCount().toString());
        assertEquals(Dimension.of(1), Shape.SCALAR.elementCount());
        assertEquals(Dimension.of(0), shape("0 ?").elementCount());
        assertFalse(shape("9223372036854775807 2").elementCount().isKnown());
    }
}
