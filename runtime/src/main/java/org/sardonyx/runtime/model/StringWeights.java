package org.sardonyx.runtime.model;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Tensors of strings as bytes: of each string the number of its bytes, in 32 bits, then these in UTF-8.
final class StringWeights {
    private StringWeights() {}

    static MemorySegment encode(Tensor tensor) {
        byte[][] strings = new byte[Math.toIntExact(tensor.size())][];
        long bytes = 0;
        for (int i = 0; i < strings.length; i++) {
            strings[i] = tensor.getString(i).getBytes(StandardCharsets.UTF_8);
            bytes += Integer.BYTES + strings[i].length;
        }
        ByteBuffer encoded = ByteBuffer.allocate(Math.toIntExact(bytes)).order(ByteOrder.LITTLE_ENDIAN);
        for (byte[] string : strings) {
            encoded.putInt(string.length).put(string);
        }
        return MemorySegment.ofArray(encoded.array());
    }

    /// @throws ModelException if the bytes are not those of so many strings
    static Tensor decode(MemorySegment bytes, long... sizes) {
        Tensor tensor = Tensor.allocate(DataType.STRING, sizes);
        ByteBuffer encoded = ByteBuffer.wrap(bytes.toArray(ValueLayout.JAVA_BYTE)).order(ByteOrder.LITTLE_ENDIAN);
        for (long i = 0; i < tensor.size(); i++) {
            int length = encoded.remaining() < Integer.BYTES ? -1 : encoded.getInt();
            if (length < 0 || length > encoded.remaining()) {
                throw new ModelException("string " + i + " of " + tensor.size() + " is cut off");
            }
            byte[] string = new byte[length];
            encoded.get(string);
            tensor.setString(i, new String(string, StandardCharsets.UTF_8));
        }
        return tensor;
    }
}
