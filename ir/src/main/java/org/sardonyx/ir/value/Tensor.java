package org.sardonyx.ir.value;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;

/// A dense tensor: elements of one type in row-major order over a [MemorySegment], little-endian, or over an array of
/// strings. Elements of 4 and 2 bits are packed, the first element in the lowest bits of a byte. Element indices are
/// 64 bits wide and count from 0 in row-major order.
///
/// The memory belongs to an [Arena]. Tensors made by [#allocate(DataType, long...)] live in an automatic arena: their
/// memory goes back when the last reference to them is gone. A tensor is written by whoever made it and is not changed
/// after it has been handed on.
public final class Tensor implements Value {
    /// Start of every allocation, in bytes: the size of a cache line and of the widest vector.
    public static final long ALIGNMENT = 64;

    private final DataType dataType;
    private final long[] sizes;
    private final long size;
    private final MemorySegment segment;
    private final String[] strings;

    private Tensor(DataType dataType, long[] sizes, MemorySegment segment, String[] strings) {
        this.dataType = Objects.requireNonNull(dataType);
        this.sizes = sizes.clone();
        this.size = elementCount(sizes);
        this.segment = segment;
        this.strings = strings;
    }

    /// A tensor of zeros (or empty strings) in memory of its own, freed when it is no longer referenced.
    ///
    /// @throws ModelException if it does not fit into the memory this process may use
    public static Tensor allocate(DataType dataType, long... sizes) {
        return allocate(Memory.automatic(), dataType, sizes);
    }

    /// A tensor of zeros in memory that is freed together with the arena.
    ///
    /// @throws ModelException if it does not fit into the memory this process may use
    public static Tensor allocate(Arena arena, DataType dataType, long... sizes) {
        long count = elementCount(sizes);
        if (dataType == DataType.STRING) {
            Memory.check(count > Long.MAX_VALUE / 16 ? Long.MAX_VALUE : count * 16, dataType, sizes);
            String[] strings = new String[(int) count];
            Arrays.fill(strings, "");
            return new Tensor(dataType, sizes, null, strings);
        }
        return new Tensor(dataType, sizes, Memory.allocate(arena, dataType, sizes), null);
    }

    /// A tensor over memory that is already there, which is not copied. No alignment is required.
    ///
    /// @throws ModelException if the segment is not exactly as large as the elements need
    public static Tensor of(DataType dataType, MemorySegment segment, long... sizes) {
        long needed = dataType.bytesFor(elementCount(sizes));
        if (segment.byteSize() != needed) {
            throw new ModelException("a tensor of type " + dataType.text() + Arrays.toString(sizes) + " needs " + needed
                    + " bytes, found " + segment.byteSize());
        }
        return new Tensor(dataType, sizes, segment, null);
    }

    /// A tensor over the bytes of a buffer from its position to its limit, which are not copied. A session reads and writes
    /// a direct buffer where it lies.
    ///
    /// @throws ModelException if the buffer is not exactly as large as the elements need, or is not little-endian, as
    ///         elements of tensors are: what is put into a new [ByteBuffer] is not until its order is changed
    public static Tensor of(DataType dataType, ByteBuffer buffer, long... sizes) {
        if (buffer.order() != ByteOrder.LITTLE_ENDIAN && dataType.bits() > 8) {
            throw new ModelException("the buffer of a tensor of type " + dataType.text() + Arrays.toString(sizes)
                    + " is in the order " + buffer.order() + ", expected LITTLE_ENDIAN");
        }
        return of(dataType, MemorySegment.ofBuffer(buffer), sizes);
    }

    public static Tensor ofFloats(long[] sizes, float... elements) {
        Tensor tensor = allocateFor(DataType.FLOAT32, elements.length, sizes);
        for (int i = 0; i < elements.length; i++) {
            tensor.segment.set(Element.FLOAT, 4L * i, elements[i]);
        }
        return tensor;
    }

