package org.sardonyx.frontend.weights;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipOutputStream;

/// Makes the bytes of zip archives, and of the arrays in them.
final class Zip {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);
    private final boolean deflated;

    Zip(boolean deflated) {
        this.deflated = deflated;
    }

    Zip add(String name, byte[] content) {
        var entry = new java.util.zip.ZipEntry(name);
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setMethod(deflated ? ZipOutputStream.DEFLATED : ZipOutputStream.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        try {
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Zip comment(String comment) {
        zip.setComment(comment);
        return this;
    }

    byte[] bytes() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// The file of an array, in version 1.0.
    static byte[] npy(String type, String shape, byte[] elements) {
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }\n";
        return ByteBuffer.allocate(10 + header.length() + elements.length).order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII)).putShort((short) 1)
                .putShort((short) header.length()).put(header.getBytes(StandardCharsets.US_ASCII)).put(elements)
                .array();
    }

    /// The same archive of one entry with all its sizes and places in fields of 64 bits.
    ///
    /// @param directory where the directory begins
    static byte[] inZip64Form(byte[] archive, int directory) {
        ByteBuffer old = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        int nameLength = old.getShort(directory + 28);
        int size = 46 + nameLength + 4 + 4 + 24;
        ByteBuffer made = ByteBuffer.allocate(archive.length + 200).order(ByteOrder.LITTLE_ENDIAN);
        made.put(archive, 0, directory + 46 + nameLength);
        made.putInt(directory + 20, -1).putInt(directory + 24, -1).putInt(directory + 42, -1)
                .putShort(directory + 30, (short) (size - 46 - nameLength));
        made.putShort((short) 0x5455).putShort((short) 0).putInt(24 << 16 | 1).putLong(old.getInt(directory + 24))
                .putLong(old.getInt(directory + 20)).putLong(old.getInt(directory + 42));
        int end = made.position();
        made.putInt(0x06064b50).putLong(44).putInt(45 << 16 | 45).putInt(0).putInt(0).putLong(1).putLong(1)
                .putLong(size).putLong(directory);
        made.putInt(0x07064b50).putInt(0).putLong(end).putInt(1);
        made.putInt(0x06054b50).putInt(0).putInt(-1).putInt(-1).putInt(-1).putShort((short) 0);
        return Arrays.copyOf(made.array(), made.position());
    }
}
