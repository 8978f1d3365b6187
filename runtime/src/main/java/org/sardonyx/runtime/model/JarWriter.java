package org.sardonyx.runtime.model;

import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a jar whose bytes depend on nothing but names and contents: entries are stored, not compressed, and carry a fixed
/// time. The data of an entry can begin at a multiple of 64 bytes, so that it can be used where the file is mapped.
final class JarWriter implements EntrySink, Closeable {
    /// Of data in the file, in bytes: that of tensors in memory.
    static final int ALIGNMENT = 64;
    /// The earliest time that a jar can tell without a time zone.
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);
    /// The extra field that tools which align the data of zip files agree on: the alignment, then zeros.
    private static final short PADDING = (short) 0xD935;
    private static final int PADDING_HEADER = 6;
    private static final int LOCAL_HEADER = 30;
    /// What a local header has besides if its entry is of 4 GiB or more.
    private static final int ZIP64_FIELD = 20;
    private static final long ZIP64_SIZE = 0xFFFFFFFFL;
    private static final int CHUNK = 1 << 16;

    private final Counting counting;
    private final ZipOutputStream out;

    /// @param out is closed with this
    JarWriter(OutputStream out) {
        this.counting = new Counting(out);
        this.out = new ZipOutputStream(counting);
        this.out.setMethod(ZipOutputStream.STORED);
    }

    @Override
    public void add(String name, byte[] content) throws IOException {
        add(new ZipEntry(name), MemorySegment.ofArray(content));
    }

    /// The data begin at a multiple of [#ALIGNMENT].
    @Override
    public void addAligned(String name, MemorySegment content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        long header = LOCAL_HEADER + name.length() + PADDING_HEADER
                + (content.byteSize() >= ZIP64_SIZE ? ZIP64_FIELD : 0);
        int padding = Math.floorMod(-(counting.count + header), ALIGNMENT);
        ByteBuffer extra = ByteBuffer.allocate(PADDING_HEADER + padding).order(ByteOrder.LITTLE_ENDIAN);
        extra.putShort(PADDING).putShort((short) (2 + padding)).putShort((short) ALIGNMENT);
        entry.setExtra(extra.array());
        add(entry, content);
    }

    private void add(ZipEntry entry, MemorySegment content) throws IOException {
        if (!entry.getName().chars().allMatch(c -> c < 0x80)) {
            throw new IllegalArgumentException("the name of an entry is not of ASCII: " + entry.getName());
        }
        byte[] chunk = new byte[CHUNK];
        CRC32 checksum = new CRC32();
        for (long at = 0; at < content.byteSize(); at += CHUNK) {
            checksum.update(chunk, 0, read(content, at, chunk));
        }
        entry.setTimeLocal(TIME);
        entry.setSize(content.byteSize());
        entry.setCrc(checksum.getValue());
        out.putNextEntry(entry);
        for (long at = 0; at < content.byteSize(); at += CHUNK) {
            out.write(chunk, 0, read(content, at, chunk));
        }
        out.closeEntry();
    }

    private static int read(MemorySegment content, long at, byte[] chunk) {
        int count = (int) Math.min(chunk.length, content.byteSize() - at);
        MemorySegment.copy(content, ValueLayout.JAVA_BYTE, at, chunk, 0, count);
        return count;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static final class Counting extends FilterOutputStream {
        private long count;

        Counting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            count += length;
        }
    }
}
