package org.sardonyx.ir.operator;

/// What [Pad] puts around a tensor.
public enum PadMode {
    /// One given element everywhere.
    CONSTANT,
    /// The tensor mirrored at its first and last elements, which are not repeated; again and again if need be.
    REFLECT,
    /// The first and last elements repeated.
    EDGE,
    /// The tensor repeated.
    WRAP
}
