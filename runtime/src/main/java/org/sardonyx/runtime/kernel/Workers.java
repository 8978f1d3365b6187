package org.sardonyx.runtime.kernel;

import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/// Threads that share work: the calling thread and some of their own. A range is split into equal parts, as many as there are
/// threads, always in the same way; who is ready first takes the next one.
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

    /// Work over the range from 0 to `extent`.
    ///
    /// @param most how many threads to share it among, at most
    public record Phase(Work work, long extent, int most) {}

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
        run(List.of(new Phase(work, extent, most)));
    }

    /// Does the work of phases, each when all of the one before it is done; returns when all is done.
    public void run(List<Phase> phases) {
        int threads = phases.stream().mapToInt(this::threads).max().orElse(1);
        if (threads < 2 || !busy.tryLock()) {
            phases.forEach(phase -> phase.work.run(0, 0, phase.extent));
            return;
        }
        try {
            Shared shared = new Shared(phases);
            for (int i = 1; i < threads; i++) {
                workers[i - 1].give(shared);
            }
            shared.run(0);
            rethrow(shared.problem);
        } finally {
            busy.unlock();
        }
    }

    private int threads(Phase phase) {
        return (int) Math.min(phase.extent, Math.min(phase.most, threads()));
    }

    private static void rethrow(Throwable problem) {
        switch (problem) {
            case null -> {}
            case RuntimeException exception -> throw exception;
            case Error error -> throw error;
            default -> throw new IllegalStateException(problem);
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

    /// Phases that some threads go through together. A thread takes the next part that none has taken yet, so that nobody waits
    /// for one that is still asleep, or that the system has given less time.
    private final class Shared {
        private final List<Phase> phases;
        private final AtomicIntegerArray taken;
        private final AtomicIntegerArray done;
        private volatile Throwable problem;

        Shared(List<Phase> phases) {
            this.phases = phases;
            this.taken = new AtomicIntegerArray(phases.size());
            this.done = new AtomicIntegerArray(phases.size());
        }

        /// Does parts until there are none; after a problem nothing is computed any more. The caller's thread waits for the end
        /// of all phases, the others only for those that another one follows.
        void run(int thread) {
            for (int i = 0; i < phases.size(); i++) {
                int parts = Math.max(1, threads(phases.get(i)));
                for (int part = taken.getAndIncrement(i); part < parts; part = taken.getAndIncrement(i)) {
                    if (problem == null) {
                        compute(thread, phases.get(i), part, parts);
                    }
                    done.incrementAndGet(i);
                }
                if (thread == 0 || i + 1 < phases.size()) {
                    waitFor(i, parts);
                }
            }
        }

        private void compute(int thread, Phase phase, int part, int parts) {
            try {
                phase.work.run(thread, phase.extent * part / parts, phase.extent * (part + 1) / parts);
            } catch (RuntimeException | Error e) {
                problem = e;
            }
        }

        private void waitFor(int phase, int parts) {
            long start = System.nanoTime();
            boolean patient = true;
            for (int looks = 1; done.get(phase) < parts; looks++) {
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
    }

    private final class Worker implements Runnable {
        private final int number;
        private final Thread thread;
        private volatile Shared shared;
        private volatile boolean asleep;

        Worker(int number) {
            this.number = number;
            thread = new Thread(this, "sardonyx-" + number);
            thread.setDaemon(true);
        }

        void give(Shared next) {
            shared = next;
            if (asleep) {
                LockSupport.unpark(thread);
            }
        }

        @Override
        public void run() {
            long idleSince = System.nanoTime();
            int looks = 0;
            while (!closed) {
                Shared next = shared;
                if (next != null) {
                    shared = null;
                    next.run(number);
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
            if (shared == null && !closed) {
                LockSupport.park(this);
            }
            asleep = false;
        }
    }
}
