package org.sardonyx.codegen.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.sardonyx.codegen.lower.TileChoice;
import org.sardonyx.runtime.tuning.Measurement;
import org.sardonyx.runtime.tuning.Tuning;

class TileSearchTest {
    private static final TileSearch SEARCH = new TileSearch("device", new TileChoice("shape", "7x2", "7x2",
            List.of("8x2", "4x4"), Map.of("7x2", List.of("7x2 long"), "4x4", List.of("4x4 long", "4x4 short"))));

    private final List<Measurement> measured = new ArrayList<>();

    private void expect(String tile, int left, long nanoseconds, int rounds) {
        assertEquals(Optional.of(tile), SEARCH.next(Tuning.of(measured)));
        assertEquals(left, SEARCH.left(Tuning.of(measured)));
        measured.add(new Measurement("device", "shape", tile, nanoseconds, 1000, rounds));
    }

    private void expectEnd() {
        assertEquals(Optional.empty(), SEARCH.next(Tuning.of(measured)));
        assertEquals(0, SEARCH.left(Tuning.of(measured)));
    }

    @Test
    void theFastestTileIsVariedAndMeasuredAgain() {
        expect("8x2", 4, 900, 1);
        expect("4x4", 2, 800, 1);
        expect("4x4 long", 3, 700, 1);
        expect("4x4 short", 2, 1100, 1);
        expect("4x4 long", 1, 750, 2);
        expectEnd();
        assertEquals(Map.of("shape", "4x4 long"), Tuning.of(measured).tiles("device"));
    }

    @Test
    void luckDoesNotLast() {
        expect("8x2", 4, 940, 1);
        expect("4x4", 2, 900, 1);
        expect("4x4 long", 3, 1000, 1);
        expect("4x4 short", 2, 1000, 1);
        expect("4x4", 1, 990, 2);
        expect("8x2", 1, 980, 2);
        expect("7x2 long", 2, 990, 1);
        expectEnd();
        assertEquals(Map.of(), Tuning.of(measured).tiles("device"));
    }

    @Test
    void whereNothingIsFasterTheStandardTileIsVaried() {
        expect("8x2", 4, 1000, 1);
        expect("4x4", 3, 2000, 1);
        expect("7x2 long", 2, 990, 1);
        expectEnd();
    }

    @Test
    void otherDevicesDoNotCount() {
        measured.add(new Measurement("another", "shape", "8x2", 500, 1000, 2));
        expect("8x2", 4, 1000, 1);
    }
}
