package org.sardonyx.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class ProfilerTest {
    private static void waste(long milliseconds) throws InterruptedException {
        Thread.sleep(milliseconds);
    }

    @Test
    void tellsTheMedianOfEachStep() throws InterruptedException {
        Profiler profiler = new Profiler();
        for (long slow : new long[] {2, 40, 2}) {
            profiler.step(0, 2, "first");
            waste(5);
            profiler.step(1, 2, "second");
            waste(slow);
            profiler.finished();
            waste(20);
        }
        List<Profiler.StepTime> steps = profiler.steps();
        assertEquals(List.of("first", "second"), steps.stream().map(Profiler.StepTime::description).toList());
        assertEquals(List.of(3, 3), steps.stream().map(Profiler.StepTime::runs).toList());
        assertTrue(steps.get(0).medianNanoseconds() >= 5_000_000, steps.toString());
        assertTrue(steps.get(1).medianNanoseconds() < 30_000_000, steps.toString());
    }

    @Test
    void aRunThatFailedLeavesItsLastStepOut() {
        Profiler profiler = new Profiler();
        profiler.step(0, 2, "first");
        profiler.step(1, 2, "second");
        profiler.step(0, 2, "first");
        profiler.finished();
        assertEquals(List.of(2, 0), profiler.steps().stream().map(Profiler.StepTime::runs).toList());
    }

    @Test
    void keepsManyRuns() {
        Profiler profiler = new Profiler();
        IntStream.range(0, 100).forEach(_ -> {
            profiler.step(0, 1, "only");
            profiler.finished();
        });
        assertEquals(100, profiler.steps().getFirst().runs());
    }

    @Test
    void thereIsALimitOfThreads() {
        assertEquals(3, SessionOptions.DEFAULT.withThreads(3).withSeed(7).threadCount());
        assertTrue(SessionOptions.DEFAULT.threadCount() >= 1);
        assertEquals("-1 threads, expected 0 to 1024", assertThrows(IllegalArgumentException.class,
                () -> SessionOptions.DEFAULT.withThreads(-1)).getMessage());
    }

    @Test
    void theDeviceKnowsBetter() {
        Profiler profiler = new Profiler();
        for (int run = 1; run <= 3; run++) {
            profiler.step(0, 2, "host");
            profiler.step(1, 2, "kernel");
            profiler.took(1, 1000L * run);
            profiler.finished();
        }
        assertEquals(new Profiler.StepTime("kernel", 3, 2000), profiler.steps().get(1));
        assertTrue(profiler.measures());
        assertFalse(RunListener.NONE.measures());
    }
}
