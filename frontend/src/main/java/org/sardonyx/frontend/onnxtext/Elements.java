package org.sardonyx.frontend.onnxtext;

import java.util.Arrays;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;

import org.sardonyx.frontend.protobuf.HeapBudget;
import org.sardonyx.ir.ModelException;

/// Collects the elements of a tensor as its `raw_data`, little-endian.
final class Elements {
    private static final int MOST = Integer.MAX_VALUE - 8;

    private final HeapBudget budget;
    private byte[] bytes = new byte[64];
    private int length;

    Elements(HeapBudget budget) {
        this.budget = budget;
    }

    /// @param width the number of low bytes of `value` that make the element
    void add(long value, int width) {
        if (width > bytes.length - length) {
            if (length > MOST - width) {
                throw new ModelException("a tensor takes more than 2 GiB");
            }
            budget.array(2L * bytes.length);
            bytes = Arrays.copyOf(bytes, (int) Math.min(MOST, 2L * bytes.length));
        }
        for (int i = 0; i < width; i++) {
            bytes[length++] = (byte) (value >>> 8 * i);
        }
    }

    /// The bytes; nothing can be added after.
    ByteString finish() {
        byte[] whole = length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
        bytes = whole;
        return UnsafeByteOperations.unsafeWrap(whole);
    }
}
