package org.sardonyx.runtime.program;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;

/// Tells which memory of a caller kernels can work on where it lies: memory outside the heap, aligned to an element, that every
/// thread may use. Makes segments of one class of what lies in mapped files, too.
final class CallerMemory {
    /// A thread that is not the caller's. It is never started.
    private static final Thread ANOTHER = Thread.ofPlatform().unstarted(() -> {});

    private CallerMemory() {}

    /// The value where it lies if kernels can read it there, else a copy.
    static Value readable(Value value) {
        return value instanceof Tensor tensor && tensor.dataType() != DataType.STRING && !isReadable(tensor)
                ? tensor.copy()
                : value;
    }

    private static boolean isReadable(Tensor tensor) {
        MemorySegment segment = tensor.segment();
        long alignment = Math.max(1, tensor.dataType().bits() / 8);
        return tensor.size() == 0
                || segment.isNative() && segment.address() % alignment == 0 && segment.isAccessibleBy(ANOTHER);
    }

    /// Whether kernels can write their results into a tensor while they read others.
    static boolean isWritable(Tensor tensor, Value[] read) {
        if (tensor.dataType() == DataType.STRING || tensor.segment().isReadOnly() || !isReadable(tensor)) {
            return false;
        }
        for (Value value : read) {
            if (value instanceof Tensor other && other.dataType() != DataType.STRING
                    && overlap(tensor.segment(), other.segment())) {
                return false;
            }
        }
        return true;
    }

    /// The same memory as a segment of the class that allocated ones have. The virtual machine compiles a kernel for the class of
    /// segments that it has seen; a segment of a mapped file, which is of another, would make it start again. An empty one may
    /// lie over an array, which kernels do not take.
    static MemorySegment plain(MemorySegment segment) {
        if (segment.byteSize() == 0) {
            return MemorySegment.NULL;
        }
        boolean convertible = segment.isMapped() && segment.byteSize() <= Integer.MAX_VALUE
                && segment.byteSize() % Float.BYTES == 0 && segment.address() % Float.BYTES == 0;
        return convertible
                ? MemorySegment.ofBuffer(segment.asByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer())
                : segment;
    }

    /// Whether two pieces of memory have bytes in common.
    static boolean overlap(MemorySegment a, MemorySegment b) {
        return a.byteSize() > 0 && b.byteSize() > 0 && a.asOverlappingSlice(b).isPresent();
    }
}
