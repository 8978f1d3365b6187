package org.sardonyx.ir.value;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;

/// Allocation of tensors that cannot be made to exhaust the process: a request beyond what the JVM may use is a
/// [ModelException] that names the tensor, not an [OutOfMemoryError].
final class Memory {
    /// No single tensor may be larger than the memory the JVM allows itself outside the heap.
    private static final long LARGEST = Runtime.getRuntime().maxMemory();

    private Memory() {}

    static Arena automatic() {
        return Arena.ofAuto();
    }

    static void check(long bytes, DataType dataType, long[] sizes) {
        if (bytes > LARGEST) {
            throw tooLarge(bytes, dataType, sizes);
        }
    }

    static MemorySegment allocate(Arena arena, DataType dataType, long[] sizes) {
        long bytes = dataType.bytesFor(Tensor.elementCount(sizes));
        check(bytes, dataType, sizes);
        try {
            return arena.allocate(bytes, Tensor.ALIGNMENT);
        } catch (OutOfMemoryError _) {
            throw tooLarge(bytes, dataType, sizes);
        }
    }

    private static ModelException tooLarge(long bytes, DataType dataType, long[] sizes) {
        return new ModelException("a tensor of type " + dataType.text() + Arrays.toString(sizes) + " takes " + bytes
                + " bytes; this process may use " + LARGEST + " (see -Xmx and -XX:MaxDirectMemorySize)");
    }
}
