package org.sardonyx.runtime.program;

/// Where a tensor lies during a run.
public sealed interface Place {
    /// In the arena, from a byte that is a multiple of 64.
    record InArena(long offset) implements Place {
        public InArena {
            if (offset < 0 || offset % ALIGNMENT != 0) {
                throw new IllegalArgumentException("offset " + offset + " is no multiple of " + ALIGNMENT);
            }
        }
    }

    /// In memory that each thread has for itself, of which nothing outlives an index of a step's range.
    ///
    /// @param offset of its first byte
    /// @param bytes how many there are
    record OfThread(long offset, long bytes) implements Place {}

    /// A constant of the program.
    record OfConstant(int index) implements Place {}

    /// What the caller passes in.
    record OfInput(int index) implements Place {}

    /// What the caller gets.
    record OfOutput(int index) implements Place {}

    /// A value of the host's own, such as a sequence or a tensor whose shape depends on the data.
    record OnHost(int index) implements Place {}

    /// Of every tensor in the arena, in bytes: a cache line, and the longest vector.
    long ALIGNMENT = 64;
}