    /// Numbers rounded to the element type.
    public static Tensor ofDoubles(DataType dataType, long[] sizes, double... elements) {
        Tensor tensor = allocateFor(dataType, elements.length, sizes);
        for (int i = 0; i < elements.length; i++) {
            tensor.setDouble(i, elements[i]);
        }
        return tensor;
    }

    /// Integers; those beyond the range of the element type wrap around.
    public static Tensor ofLongs(DataType dataType, long[] sizes, long... elements) {
        Tensor tensor = allocateFor(dataType, elements.length, sizes);
        for (int i = 0; i < elements.length; i++) {
            tensor.setLong(i, elements[i]);
        }
        return tensor;
    }

    /// A vector (rank 1) of type int64, the form in which ONNX passes shapes and axes.
    public static Tensor vector(long... elements) {
        return ofLongs(DataType.INT64, new long[] {elements.length}, elements);
    }

    public static Tensor ofBooleans(long[] sizes, boolean... elements) {
        Tensor tensor = allocateFor(DataType.BOOL, elements.length, sizes);
        for (int i = 0; i < elements.length; i++) {
            tensor.setBoolean(i, elements[i]);
        }
        return tensor;
    }

    public static Tensor ofStrings(long[] sizes, String... elements) {
        Tensor tensor = allocateFor(DataType.STRING, elements.length, sizes);
        System.arraycopy(elements, 0, tensor.strings, 0, elements.length);
        return tensor;
    }

    /// A tensor of rank 0 with a number rounded to the element type.
    public static Tensor scalar(DataType dataType, double value) {
        return ofDoubles(dataType, new long[0], value);
    }

    /// A tensor of rank 0 of type int64.
    public static Tensor scalar(long value) {
        return ofLongs(DataType.INT64, new long[0], value);
    }

    private static Tensor allocateFor(DataType dataType, int count, long[] sizes) {
        if (elementCount(sizes) != count) {
            throw new ModelException(
                    "shape " + Arrays.toString(sizes) + " has " + elementCount(sizes) + " elements, found "
                            + count);
        }
        return allocate(dataType, sizes);
    }

    /// The product of the sizes.
    ///
    /// @throws ModelException if a size is negative or the product exceeds 64 bits
    public static long elementCount(long... sizes) {
        long count = 1;
        boolean empty = false;
        for (long size : sizes) {
            if (size < 0) {
                throw new ModelException("negative dimension in shape " + Arrays.toString(sizes));
            }
            empty |= size == 0;
        }
        for (long size : sizes) {
            if (!empty && Math.multiplyHigh(count, size) != 0 || !empty && count * size < 0) {
                throw new ModelException(
                        "a tensor of shape " + Arrays.toString(sizes) + " has more than 2^63 elements");
            }
            count *= size;
        }
        return empty ? 0 : count;
    }

    public DataType dataType() {
        return dataType;
    }

    @Override
    public TensorType type() {
        return TensorType.of(dataType, sizes);
    }

    public Shape shape() {
        return Shape.of(sizes);
    }

    /// The sizes of the dimensions, outermost first.
    public long[] sizes() {
        return sizes.clone();
    }

    public int rank() {
        return sizes.length;
    }

    /// The size of the dimension at an axis, counted from the end if negative.
    ///
    /// @throws ModelException if there is no such axis
    public long size(int axis) {
        if (axis < -sizes.length || axis >= sizes.length) {
            throw new ModelException("a tensor of type " + type() + " has no axis " + axis);
        }
        return sizes[axis < 0 ? axis + sizes.length : axis];
    }

    /// The number of elements.
    public long size() {
        return size;
    }

    /// The bytes the elements take; for strings an estimate.
    public long byteSize() {
        return segment != null ? segment.byteSize() : 16 * size;
    }

