package org.sardonyx.ir.loop;

import java.util.List;

/// Work-items that run a kernel's body together for one index of its outermost loop, as OpenCL has them: each has variables of
/// its own, and all of them share small buffers, of which nothing is there before and nothing outlives the index. What
/// an item writes to a shared buffer the others see after a [LoopStatement.Barrier]; what it writes to any other buffer nobody reads
/// before the kernel has ended.
///
/// @param item the variable with the number of the item, from 0
/// @param items how many there are
/// @param shared the buffers they share
public record WorkGroup(String item, int items, List<Shared> shared) {
    public WorkGroup {
        if (items < 1) {
            throw new IllegalArgumentException("a group of " + items + " items");
        }
        shared = List.copyOf(shared);
    }

    /// A buffer that the items of a group share.
    ///
    /// @param elements its size
    /// @param format of its elements
    public record Shared(String name, int elements, NumberFormat format) {
        public Shared {
            if (elements < 1) {
                throw new IllegalArgumentException("a buffer of " + elements + " elements");
            }
        }

        /// A buffer of float32.
        public Shared(String name, int elements) {
            this(name, elements, NumberFormat.FLOAT32);
        }

        /// Its size in bytes.
        public long bytes() {
            return (long) elements * format.bytes();
        }
    }
}
