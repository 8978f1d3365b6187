package org.sardonyx.codegen.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PairedTimesTest {
    private static PairedTimes times(long... pairs) {
        PairedTimes times = new PairedTimes();
        for (int i = 0; i < pairs.length; i += 2) {
            times.add(pairs[i], pairs[i + 1]);
        }
        return times;
    }

    @Test
    void loadThatSlowsDownBothDoesNotCount() {
        PairedTimes times = times(1000, 900, 5000, 4500, 1000, 900, 3000, 2700, 1000, 900);
        assertEquals(0.9, times.ratio(), 1e-9);
        assertEquals(1000, times.standardMedian());
        assertEquals(900, times.triedMedian());
        assertEquals(900, times.triedTime());
    }

    /// Either the pairs or the shortest times tell that the tile is not faster.
    @Test
    void theWorseOfTwoViewsCounts() {
        assertEquals(1, times(1000, 1000, 1000, 500, 1000, 2000).ratio(), 1e-9);
        assertEquals(0.95, times(1000, 950, 2000, 1000, 2000, 1000).ratio(), 1e-9);
    }

    @Test
    void manyPairsAndShortTimesAreTaken() {
        PairedTimes times = new PairedTimes();
        for (int i = 0; i < 1000; i++) {
            times.add(0, 0);
        }
        assertEquals(1, times.ratio(), 1e-9);
        assertTrue(times.standardMedian() > 0);
    }
}
