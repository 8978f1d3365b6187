package org.sardonyx.codegen.tuning;

import java.util.Arrays;
import java.util.stream.LongStream;

/// Times of the same work done in two ways, in turns, so that what else a machine does slows down both alike.
final class PairedTimes {
    private long[] standard = new long[16];
    private long[] tried = new long[16];
    private int count;

    /// Adds a pair that was measured one after the other.
    void add(long standardNanoseconds, long triedNanoseconds) {
        if (count == standard.length) {
            standard = Arrays.copyOf(standard, 2 * count);
            tried = Arrays.copyOf(tried, 2 * count);
        }
        standard[count] = Math.max(1, standardNanoseconds);
        tried[count++] = Math.max(1, triedNanoseconds);
    }

    /// The time of the way that is tried, as far as the [#ratio] tells it.
    long triedTime() {
        return Math.max(1, Math.round(standardMedian() * ratio()));
    }

    /// The median of the standard way.
    long standardMedian() {
        return median(standard);
    }

    /// The median of the way that is tried.
    long triedMedian() {
        return median(tried);
    }

    private long median(long[] times) {
        return times(times).sorted().toArray()[count / 2];
    }

    /// The time of the way that is tried beside that of the standard one: the median of the pairs, or the ratio of the shortest times if
    /// this is the larger one. Both are right where nothing disturbs; load makes one or the other wrong, seldom both.
    double ratio() {
        double[] ratios = new double[count];
        for (int i = 0; i < count; i++) {
            ratios[i] = (double) tried[i] / standard[i];
        }
        Arrays.sort(ratios);
        double shortest = (double) times(tried).min().orElseThrow() / times(standard).min().orElseThrow();
        return Math.max(ratios[count / 2], shortest);
    }

    private LongStream times(long[] times) {
        return Arrays.stream(times, 0, count);
    }
}
