package org.sardonyx.cli.bench;

import java.util.Arrays;
import java.util.stream.LongStream;

/// How long runs took.
public final class RunTimes {
    private final long[] sorted;

    private RunTimes(long[] sorted) {
        this.sorted = sorted;
    }

    /// @param nanoseconds of each run, at least one
    public static RunTimes of(LongStream nanoseconds) {
        long[] sorted = nanoseconds.sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("no runs");
        }
        return new RunTimes(sorted);
    }

    /// The times of two measurements together.
    public RunTimes and(RunTimes other) {
        return of(LongStream.concat(Arrays.stream(sorted), Arrays.stream(other.sorted)));
    }

    public int runs() {
        return sorted.length;
    }

    /// The middle one, or the mean of the two in the middle, in nanoseconds.
    public double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }

    /// The shortest, in nanoseconds.
    public double minimum() {
        return sorted[0];
    }

    /// The smallest time that the given share of the runs did not exceed, in nanoseconds (the nearest-rank method).
    ///
    /// @param percent above 0, up to 100
    public double percentile(double percent) {
        return sorted[Math.clamp((int) Math.ceil(percent / 100 * sorted.length) - 1, 0, sorted.length - 1)];
    }
}
