package org.sardonyx.runtime.opencl;

import java.lang.foreign.MemorySegment;

import org.jocl.Pointer;

/// Memory that host and device both use: a fine-grained buffer of OpenCL's shared virtual memory.
///
/// @param pointer for kernels
/// @param segment for the host
record SharedMemory(Pointer pointer, MemorySegment segment) {}
