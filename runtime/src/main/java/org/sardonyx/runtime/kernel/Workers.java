package org.sardonyx.runtime.kernel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/// Threads that share work: the calling thread and some of their own. A range is split into equal parts, one for each thread,
/// always in the same way.
///
/// Between two pieces of work of a run lie microseconds, so a thread that has nothing to do looks for work for a moment before
/// it sleeps. One piece of work is shared at a time; another caller does its own alone meanwhile.
public final class Workers implements AutoCloseable {
    /// How long an idle thread looks for work before it sleeps, and a caller for the end of a part before it yields.
    private static final long SPIN_NANOSECONDS = 100_000;
    /// How often a thread looks before it looks at the clock.
    private static final int LOOKS = 32;

    private final Worker[] workers;
    private final ReentrantLock busy = new ReentrantLock();
    private final AtomicInteger pending = new AtomicInteger();
    private volatile boolean closed;

    /// Work over a range of which any part can be done by any thread.
    @FunctionalInterface
    public interface Work {
        /// Does a part.
        ///
        /// @param thread the number of the thread, from 0, below that of [Workers#threads]
        /// @param from the first index
        /// @param to the index after the last
        void run(int thread, long from, long to);
    }

    /// @param threads how many, the calling one included
    public Workers(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException(threads + " threads");
        }
        workers = new Worker[threads - 1];
        for (int i = 0; i < workers.length; i++) {
            workers[i] = new Worker(i + 1);
            workers[i].thread.start();
        }
    }

    /// The number of threads, the calling one included.
    public int threads() {
        return workers.length + 1;
    }

    /// Does work over the range from 0 to `extent`; returns when all of it is done.
    ///
    /// @param most how many threads to share it among, at most
    public void run(Work work, long extent, int most) {
        int parts = (int) Math.min(extent, Math.min(most, threads()));
        if (parts < 2 || !busy.tryLock()) {
            work.run(0, 0, extent);
            return;
        }
        try {
            pending.set(parts - 1);
            for (int i = 1; i < parts; i++) {
                workers[i - 1].give(new Part(work, extent * i / parts, extent * (i + 1) / parts));
            }
            Throwable problem = compute(0, new Part(work, 0, extent / parts));
            waitForOthers();
            for (int i = 1; i < parts; i++) {
                Throwable other = workers[i - 1].problem;
                workers[i - 1].problem = null;
                problem = problem == null ? other : problem;
            }
            rethrow(problem);
        } finally {
            busy.unlock();
        }
    }

    private void waitForOthers() {
        long start = System.nanoTime();
        boolean patient = true;
        for (int looks = 1; pending.get() > 0; looks++) {
            if (patient && looks % LOOKS == 0) {
                patient = System.nanoTime() - start < SPIN_NANOSECONDS;
            }
            if (patient) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
    }

    private static void rethrow(Throwable problem) {
        switch (problem) {
            case null -> {}
            case RuntimeException exception -> throw exception;
            case Error error -> throw error;
            default -> throw new IllegalStateException(problem);
        }
    }

    private static Throwable compute(int thread, Part part) {
        try {
            part.work.run(thread, part.from, part.to);
            return null;
        } catch (RuntimeException | Error e) {
            return e;
        }
    }

    /// Ends the threads. No work may be under way.
    @Override
    public void close() {
        closed = true;
        for (Worker worker : workers) {
            LockSupport.unpark(worker.thread);
        }
    }

    private record Part(Work work, long from, long to) {}

    private final class Worker implements Runnable {
        private final int number;
        private final Thread thread;
        private volatile Part part;
        private volatile boolean asleep;
        /// Written before the count of pending parts, read after it.
        private Throwable problem;

        Worker(int number) {
            this.number = number;
            thread = new Thread(this, "sardonyx-" + number);
            thread.setDaemon(true);
        }

        void give(Part next) {
            part = next;
            if (asleep) {
                LockSupport.unpark(thread);
            }
        }

        @Override
        public void run() {
            long idleSince = System.nanoTime();
            int looks = 0;
            while (!closed) {
                Part next = part;
                if (next != null) {
                    part = null;
                    problem = compute(number, next);
                    pending.decrementAndGet();
                    idleSince = System.nanoTime();
                } else if (++looks % LOOKS != 0 || System.nanoTime() - idleSince < SPIN_NANOSECONDS) {
                    Thread.onSpinWait();
                } else {
                    sleep();
                }
            }
        }

        /// Work that is given after the flag is set wakes the thread, work given before is seen here.
        private void sleep() {
            asleep = true;
            if (part == null && !closed) {
                LockSupport.park(this);
            }
            asleep = false;
        }
    }
}
