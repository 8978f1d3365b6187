package org.sardonyx.runtime.opencl;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

import org.jocl.cl_mem;

/// Memory of the host that the driver has made so that a device can copy from and to it by itself, at the full speed of the bus: a buffer of
/// `CL_MEM_ALLOC_HOST_PTR` that stays mapped. Copies of other memory go through such memory of the driver's own, piece by piece.
///
/// @param buffer that is mapped
/// @param mapped where it is
record PinnedMemory(cl_mem buffer, ByteBuffer mapped) {
    /// What the host reads and writes.
    MemorySegment segment() {
        return MemorySegment.ofBuffer(mapped);
    }
}
