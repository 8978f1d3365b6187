package org.sardonyx.frontend.weights;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// An entry of a zip archive.
///
/// @param method 0 if it is stored as it is, 8 if it is deflated
/// @param position where its header begins in the file
/// @param content its bytes in the file
/// @param size how many bytes it has once expanded, as the directory says
/// @param checksum the CRC-32 of the expanded bytes, as the directory says
record ZipEntry(String name, int method, long position, MemorySegment content, long size, int checksum) {
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    /// A deflated byte makes no more than so many bytes: a bit each for length and distance give 258 bytes.
    private static final int HIGHEST_RATIO = 1032;
    private static final int CHUNK = 1 << 20;

    /// The whole content: the file's own memory if it is stored as it is, otherwise memory that goes back when it is no longer
    /// referenced.
    ///
    /// @throws ModelException if it is not what the directory says, or does not fit into memory
    MemorySegment read() {
        MemorySegment expanded = expanded(size);
        CRC32 crc = new CRC32();
        for (long at = 0; at < size; at += CHUNK) {
            crc.update(expanded.asSlice(at, Math.min(CHUNK, size - at)).asByteBuffer());
        }
        if ((int) crc.getValue() != checksum) {
            throw new ModelException(String.format("is damaged: its checksum is %08x, expected %08x",
                    (int) crc.getValue(), checksum));
        }
        return expanded;
    }

    /// The first bytes of the content, which are not held against the checksum.
    ///
    /// @throws ModelException if they are not what the directory says
    MemorySegment start(int length) {
        return expanded(Math.min(length, size));
    }

    private MemorySegment expanded(long length) {
        if (method == STORED) {
            if (content.byteSize() != size) {
                throw new ModelException("is stored as it is in " + content.byteSize() + " bytes, expected " + size);
            }
            return content.asSlice(0, length);
        }
        if (method != DEFLATED) {
            throw new ModelException("is compressed by method " + method + ", expected 0 (stored) or 8 (deflated)");
        }
        if (size / HIGHEST_RATIO > content.byteSize()) {
            throw new ModelException("should expand from " + content.byteSize() + " to " + size
                    + " bytes, which is more than there can be");
        }
        MemorySegment expanded = Tensor.allocate(DataType.UINT8, length).segment();
        Inflater inflater = new Inflater(true);
        try {
            inflate(inflater, expanded);
        } catch (DataFormatException e) {
            throw new ModelException("is damaged: it cannot be expanded"
                    + (e.getMessage() == null ? "" : ": " + e.getMessage()), e);
        } finally {
            inflater.end();
        }
        return expanded;
    }

    /// Fills `to`; if that is the whole content, nothing may be left over.
    private void inflate(Inflater inflater, MemorySegment to) throws DataFormatException {
        long taken = 0;
        long made = 0;
        ByteBuffer beyond = ByteBuffer.allocate(1);
        while (!inflater.finished() && (made < to.byteSize() || made == size)) {
            long left = content.byteSize() - taken;
            if (inflater.needsInput() && left > 0) {
                long taking = Math.min(CHUNK, left);
                inflater.setInput(content.asSlice(taken, taking).asByteBuffer());
                taken += taking;
            }
            int making = inflater.inflate(made == size
                    ? beyond
                    : to.asSlice(made, Math.min(CHUNK, to.byteSize() - made)).asByteBuffer());
            made += making;
            if (made > size) {
                throw new ModelException("expands to more than " + size + " bytes, the size in the directory");
            }
            if (making == 0 && !inflater.finished() && (left == 0 || inflater.needsDictionary())) {
                throw new ModelException("is damaged: it is cut off after " + made + " of " + size + " bytes");
            }
        }
        if (made < to.byteSize()) {
            throw new ModelException("is damaged: it ends after " + made + " bytes, expected " + size);
        }
    }
}
