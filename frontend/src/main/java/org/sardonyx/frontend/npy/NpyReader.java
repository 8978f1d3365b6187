package org.sardonyx.frontend.npy;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Odometer;
import org.sardonyx.ir.value.Tensor;

/// Makes a tensor of the elements after a header.
final class NpyReader {
    /// Strings without characters take no bytes, so that the size of the file does not bound their number.
    private static final int MOST_EMPTY_STRINGS = 1 << 16;

    private final MemorySegment source;
    private final NpyElements elements;

    private NpyReader(MemorySegment source, NpyElements elements) {
        this.source = source;
        this.elements = elements;
    }

    /// @param source what follows the header, to the end of the file
    static Tensor read(MemorySegment source, NpyHeader header) {
        NpyElements elements = NpyElements.parse(header.elements());
        long count = Tensor.elementCount(header.sizes());
        if (Math.multiplyHigh(count, elements.bytes()) != 0 || source.byteSize() != count * elements.bytes()) {
            throw new ModelException("has " + source.byteSize() + " bytes of elements, expected "
                    + Arrays.toString(header.sizes()) + " elements of " + elements.bytes() + " bytes");
        }
        if (elements.bytes() == 0 && count > MOST_EMPTY_STRINGS) {
            throw new ModelException("has " + count + " strings without characters, at most " + MOST_EMPTY_STRINGS
                    + " are supported");
        }
        boolean asItIs = !header.columnMajor() && (!elements.bigEndian() || elements.bytes() == 1);
        if (asItIs && elements.dataType() != DataType.STRING) {
            return Tensor.of(elements.dataType(), source, header.sizes());
        }
        Tensor tensor = Tensor.allocate(elements.dataType(), header.sizes());
        NpyReader reader = new NpyReader(source, elements);
        long[] strides = header.columnMajor() ? columnMajor(header.sizes()) : Odometer.strides(header.sizes());
        for (Odometer at = new Odometer(header.sizes(), strides); at.valid(); at.advance()) {
            if (elements.dataType() == DataType.STRING) {
                tensor.setString(at.position(), reader.string(at.offset(0), header.elements()));
            } else {
                reader.copy(at.offset(0), tensor, at.position());
            }
        }
        return tensor;
    }

    private static long[] columnMajor(long[] sizes) {
        long[] strides = new long[sizes.length];
        long stride = 1;
        for (int axis = 0; axis < sizes.length; axis++) {
            strides[axis] = stride;
            stride *= sizes[axis];
        }
        return strides;
    }

    /// Copies a number; the two parts of a complex one are numbers of their own to the order of bytes.
    private void copy(long from, Tensor to, long index) {
        int bytes = elements.bytes();
        int part = elements.dataType().isComplex() ? bytes / 2 : bytes;
        for (int i = 0; i < bytes; i++) {
            int mirrored = elements.bigEndian() ? i / part * part + part - 1 - i % part : i;
            to.segment().set(JAVA_BYTE, index * bytes + i, source.get(JAVA_BYTE, from * bytes + mirrored));
        }
    }

    private String string(long index, String name) {
        MemorySegment element = source.asSlice(index * elements.bytes(), elements.bytes());
        if (name.contains("S")) {
            return new String(element.toArray(JAVA_BYTE), StandardCharsets.UTF_8).replaceAll("\0+$", "");
        }
        ByteOrder order = elements.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        int[] codePoints = element.toArray(ValueLayout.JAVA_INT_UNALIGNED.withOrder(order));
        int length = codePoints.length;
        while (length > 0 && codePoints[length - 1] == 0) {
            length--;
        }
        for (int i = 0; i < length; i++) {
            if (!Character.isValidCodePoint(codePoints[i])) {
                throw new ModelException("string " + index + " has " + codePoints[i] + ", which is no character");
            }
        }
        return new String(codePoints, 0, length);
    }
}
