package org.sardonyx.runtime;

import java.util.Objects;

import org.sardonyx.runtime.tuning.Tuning;

/// What can be chosen about a session.
///
/// @param seed from which the model's random operators draw: the same seed gives the same numbers in every run
/// @param threads that work on a run together, the calling one included, where a device uses several; 0 for as many as
///        the machine has processors. The number changes the speed and never a bit of the results.
/// @param numerics how freely arithmetic may be rearranged
/// @param tuning tiles that were measured to be fast; they change the speed and never a bit of the results. What was measured on
///        another device does not count.
public record SessionOptions(long seed, int threads, Numerics numerics, Tuning tuning) {
    /// More than any machine makes use of.
    public static final int MOST_THREADS = 1024;

    public static final SessionOptions DEFAULT = new SessionOptions(0, 0, Numerics.FAST, Tuning.NONE);

    public SessionOptions {
        Objects.requireNonNull(numerics);
        Objects.requireNonNull(tuning);
        if (threads < 0 || threads > MOST_THREADS) {
            throw new IllegalArgumentException(threads + " threads, expected 0 to " + MOST_THREADS);
        }
    }

    public SessionOptions withSeed(long newSeed) {
        return new SessionOptions(newSeed, threads, numerics, tuning);
    }

    public SessionOptions withThreads(int newThreads) {
        return new SessionOptions(seed, newThreads, numerics, tuning);
    }

    public SessionOptions withNumerics(Numerics newNumerics) {
        return new SessionOptions(seed, threads, newNumerics, tuning);
    }

    public SessionOptions withTuning(Tuning newTuning) {
        return new SessionOptions(seed, threads, numerics, newTuning);
    }

    /// The number of threads, never 0.
    public int threadCount() {
        return threads == 0 ? Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()) : threads;
    }
}
