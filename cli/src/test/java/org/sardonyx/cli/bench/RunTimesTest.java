package org.sardonyx.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

class RunTimesTest {

    @Test
    void theMedianIsInTheMiddle() {
        assertEquals(5, RunTimes.of(LongStream.of(9, 5, 1)).median());
        assertEquals(4, RunTimes.of(LongStream.of(9, 5, 1, 3)).median());
        assertEquals(7, RunTimes.of(LongStream.of(7)).median());
    }

    @Test
    void percentilesAreOfTheNearestRank() {
        RunTimes times = RunTimes.of(LongStream.rangeClosed(1, 200).map(i -> 201 - i));
        assertEquals(198, times.percentile(99));
        assertEquals(200, times.percentile(100));
        assertEquals(1, times.percentile(0.1));
        assertEquals(1, times.minimum());
        assertEquals(7, RunTimes.of(LongStream.of(7)).percentile(99));
    }

    @Test
    void twoMeasurementsAreJoined() {
        RunTimes times = RunTimes.of(LongStream.of(9, 2)).and(RunTimes.of(LongStream.of(4)));
        assertEquals(3, times.runs());
        assertEquals(4, times.median());
        assertThrows(IllegalArgumentException.class, () -> RunTimes.of(LongStream.empty()));
    }

    @Test
    void theStopwatchRunsWhatItMeasures() {
        AtomicInteger runs = new AtomicInteger();
        Stopwatch stopwatch = new Stopwatch(() -> {
            runs.incrementAndGet();
            try {
                Thread.sleep(3);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        stopwatch.warmUp();
        assertTrue(runs.get() >= 20, runs + " runs");
        int before = runs.get();
        RunTimes times = stopwatch.measure(4);
        assertEquals(before + 4, runs.get());
        assertEquals(4, times.runs());
        assertTrue(times.minimum() >= 3e6, times.minimum() + " ns");
    }
}
