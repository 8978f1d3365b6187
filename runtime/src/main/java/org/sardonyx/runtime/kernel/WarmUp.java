package org.sardonyx.runtime.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// Runs kernels on next to nothing until the virtual machine has compiled them. Until then a vector is an object and an
/// addition of two a call, a thousand times slower than the instruction it becomes, so the first inference would take
/// seconds; on a few numbers the thousands of calls that the compiler waits for take a fraction of one.
///
/// Each kernel is called until the compiler takes notice; while that works on one, the next is called. Then all are called
/// again: one that is ready passes in no time, for one that is not this waits.
public final class WarmUp {
    /// A method that is called so often is compiled by the optimising compiler, whatever its loops do.
    private static final int CALLS = 6_000;
    private static final long LONGEST_FIRST_NANOSECONDS = 100_000_000L;
    private static final long LONGEST_NANOSECONDS = 3_000_000_000L;
    private static final long SCRATCH_BYTES = 8 << 20;

    private WarmUp() {}

    /// A kernel with sizes that need next to no time, and reach at most a few megabytes into a buffer.
    ///
    /// @param scalars the kernel's scalars of one call or several, which are made in turn
    public record Call(Kernel kernel, int buffers, List<List<Long>> scalars) {}

    /// Warms up kernels.
    public static void run(Collection<Call> calls) {
        try (Arena arena = Arena.ofShared()) {
            int most = calls.stream().mapToInt(Call::buffers).max().orElse(0);
            MemorySegment[] buffers = new MemorySegment[most];
            Arrays.setAll(buffers, _ -> arena.allocate(SCRATCH_BYTES, 64));
            calls.forEach(call -> repeat(call, buffers, LONGEST_FIRST_NANOSECONDS));
            calls.forEach(call -> repeat(call, buffers, LONGEST_NANOSECONDS));
        }
    }

    private static void repeat(Call call, MemorySegment[] buffers, long longest) {
        MemorySegment[] used = Arrays.copyOf(buffers, call.buffers);
        long[][] scalars = call.scalars.stream().distinct()
                .map(some -> some.stream().mapToLong(Long::longValue).toArray()).toArray(long[][]::new);
        long start = System.nanoTime();
        for (int i = 0; i < CALLS && System.nanoTime() - start < longest; i++) {
            call.kernel.run(used, scalars[i % scalars.length], 0, 1);
        }
    }
}
