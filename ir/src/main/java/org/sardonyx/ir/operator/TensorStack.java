package org.sardonyx.ir.operator;

import java.util.Arrays;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Collects tensors of one shape, such as one per iteration of a loop, and puts them together along a new axis. The memory
/// grows as tensors come, so that a loop which announces many iterations and makes few takes little.
final class TensorStack {
    private final TensorType declared;
    private Tensor elements;
    private long[] sizes;
    private long length;
    private long count;

    /// @param declared what is known of the type of each tensor; if none comes, its open dimensions count as 0
    TensorStack(TensorType declared) {
        this.declared = declared;
    }

    /// @throws ModelException if the shape differs from that of the tensor before
    void add(Tensor tensor) {
        if (sizes == null) {
            sizes = tensor.sizes();
            length = tensor.size();
            elements = Tensor.allocate(tensor.dataType(), length);
        } else if (!tensor.shape().equals(Shape.of(sizes))) {
            throw new ModelException(
                    "tensors of shapes " + Shape.of(sizes) + " and " + tensor.shape() + " cannot be stacked");
        }
        if ((count + 1) * length > elements.size()) {
            elements = resized(Math.max((count + 1) * length, elements.size() * 2));
        }
        for (long i = 0; i < length; i++) {
            elements.copyElement(count * length + i, tensor, i);
        }
        count++;
    }

    private Tensor resized(long newSize) {
        Tensor grown = Tensor.allocate(elements.dataType(), newSize);
        for (long i = 0; i < Math.min(newSize, count * length); i++) {
            grown.copyElement(i, elements, i);
        }
        return grown;
    }

    /// All tensors in the order in which they came.
    Tensor stacked() {
        if (count == 0) {
            return Tensor.allocate(declared.dataType(), emptySizes(declared.shape()));
        }
        Tensor exact = elements.size() == count * length ? elements : resized(count * length);
        return exact.reshaped(withAxis(sizes, 0, count));
    }

    private static long[] emptySizes(Shape shape) {
        long[] inner = shape.hasRank()
                ? shape.dimensions().stream().mapToLong(size -> size.isConstant() ? size.size() : 0).toArray()
                : new long[0];
        return withAxis(inner, 0, 0);
    }

    /// All tensors side by side along an axis of the result.
    Tensor stackedAlong(int axis, boolean backwards) {
        Tensor rows = stacked();
        int at = Axes.normalize(axis, rows.rank());
        if (at == 0 && !backwards) {
            return rows;
        }
        long[] inner = Arrays.copyOfRange(rows.sizes(), 1, rows.rank());
        Tensor result = Tensor.allocate(rows.dataType(), withAxis(inner, at, rows.size(0)));
        long outer = rows.shape().product(1, at + 1).size();
        long block = rows.shape().product(at + 1, rows.rank()).size();
        for (long i = 0; i < count; i++) {
            long place = backwards ? count - 1 - i : i;
            for (long o = 0; o < outer; o++) {
                for (long j = 0; j < block; j++) {
                    result.copyElement((o * count + place) * block + j, rows, (i * outer + o) * block + j);
                }
            }
        }
        return result;
    }

    private static long[] withAxis(long[] sizes, int axis, long size) {
        long[] result = new long[sizes.length + 1];
        System.arraycopy(sizes, 0, result, 0, axis);
        result[axis] = size;
        System.arraycopy(sizes, axis, result, axis + 1, sizes.length - axis);
        return result;
    }
}
