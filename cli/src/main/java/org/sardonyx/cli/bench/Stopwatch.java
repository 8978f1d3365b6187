package org.sardonyx.cli.bench;

import java.util.stream.LongStream;

import org.sardonyx.codegen.CompilationTime;

/// Runs something until its speed is what it stays, and then measures it.
///
/// The virtual machine compiles while a program runs, so the first runs are slow, and later ones get faster in steps. The
/// warm-up goes on in windows of some runs, for two seconds at least, until several in a row were no faster than before by more
/// than 2 % and the virtual machine has compiled next to nothing meanwhile.
public final class Stopwatch {
    private static final int WINDOW_RUNS = 5;
    private static final long WINDOW_NANOSECONDS = 200_000_000L;
    private static final long LEAST_WARM_UP = 2_000_000_000L;
    private static final long LONGEST_WARM_UP = 20_000_000_000L;
    private static final int STABLE_WINDOWS = 4;
    /// Of compilation in a window, below which it counts as nothing.
    private static final long COMPILATION_MILLISECONDS = 20;
    private static final double IMPROVEMENT = 0.98;
    private static final int LEAST_RUNS = 20;
    private static final long LEAST_NANOSECONDS = 2_000_000_000L;
    private static final long MOST_NANOSECONDS = 20_000_000_000L;

    private final Runnable action;

    public Stopwatch(Runnable action) {
        this.action = action;
    }

    /// Runs until the speed is stable, at most some twenty seconds; what takes longer is run once.
    public void warmUp() {
        long start = System.nanoTime();
        long least = start + LEAST_WARM_UP;
        long deadline = start + LONGEST_WARM_UP;
        double best = Double.POSITIVE_INFINITY;
        int stable = 0;
        while ((stable < STABLE_WINDOWS || System.nanoTime() - least < 0) && System.nanoTime() - deadline < 0) {
            long compilation = CompilationTime.milliseconds();
            double median = window(deadline).median();
            boolean same = median >= best * IMPROVEMENT
                    && CompilationTime.milliseconds() - compilation <= COMPILATION_MILLISECONDS;
            stable = same ? stable + 1 : 0;
            best = Math.min(best, median);
        }
    }

    private RunTimes window(long deadline) {
        LongStream.Builder times = LongStream.builder();
        long start = System.nanoTime();
        int runs = 0;
        do {
            times.add(time());
            runs++;
        } while ((runs < WINDOW_RUNS || System.nanoTime() - start < WINDOW_NANOSECONDS)
                && System.nanoTime() - deadline < 0);
        return RunTimes.of(times.build());
    }

    /// Measures a number of runs.
    public RunTimes measure(int runs) {
        LongStream.Builder times = LongStream.builder();
        for (int i = 0; i < runs; i++) {
            times.add(time());
        }
        return RunTimes.of(times.build());
    }

    /// Measures for two seconds and at least 20 runs, which may take twenty seconds.
    public RunTimes measure() {
        LongStream.Builder times = LongStream.builder();
        long start = System.nanoTime();
        long spent = 0;
        for (int runs = 0; (runs < LEAST_RUNS || spent < LEAST_NANOSECONDS) && spent < MOST_NANOSECONDS; runs++) {
            times.add(time());
            spent = System.nanoTime() - start;
        }
        return RunTimes.of(times.build());
    }

    private long time() {
        long start = System.nanoTime();
        action.run();
        return System.nanoTime() - start;
    }
}
