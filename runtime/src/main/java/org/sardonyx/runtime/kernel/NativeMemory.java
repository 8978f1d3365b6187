package org.sardonyx.runtime.kernel;

import java.lang.foreign.MemorySegment;

/// What kernels take their memory for.
public final class NativeMemory {
    /// The class of segments outside the heap. A kernel casts its buffers to it, which is how the virtual machine knows, when
    /// it compiles the kernel, that none of them is an array: as soon as any part of the program has used a segment over an
    /// array it would otherwise compile each access for both kinds, at a quarter of the speed.
    public static final Class<?> TYPE = MemorySegment.NULL.getClass();

    private NativeMemory() {}
}
