package org.sardonyx.runtime.kernel;

import java.lang.foreign.MemorySegment;

/// Compiled loops over memory. A kernel has no state; its outermost loop is split among threads, each of which calls it with
/// a part of the range, so what it computes for one index must not depend on another.
@FunctionalInterface
public interface Kernel {
    /// Computes a part.
    ///
    /// @param buffers what it reads and writes, native memory in the kernel's order: that of a program aligned to
    ///        64 bytes, that of a caller to an element
    /// @param scalars sizes, strides and the like, in the kernel's order
    /// @param from the first index of the outermost loop; for one below 0, of which the program has none, nothing is computed
    /// @param to the index after the last
    void run(MemorySegment[] buffers, long[] scalars, long from, long to);
}
