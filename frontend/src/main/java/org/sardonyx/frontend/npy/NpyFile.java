package org.sardonyx.frontend.npy;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.sardonyx.frontend.onnx.MappedFile;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Reads and writes `.npy` files.
///
/// ```java
/// Tensor image = NpyFile.read(Path.of("image.npy"));
/// NpyFile.write(Path.of("scores.npy"), scores);
/// ```
public final class NpyFile {
    /// The elements begin within so many bytes of the beginning of a file.
    public static final int LONGEST_HEADER = NpyHeader.LARGEST;

    private static final int CHUNK = 1 << 20;

    private NpyFile() {}

    /// Reads an array. Elements in row-major order and little-endian, which is how NumPy writes them unless told
    /// otherwise, are mapped and not copied.
    ///
    /// @throws ModelException if the file cannot be read, is no such file, or holds what no tensor can
    public static Tensor read(Path file) {
        try {
            return of(MappedFile.map(file));
        } catch (ModelException e) {
            throw e.at(file.toString());
        }
    }

    /// Reads an array from the bytes of a file, as [#read] does.
    ///
    /// @throws ModelException if the bytes are no such file, or hold what no tensor can
    public static Tensor of(MemorySegment source) {
        NpyHeader header = NpyHeader.read(source);
        return NpyReader.read(source.asSlice(header.size()), header);
    }

    /// The type of the tensor that [#of] would make. The elements are not looked at and need not be there.
    ///
    /// @param start the first bytes of a file, [#LONGEST_HEADER] or as many as there are
    /// @throws ModelException if they are no header, or the array holds what no tensor can
    public static TensorType type(MemorySegment start) {
        NpyHeader header = NpyHeader.read(start);
        return TensorType.of(NpyElements.parse(header.elements()).dataType(), header.sizes());
    }

    /// The element type in which [#write] stores elements of a type: the type itself, or the next wider one for those
    /// that NumPy does not have (bfloat16, 8-bit and 4-bit floats; integers of 4 and 2 bits).
    public static DataType storedType(DataType dataType) {
        return NpyElements.storable(dataType);
    }

    /// Writes an array in version 1.0 of the format.
    ///
    /// @throws ModelException if the file cannot be written
    public static void write(Path file, Tensor tensor) {
        Tensor stored = widened(tensor);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            if (stored.dataType() == DataType.STRING) {
                writeStrings(channel, stored);
            } else {
                write(channel, ByteBuffer.wrap(NpyHeader.write(NpyElements.name(stored.dataType(), 0),
                        stored.sizes())));
                for (long at = 0; at < stored.byteSize(); at += CHUNK) {
                    write(channel, stored.segment().asSlice(at, Math.min(CHUNK, stored.byteSize() - at))
                            .asByteBuffer());
                }
            }
        } catch (IOException e) {
            throw new ModelException(file + ": cannot be written: " + e, e);
        }
    }

    private static Tensor widened(Tensor tensor) {
        DataType type = storedType(tensor.dataType());
        if (type == tensor.dataType()) {
            return tensor;
        }
        Tensor wide = Tensor.allocate(type, tensor.sizes());
        for (long i = 0; i < tensor.size(); i++) {
            wide.setDouble(i, tensor.getDouble(i));
        }
        return wide;
    }

    /// All strings take as much room as the longest.
    private static void writeStrings(FileChannel channel, Tensor tensor) throws IOException {
        int longest = 1;
        for (long i = 0; i < tensor.size(); i++) {
            String text = tensor.getString(i);
            longest = Math.max(longest, text.codePointCount(0, text.length()));
        }
        write(channel, ByteBuffer.wrap(NpyHeader.write(NpyElements.name(DataType.STRING, longest), tensor.sizes())));
        ByteBuffer element = ByteBuffer.allocate(Math.multiplyExact(4, longest)).order(ByteOrder.LITTLE_ENDIAN);
        for (long i = 0; i < tensor.size(); i++) {
            tensor.getString(i).codePoints().forEach(element::putInt);
            while (element.hasRemaining()) {
                element.putInt(0);
            }
            write(channel, element.flip());
            element.clear();
        }
    }

    private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
