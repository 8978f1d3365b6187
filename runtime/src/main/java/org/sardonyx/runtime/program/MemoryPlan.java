package org.sardonyx.runtime.program;

import java.util.List;

/// The memory that a run of a program needs besides inputs, outputs and constants.
///
/// @param arenaBytes the size of the arena, which the values of a run share
/// @param lowerBound the largest sum of bytes that are live at the same time: no arena can be smaller
/// @param unsharedBytes the sum of the bytes of all values in the arena
/// @param values what lies in the arena
/// @param threadBytes the size of the memory that each thread has for itself
public record MemoryPlan(long arenaBytes, long lowerBound, long unsharedBytes, List<Extent> values, long threadBytes) {
    public MemoryPlan {
        values = List.copyOf(values);
    }

    /// Where and for how long a value lies in the arena.
    ///
    /// @param offset of its first byte
    /// @param bytes its size
    /// @param first the number of the step that writes it
    /// @param last the number of the last step that reads it; the number of steps if the program's end does
    public record Extent(long offset, long bytes, int first, int last) {}

    /// How many values lie in the arena.
    public int buffers() {
        return values.size();
    }
}