    /// The elements as they lie in memory.
    ///
    /// @throws IllegalStateException for a tensor of strings
    public MemorySegment segment() {
        if (segment == null) {
            throw new IllegalStateException("a tensor of strings has no memory segment");
        }
        return segment;
    }

    /// The bits of an element, right-aligned; not for strings and complex128.
    public long getBits(long index) {
        return Element.getBits(segment, dataType.bits(), index);
    }

    public void setBits(long index, long bits) {
        Element.setBits(segment, dataType.bits(), index, bits);
    }

    /// An element as a number; the real part of a complex one; 1 or 0 for bool.
    public double getDouble(long index) {
        return switch (dataType) {
            case FLOAT32 -> segment.get(Element.FLOAT, index * 4);
            case FLOAT64 -> segment.get(Element.DOUBLE, index * 8);
            case COMPLEX64 -> segment.get(Element.FLOAT, index * 8);
            case COMPLEX128 -> segment.get(Element.DOUBLE, index * 16);
            default -> dataType.decode(getBits(index));
        };
    }

    /// The imaginary part of an element, 0 for a type that is not complex.
    public double getImaginary(long index) {
        return switch (dataType) {
            case COMPLEX64 -> segment.get(Element.FLOAT, index * 8 + 4);
            case COMPLEX128 -> segment.get(Element.DOUBLE, index * 16 + 8);
            default -> 0;
        };
    }

    /// Stores a number rounded to the element type as [DataType#encode] does; as a real number if it is complex.
    public void setDouble(long index, double value) {
        switch (dataType) {
            case FLOAT32 -> segment.set(Element.FLOAT, index * 4, (float) value);
            case FLOAT64 -> segment.set(Element.DOUBLE, index * 8, value);
            case COMPLEX64, COMPLEX128 -> setComplex(index, value, 0);
            default -> setBits(index, dataType.encode(value));
        }
    }

    public void setComplex(long index, double real, double imaginary) {
        switch (dataType) {
            case COMPLEX64 -> {
                segment.set(Element.FLOAT, index * 8, (float) real);
                segment.set(Element.FLOAT, index * 8 + 4, (float) imaginary);
            }
            case COMPLEX128 -> {
                segment.set(Element.DOUBLE, index * 16, real);
                segment.set(Element.DOUBLE, index * 16 + 8, imaginary);
            }
            default -> throw new IllegalStateException("not a complex tensor: " + type());
        }
    }

    /// An element of an integer type or bool; one of a float type is truncated towards zero.
    public long getLong(long index) {
        return switch (dataType) {
            case INT64, UINT64 -> segment.get(Element.LONG, index * 8);
            case INT32 -> segment.get(Element.INT, index * 4);
            case BOOL -> segment.get(JAVA_BYTE, index) == 0 ? 0 : 1;
            default -> dataType.isInteger() ? dataType.decodeLong(getBits(index)) : (long) getDouble(index);
        };
    }

    /// Stores an integer, which wraps around if it is beyond the range of an integer type.
    public void setLong(long index, long value) {
        if (dataType.isInteger()) {
            setBits(index, dataType.encodeLong(value));
        } else if (dataType == DataType.BOOL) {
            setBoolean(index, value != 0);
        } else {
            setDouble(index, value);
        }
    }

    public boolean getBoolean(long index) {
        return dataType == DataType.BOOL ? segment.get(JAVA_BYTE, index) != 0 : getDouble(index) != 0;
    }

    public void setBoolean(long index, boolean value) {
        setBits(index, value ? 1 : 0);
    }

    public String getString(long index) {
        return strings[Math.toIntExact(index)];
    }

    public void setString(long index, String value) {
        strings[Math.toIntExact(index)] = Objects.requireNonNull(value);
    }

    /// Copies one element of a tensor of the same type, whatever it is.
    public void copyElement(long index, Tensor from, long fromIndex) {
        switch (dataType) {
            case STRING -> strings[(int) index] = from.strings[(int) fromIndex];
            case COMPLEX128 -> MemorySegment.copy(from.segment, fromIndex * 16, segment, index * 16, 16);
            default -> setBits(index, from.getBits(fromIndex));
        }
    }

