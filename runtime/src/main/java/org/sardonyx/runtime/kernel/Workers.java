package org.sardonyx.runtime.kernel;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/// Threads that share the work of kernels: the calling thread and some of their own. A range is split into equal parts, one
/// for each thread, always in the same way.
///
/// Between two kernels of a run lie microseconds, so a thread that has nothing to do looks for work for a moment before it
/// sleeps. One kernel runs at a time; another caller computes its kernel alone meanwhile.
public final class Workers implements AutoCloseable {
    /// How often an idle thread looks for work before it sleeps: some 50 microseconds.
    private static final int SPINS = 20_000;

    private final Worker[] workers;
    private final ReentrantLock busy = new ReentrantLock();
    private final AtomicInteger pending = new AtomicInteger();
    private volatile boolean closed;

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

    /// Runs a kernel over the range from 0 to `extent`; returns when all of it is done.
    public void run(Kernel kernel, MemorySegment[] buffers, long[] scalars, long extent) {
        if (extent < 2 || workers.length == 0 || !busy.tryLock()) {
            kernel.run(buffers, scalars, 0, extent);
            return;
        }
        try {
            int parts = (int) Math.min(extent, threads());
            pending.set(parts - 1);
            for (int i = 1; i < parts; i++) {
                workers[i - 1].give(new Work(kernel, buffers, scalars, extent * i / parts, extent * (i + 1) / parts));
            }
            Throwable problem = compute(new Work(kernel, buffers, scalars, 0, extent / parts));
            for (int spins = 0; pending.get() > 0; spins++) {
                if (spins < SPINS) {
                    Thread.onSpinWait();
                } else {
                    Thread.yield();
                }
            }
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

    private static void rethrow(Throwable problem) {
        switch (problem) {
            case null -> {}
            case RuntimeException exception -> throw exception;
            case Error error -> throw error;
            default -> throw new IllegalStateException(problem);
        }
    }

    private static Throwable compute(Work work) {
        try {
            work.kernel.run(work.buffers, work.scalars, work.from, work.to);
            return null;
        } catch (RuntimeException | Error e) {
            return e;
        }
    }

    /// Ends the threads. No kernel may be running.
    @Override
    public void close() {
        closed = true;
        for (Worker worker : workers) {
            LockSupport.unpark(worker.thread);
        }
    }

    private record Work(Kernel kernel, MemorySegment[] buffers, long[] scalars, long from, long to) {}

    private final class Worker implements Runnable {
        private final Thread thread;
        private volatile Work work;
        private volatile boolean asleep;
        /// Written before the count of pending parts, read after it.
        private Throwable problem;

        Worker(int number) {
            thread = new Thread(this, "sardonyx-" + number);
            thread.setDaemon(true);
        }

        void give(Work part) {
            work = part;
            if (asleep) {
                LockSupport.unpark(thread);
            }
        }

        @Override
        public void run() {
            int spins = 0;
            while (!closed) {
                Work part = work;
                if (part != null) {
                    work = null;
                    problem = compute(part);
                    pending.decrementAndGet();
                    spins = 0;
                } else if (spins++ < SPINS) {
                    Thread.onSpinWait();
                } else {
                    sleep();
                }
            }
        }

        /// Work that is given after the flag is set wakes the thread, work given before is seen here.
        private void sleep() {
            asleep = true;
            if (work == null && !closed) {
                LockSupport.park(this);
            }
            asleep = false;
        }
    }
}
