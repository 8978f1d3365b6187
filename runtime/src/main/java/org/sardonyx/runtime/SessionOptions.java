package org.sardonyx.runtime;

/// What can be chosen about a session.
///
/// @param seed from which the model's random operators draw: the same seed gives the same numbers in every run
/// @param threads that work on a run together, the calling one included, where a device uses several; 0 for as many as
///        the machine has processors. The number changes the speed and never a bit of the results.
public record SessionOptions(long seed, int threads) {
    /// More than any machine makes use of.
    public static final int MOST_THREADS = 1024;

    public static final SessionOptions DEFAULT = new SessionOptions(0, 0);

    public SessionOptions {
        if (threads < 0 || threads > MOST_THREADS) {
            throw new IllegalArgumentException(threads + " threads, expected 0 to " + MOST_THREADS);
        }
    }

    public SessionOptions withSeed(long newSeed) {
        return new SessionOptions(newSeed, threads);
    }

    public SessionOptions withThreads(int newThreads) {
        return new SessionOptions(seed, newThreads);
    }

    /// The number of threads, never 0.
    public int threadCount() {
        return threads == 0 ? Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()) : threads;
    }
}
