package org.sardonyx.runtime.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Collection;

/// Runs kernels on next to nothing until the virtual machine has compiled them. Until then a vector is an object and an
/// addition of two a call, a thousand times slower than the instruction it becomes, so the first inference would take
/// seconds; on a few numbers the thousands of calls that the compiler waits for take a fraction of one.
public final class WarmUp {
    /// A method that is called so often is compiled by the optimising compiler, whatever its loops do.
    private static final int CALLS = 12_000;
    private static final long LONGEST_NANOSECONDS = 1_500_000_000L;
    /// Sizes and strides are cut to this: enough for a tile.
    private static final long SMALL = 8;
    /// More than any kernel reaches with such sizes and strides.
    private static final long SCRATCH_BYTES = 4 << 20;

    private WarmUp() {}

    /// A kernel with the parameters of one of its calls.
    public record Call(Kernel kernel, int buffers, long[] scalars) {}

    /// Warms up kernels, several at a time.
    public static void run(Collection<Call> calls) {
        calls.parallelStream().forEach(WarmUp::run);
    }

    private static void run(Call call) {
        try (Arena arena = Arena.ofShared()) {
            MemorySegment[] buffers = new MemorySegment[call.buffers];
            Arrays.setAll(buffers, _ -> arena.allocate(SCRATCH_BYTES, 64));
            long[] small = Arrays.stream(call.scalars).map(scalar -> Math.clamp(scalar, 0, SMALL)).toArray();
            long start = System.nanoTime();
            for (int i = 0; i < CALLS && System.nanoTime() - start < LONGEST_NANOSECONDS; i++) {
                call.kernel.run(buffers, small, 0, 1);
            }
        }
    }
}
