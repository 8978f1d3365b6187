package org.sardonyx.codegen.kernel;

/// What of a tensor an index of a kernel's outermost loop stands for.
public enum Share {
    /// A row of pixels, over whose pixels and channels the kernel goes: for processors, whose threads take many rows each.
    ROWS,
    /// A vector of channels of a pixel: for GPUs, whose neighbouring work-items so read and write what lies side by side.
    ELEMENTS
}
