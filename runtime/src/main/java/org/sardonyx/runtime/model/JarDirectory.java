package org.sardonyx.runtime.model;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.sardonyx.ir.ModelException;

/// The directory of a jar, with what the JDK does not tell: where in the file the data of each entry lie. Every number is
/// checked before it is used.
///
/// @param entries by name, in the order of the directory
/// @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE.TXT, sections 4.3 and 4.5: the format,
///      with the fields of 64 bits</a>
record JarDirectory(Map<String, Entry> entries) {
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int LOCATOR_64_BYTES = 20;
    private static final int END_64 = 0x06064b50;
    private static final int END_64_BYTES = 56;
    private static final int HEADER = 0x02014b50;
    private static final int HEADER_BYTES = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_BYTES = 30;
    private static final int FIELD_64 = 1;
    private static final long IN_FIELD_64 = 0xFFFFFFFFL;
    private static final int ENCRYPTED = 1;

    /// An entry.
    ///
    /// @param offset of its data in the file
    /// @param stored how many bytes they take there
    /// @param bytes its size
    /// @param method 0 if it is stored as it is, 8 if it is compressed
    /// @param checksum its CRC-32
    record Entry(long offset, long stored, long bytes, int method, long checksum) {
        static final int STORED = 0;
        static final int DEFLATED = 8;
    }

    /// Reads the directory of a jar.
    ///
    /// @throws ModelException if the file is no jar, or is damaged
    static JarDirectory read(MemorySegment file) {
        return new Reader(file).directory();
    }

    private record Reader(MemorySegment file) {
        private static final ValueLayout.OfShort SHORT =
                ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
        private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
        private static final ValueLayout.OfLong LONG =
                ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

        private int number2(long at) {
            return Short.toUnsignedInt(file.get(SHORT, at));
        }

        private long number4(long at) {
            return Integer.toUnsignedLong(file.get(INT, at));
        }

        private String name(long at, int length) {
            byte[] name = file.asSlice(at, length).toArray(ValueLayout.JAVA_BYTE);
            return new String(name, StandardCharsets.UTF_8);
        }

        private static ModelException damaged(String what) {
            return new ModelException("the jar is damaged: " + what);
        }

        JarDirectory directory() {
            long end = end();
            long count = number2(end + 10);
            long bytes = number4(end + 12);
            long start = number4(end + 16);
            long limit = end;
            long locator = end - LOCATOR_64_BYTES;
            if (locator >= 0 && file.get(INT, locator) == LOCATOR_64) {
                long end64 = file.get(LONG, locator + 8);
                if (end64 < 0 || end64 > locator - END_64_BYTES || file.get(INT, end64) != END_64) {
                    throw damaged("its directory for large files is not where it should be");
                }
                count = file.get(LONG, end64 + 32);
                bytes = file.get(LONG, end64 + 40);
                start = file.get(LONG, end64 + 48);
                limit = end64;
            }
            if (start < 0 || bytes < 0 || start > limit || bytes != limit - start || count < 0
                    || count > bytes / HEADER_BYTES) {
                throw damaged("its directory is not where it should be");
            }
            return new JarDirectory(entries(start, limit, count));
        }

        /// The end record: the last thing in the file but for a comment.
        private long end() {
            long last = file.byteSize() - END_BYTES;
            for (long at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
                if (file.get(INT, at) == END && number2(at + 20) == last - at) {
                    return at;
                }
            }
            throw new ModelException("is no jar, or has been cut off: it does not end with a directory");
        }

        private Map<String, Entry> entries(long start, long limit, long count) {
            Map<String, Entry> entries = new LinkedHashMap<>();
            long at = start;
            for (long i = 0; i < count; i++) {
                if (limit - at < HEADER_BYTES || file.get(INT, at) != HEADER) {
                    throw damaged("entry " + i + " of its directory has no header");
                }
                int nameBytes = number2(at + 28);
                int extraBytes = number2(at + 30);
                int bytes = HEADER_BYTES + nameBytes + extraBytes + number2(at + 32);
                if (limit - at < bytes) {
                    throw damaged("entry " + i + " of its directory is cut off");
                }
                String name = name(at + HEADER_BYTES, nameBytes);
                if (entries.put(name, entry(name, at, at + HEADER_BYTES + nameBytes, extraBytes, start)) != null) {
                    throw damaged("there are two entries " + name);
                }
                at += bytes;
            }
            return entries;
        }

        /// @param at its header in the directory
        /// @param end of the data of all entries
        private Entry entry(String name, long at, long extra, int extraBytes, long end) {
            long[] numbers = {number4(at + 24), number4(at + 20), number4(at + 42)};
            readField64(numbers, extra, extraBytes);
            long bytes = numbers[0];
            long stored = numbers[1];
            long local = numbers[2];
            int method = number2(at + 10);
            if (bytes < 0 || stored < 0 || local < 0 || local > end - LOCAL_BYTES || file.get(INT, local) != LOCAL) {
                throw damaged(name + " is not where the directory says");
            }
            int nameBytes = number2(local + 26);
            long offset = local + LOCAL_BYTES + nameBytes + number2(local + 28);
            if (offset > end || stored > end - offset || !name(local + LOCAL_BYTES, nameBytes).equals(name)) {
                throw damaged(name + " is not where the directory says");
            }
            if ((number2(at + 8) & ENCRYPTED) != 0 || method != Entry.STORED && method != Entry.DEFLATED
                    || method == Entry.STORED && stored != bytes) {
                throw damaged(name + " is encrypted or compressed in a way that jars do not know");
            }
            return new Entry(offset, stored, bytes, method, number4(at + 16));
        }

        /// Replaces the numbers that do not fit into 32 bits by those in the field for them, which has no others.
        private void readField64(long[] numbers, long extra, int extraBytes) {
            long at = extra;
            while (at + 4 <= extra + extraBytes && number2(at) != FIELD_64) {
                at += 4 + number2(at + 2);
            }
            long next = at + 4;
            for (int i = 0; i < numbers.length; i++) {
                if (numbers[i] == IN_FIELD_64) {
                    if (next + Long.BYTES > extra + extraBytes) {
                        throw damaged("a size of 64 bits is missing");
                    }
                    numbers[i] = file.get(LONG, next);
                    next += Long.BYTES;
                }
            }
        }
    }
}