    /// Copies consecutive elements of a tensor of the same type.
    public void copyElements(long index, Tensor from, long fromIndex, long count) {
        if (dataType.bits() >= 8) {
            long bytes = dataType.bits() / 8;
            MemorySegment.copy(from.segment, fromIndex * bytes, segment, index * bytes, count * bytes);
        } else {
            for (long i = 0; i < count; i++) {
                copyElement(index + i, from, fromIndex + i);
            }
        }
    }

    /// Reads consecutive elements as numbers.
    public void readDoubles(long index, double[] to, int offset, int count) {
        if (dataType == DataType.FLOAT32) {
            for (int i = 0; i < count; i++) {
                to[offset + i] = segment.get(Element.FLOAT, (index + i) * 4);
            }
        } else {
            for (int i = 0; i < count; i++) {
                to[offset + i] = getDouble(index + i);
            }
        }
    }

    /// Stores consecutive numbers, rounded as by [#setDouble].
    public void writeDoubles(long index, double[] from, int offset, int count) {
        if (dataType == DataType.FLOAT32) {
            for (int i = 0; i < count; i++) {
                segment.set(Element.FLOAT, (index + i) * 4, (float) from[offset + i]);
            }
        } else {
            for (int i = 0; i < count; i++) {
                setDouble(index + i, from[offset + i]);
            }
        }
    }

    /// All elements as integers.
    ///
    /// @throws ModelException if there are more than 2^24, more than any list of sizes, axes or offsets has
    public long[] toLongs() {
        if (size > 1 << 24) {
            throw new ModelException("a list of " + size + " integers, at most " + (1 << 24) + " are supported here");
        }
        long[] elements = new long[(int) size];
        Arrays.setAll(elements, this::getLong);
        return elements;
    }

    /// The same elements under another shape; the memory is shared.
    ///
    /// @throws ModelException if the number of elements differs
    public Tensor reshaped(long... newSizes) {
        if (elementCount(newSizes) != size) {
            throw new ModelException("a tensor of shape " + Arrays.toString(sizes) + " cannot take the shape "
                    + Arrays.toString(newSizes));
        }
        return new Tensor(dataType, newSizes, segment, strings);
    }

    /// The same elements in memory of their own.
    ///
    /// @throws ModelException if it does not fit into the memory this process may use
    public Tensor copy() {
        Tensor copy = allocate(dataType, sizes);
        if (segment != null) {
            copy.segment.copyFrom(segment);
        } else {
            System.arraycopy(strings, 0, copy.strings, 0, strings.length);
        }
        return copy;
    }

    /// Whether the other has the same type, shape and bits.
    public boolean sameContent(Tensor other) {
        return dataType == other.dataType && Arrays.equals(sizes, other.sizes)
                && (segment == null ? Arrays.equals(strings, other.strings) : segment.mismatch(other.segment) < 0);
    }

    /// The type and, for few elements, the elements.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(type().toString());
        for (long i = 0; i < Math.min(size, 8); i++) {
            text.append(i == 0 ? " {" : ", ").append(elementText(i));
        }
        return text.append(size == 0 ? "" : size > 8 ? ", ...}" : "}").toString();
    }

    private String elementText(long index) {
        return switch (dataType.kind()) {
            case FLOAT -> dataType == DataType.FLOAT64
                    ? Double.toString(getDouble(index))
                    : Float.toString((float) getDouble(index));
            case SIGNED -> Long.toString(getLong(index));
            case UNSIGNED -> Long.toUnsignedString(getLong(index));
            case BOOL -> Boolean.toString(getBoolean(index));
            case STRING -> '"' + getString(index) + '"';
            case COMPLEX -> getDouble(index) + "+" + getImaginary(index) + "i";
        };
    }
}
