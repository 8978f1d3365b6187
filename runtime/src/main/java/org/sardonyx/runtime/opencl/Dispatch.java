package org.sardonyx.runtime.opencl;

import java.util.List;

import org.sardonyx.runtime.program.Place;

/// A call of an OpenCL kernel: a phase of a program's step.
///
/// The kernel's arguments are, for each buffer, a pointer and an offset in elements; then the numbers; then a pointer to memory of which each
/// work-item has a part, if any. It tells nothing of a device, so that it can be written down.
///
/// @param buffers what it reads and writes
/// @param numbers sizes and strides that the source does not have
/// @param extent how many work-items there are; if each has memory of its own, of how many indices they have shares
/// @param groupSize how many form a work-group, or 0 for as many as the driver likes
/// @param scratchBytes what each work-item needs of the last argument; 0 if there is none. If there is some, any number of work-items
///        share the indices, as many as the device can make use of
public record Dispatch(KernelSource source, List<Place> buffers, List<Long> numbers, long extent, long groupSize,
        long scratchBytes) {
    public Dispatch {
        buffers = List.copyOf(buffers);
        numbers = List.copyOf(numbers);
    }
}
