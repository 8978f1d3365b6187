package org.sardonyx.runtime.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Runs kernels on next to nothing until the virtual machine has compiled them. Until then a vector is an object and an
/// addition of two a call, a thousand times slower than the instruction it becomes, so the first inference would take
/// seconds; on a few numbers the thousands of calls that the compiler waits for take a fraction of one.
///
/// Several threads call kernels, each as often as makes the compiler take notice. A few of the calls compute something, so that
/// it sees which ways a kernel goes; all others are for indices for which nothing is computed. If more vectors were computed
/// with, the compiler would first take the methods that make objects of them, which it is busy with for longer than with the
/// kernels, and which nobody calls any more afterwards. Then the threads wait for the compiler. A kernel is compiled when a call takes
/// no time any more.
public final class WarmUp {
    /// Calls at a stretch that compute something, and those between two of them that do not. The compiler takes a method that
    /// was called 5,000 times, or several times as often while it has others to do.
    private static final int CALLS = 16;
    private static final int EMPTY_CALLS = 2_048;
    /// Calls with each of the scalars before others, too few for the compiler; the first one takes long, as it loads classes.
    private static final int FIRST_CALLS = 4;
    /// Stretches after which nothing more is expected of calls.
    private static final int MOST_STRETCHES = 8;
    private static final long LONGEST_STRETCH_NANOSECONDS = 200_000_000L;
    private static final long LONGEST_NANOSECONDS = 10_000_000_000L;
    /// So long without a kernel that has become fast means that the compiler does not take them.
    private static final long LONGEST_SILENCE_NANOSECONDS = 1_000_000_000L;
    /// A compiled kernel is at least so much faster. What a kernel calls is compiled too, which makes it faster step by step, but
    /// not so much from one look at it to the next.
    private static final int SPEEDUP = 6;
    private static final long PATIENCE_NANOSECONDS = 50_000_000L;
    /// What takes less is fast whatever it was.
    private static final long FAST_NANOSECONDS = 500;
    private static final long POLL_NANOSECONDS = 500_000;
    private static final int MOST_THREADS = 4;
    /// An instruction takes some 100 ns before it is compiled, and to compile a kernel 50 to 200 ms.
    private static final long LITTLE_WORK = 400_000;
    private static final long SCRATCH_BYTES = 8 << 20;

    private WarmUp() {}

    /// A kernel with sizes that need next to no time, and reach at most a few megabytes into a buffer.
    ///
    /// @param scalars the kernel's scalars of one call or several, which are made in turn
    /// @param work how many vector instructions it takes in a run, about
    public record Call(Kernel kernel, int buffers, List<List<Long>> scalars, long work) {
        /// Whether a run would take longer without the kernel compiled than to compile it takes.
        public boolean isWorthIt() {
            return work > LITTLE_WORK;
        }
    }

    /// Warms up kernels by several threads.
    public static void run(Collection<Call> calls) {
        run(calls, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
    }

    /// Warms up kernels by the thread that calls this.
    public static void runAlone(Collection<Call> calls) {
        run(calls, 1);
    }

    private static void run(Collection<Call> calls, int threads) {
        long start = System.nanoTime();
        try (Arena arena = Arena.ofShared()) {
            int most = calls.stream().mapToInt(Call::buffers).max().orElse(0);
            MemorySegment[] buffers = new MemorySegment[most];
            Arrays.setAll(buffers, _ -> arena.allocate(SCRATCH_BYTES, 64));
            List<Cold> cold = calls.stream().map(call -> new Cold(call, buffers)).toList();
            AtomicInteger next = new AtomicInteger();
            Runnable stretches = () -> {
                for (int i = next.getAndIncrement(); i < cold.size(); i = next.getAndIncrement()) {
                    cold.get(i).stretch();
                }
            };
            List<Thread> others = new ArrayList<>();
            for (int i = 1; i < threads; i++) {
                others.add(Thread.ofPlatform().daemon().name("sardonyx-warm-up-" + i).start(stretches));
            }
            stretches.run();
            others.forEach(Threads::join);
            await(new ArrayList<>(cold), start + LONGEST_NANOSECONDS);
        }
    }

    /// Waits for the compiler, and calls those again that it may not have taken notice of.
    private static void await(List<Cold> left, long end) {
        long progress = System.nanoTime();
        long now = progress;
        long reminded = progress;
        while (!left.isEmpty() && now - end < 0 && now - progress < LONGEST_SILENCE_NANOSECONDS) {
            if (left.removeIf(Cold::isFast)) {
                progress = System.nanoTime();
                reminded = progress;
            } else if (now - reminded > PATIENCE_NANOSECONDS) {
                left.stream().filter(kernel -> kernel.stretches < MOST_STRETCHES).forEach(Cold::stretch);
                reminded = System.nanoTime();
            } else {
                LockSupport.parkNanos(POLL_NANOSECONDS);
            }
            now = System.nanoTime();
        }
    }

    /// A kernel that is not compiled yet.
    private static final class Cold {
        private final Kernel kernel;
        private final MemorySegment[] buffers;
        private final long[][] scalars;
        /// The shortest time of a call with each of the scalars before the kernel was compiled.
        private final long[] slow;
        private int stretches;

        Cold(Call call, MemorySegment[] buffers) {
            this.kernel = call.kernel;
            this.buffers = Arrays.copyOf(buffers, call.buffers);
            this.scalars = call.scalars.stream().distinct()
                    .map(some -> some.stream().mapToLong(Long::longValue).toArray()).toArray(long[][]::new);
            this.slow = new long[scalars.length];
            Arrays.fill(slow, Long.MAX_VALUE);
        }

        /// @return how long a call takes, in nanoseconds
        private long time(int which) {
            long start = System.nanoTime();
            kernel.run(buffers, scalars[which], 0, 1);
            return System.nanoTime() - start;
        }

        /// Calls it once.
        ///
        /// @return whether that took so little time that it must be compiled
        private boolean isFast(int which) {
            long time = time(which);
            boolean fast = time <= FAST_NANOSECONDS || time < slow[which] / SPEEDUP;
            if (!fast) {
                slow[which] = Math.min(slow[which], time);
            }
            return fast;
        }

        void stretch() {
            long start = System.nanoTime();
            if (stretches++ == 0) {
                for (int i = 0; i < FIRST_CALLS * scalars.length; i++) {
                    slow[i % scalars.length] = Math.min(slow[i % scalars.length], time(i % scalars.length));
                }
            }
            for (int i = 0; i < CALLS && System.nanoTime() - start < LONGEST_STRETCH_NANOSECONDS; i++) {
                isFast(i % scalars.length);
                kernel.run(buffers, scalars[i % scalars.length], -EMPTY_CALLS, 0);
            }
        }

        boolean isFast() {
            for (int i = 0; i < scalars.length; i++) {
                if (isFast(i)) {
                    return true;
                }
            }
            return false;
        }
    }
}
