package org.sardonyx.passes.rules;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.function.DoublePredicate;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Questions about the elements of constants.
final class Numbers {
    private static final int CHUNK = 4096;
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private Numbers() {}

    static boolean all(Tensor tensor, DoublePredicate predicate) {
        for (long i = 0; i < tensor.size(); i++) {
            if (!predicate.test(tensor.getDouble(i))) {
                return false;
            }
        }
        return true;
    }

    /// In chunks: weights are many.
    static boolean isFinite(Tensor tensor) {
        if (tensor.dataType().isInteger()) {
            return true;
        }
        if (tensor.dataType() != DataType.FLOAT32) {
            return all(tensor, element -> Math.abs(element) <= Double.MAX_VALUE);
        }
        float[] chunk = new float[CHUNK];
        boolean finite = true;
        for (long from = 0; from < tensor.size() && finite; from += CHUNK) {
            int count = (int) Math.min(CHUNK, tensor.size() - from);
            MemorySegment.copy(tensor.segment(), FLOAT, from * Float.BYTES, chunk, 0, count);
            for (int i = 0; i < count; i++) {
                finite &= Math.abs(chunk[i]) <= Float.MAX_VALUE;
            }
        }
        return finite;
    }

    /// Whether every element is this number, the sign of zero included.
    static boolean allAre(Tensor tensor, double number) {
        return all(tensor, element -> Double.compare(element, number) == 0);
    }

    /// Whether every element is zero of either sign.
    static boolean isZero(Tensor tensor) {
        return all(tensor, element -> element == 0);
    }
}
