package org.sardonyx.ir.value;

/// Walks over all indices of a shape in row-major order and keeps, for each of several operands, the offset of the
/// element that belongs to the current index, given the operand's stride along each axis. A stride of 0 repeats an
/// element, which is how broadcasting reads.
///
/// ```java
/// for (Odometer at = new Odometer(shape, aStrides, bStrides); at.valid(); at.advance()) {
///     out.setDouble(at.position(), a.getDouble(at.offset(0)) + b.getDouble(at.offset(1)));
/// }
/// ```
public final class Odometer {
    private final long[] sizes;
    private final long[][] strides;
    private final long[] index;
    private final long[] offsets;
    private final long count;
    private long position;

    /// @param sizes the shape to walk over
    /// @param strides for each operand the distance, in elements, between neighbours along each axis
    public Odometer(long[] sizes, long[]... strides) {
        this.sizes = sizes.clone();
        this.strides = strides.clone();
        this.index = new long[sizes.length];
        this.offsets = new long[strides.length];
        this.count = Tensor.elementCount(sizes);
    }

    public boolean valid() {
        return position < count;
    }

    public void advance() {
        position++;
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            index[axis]++;
            if (index[axis] < sizes[axis]) {
                for (int operand = 0; operand < strides.length; operand++) {
                    offsets[operand] += strides[operand][axis];
                }
                return;
            }
            index[axis] = 0;
            for (int operand = 0; operand < strides.length; operand++) {
                offsets[operand] -= (sizes[axis] - 1) * strides[operand][axis];
            }
        }
    }

    /// The number of the current index in row-major order.
    public long position() {
        return position;
    }

    /// The offset of an operand's element at the current index.
    public long offset(int operand) {
        return offsets[operand];
    }

    /// The current index along an axis.
    public long index(int axis) {
        return index[axis];
    }

    /// The strides of a row-major tensor.
    public static long[] strides(long... sizes) {
        long[] strides = new long[sizes.length];
        long stride = 1;
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= sizes[axis];
        }
        return strides;
    }

    /// The strides with which a row-major tensor is read when it is broadcast to a shape of at least its rank: 0 along
    /// the axes it does not have and along those of size 1.
    public static long[] broadcastStrides(long[] sizes, long[] to) {
        long[] own = strides(sizes);
        long[] strides = new long[to.length];
        int shift = to.length - sizes.length;
        for (int axis = 0; axis < sizes.length; axis++) {
            strides[axis + shift] = sizes[axis] == 1 ? 0 : own[axis];
        }
        return strides;
    }
}
