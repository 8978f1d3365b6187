package org.sardonyx.ir.value;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

import org.sardonyx.ir.type.DataType;

/// Tensors of float16 and bfloat16 to and from float32, by loops that the virtual machine turns into vector instructions.
public final class HalfPrecision {
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort HALF =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int BFLOAT_SHIFT = 16;

    private HalfPrecision() {}

    /// Whether elements of the type are float16 or bfloat16.
    public static boolean isHalf(DataType type) {
        return type == DataType.FLOAT16 || type == DataType.BFLOAT16;
    }

    /// The same numbers in float32.
    ///
    /// @param tensor of float16 or bfloat16
    public static Tensor widened(Tensor tensor) {
        Tensor result = Tensor.allocate(DataType.FLOAT32, tensor.sizes());
        MemorySegment from = tensor.segment();
        MemorySegment to = result.segment();
        if (tensor.dataType() == DataType.FLOAT16) {
            for (long i = 0; i < tensor.size(); i++) {
                to.set(FLOAT, Float.BYTES * i, Float.float16ToFloat(from.get(HALF, Short.BYTES * i)));
            }
        } else {
            for (long i = 0; i < tensor.size(); i++) {
                to.set(FLOAT, Float.BYTES * i, Float.intBitsToFloat(from.get(HALF, Short.BYTES * i) << BFLOAT_SHIFT));
            }
        }
        return result;
    }

    /// The nearest numbers of float16, of two the even one.
    ///
    /// @param tensor of float32
    public static Tensor toFloat16(Tensor tensor) {
        Tensor result = Tensor.allocate(DataType.FLOAT16, tensor.sizes());
        MemorySegment from = tensor.segment();
        MemorySegment to = result.segment();
        for (long i = 0; i < tensor.size(); i++) {
            to.set(HALF, Short.BYTES * i, Float.floatToFloat16(from.get(FLOAT, Float.BYTES * i)));
        }
        return result;
    }
}
