package org.sardonyx.runtime.program;

/// The memory that a run of a program needs besides inputs, outputs and constants.
///
/// @param arenaBytes the size of the arena, which the values of a run share
/// @param lowerBound the largest sum of bytes that are live at the same time: no arena can be smaller
/// @param unsharedBytes the sum of the bytes of all values in the arena
/// @param buffers how many values lie in the arena
/// @param threadBytes the size of the memory that each thread has for itself
public record MemoryPlan(long arenaBytes, long lowerBound, long unsharedBytes, int buffers, long threadBytes) {}
