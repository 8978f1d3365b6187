package org.sardonyx.frontend.weights;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.sardonyx.ir.ModelException;

/// Reads the directory of a zip archive in memory, with the extension zip64 for large ones.
///
/// [java.util.zip.ZipFile] reads archives too, but does not tell where an entry lies, so that an entry which is stored as it
/// is could not be mapped. Archives come from outside: every offset is held against the size of the file, entries may not
/// overlap, and their number is bounded.
///
/// @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">PKWARE: .ZIP File Format Specification</a>
final class ZipArchive {
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int ZIP64_END = 0x06064b50;
    private static final int ZIP64_END_SIZE = 56;
    private static final int ZIP64_LOCATOR = 0x07064b50;
    private static final int ZIP64_LOCATOR_SIZE = 20;
    private static final int ZIP64_EXTRA = 1;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_SIZE = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_SIZE = 30;
    /// Stands in a field of 32 bits whose value is in the extra field of 64 bits.
    private static final long ELSEWHERE = 0xFFFFFFFFL;
    private static final int ENCRYPTED = 1;
    private static final int MOST_ENTRIES = 1 << 20;

    private final MemorySegment file;

    private ZipArchive(MemorySegment file) {
        this.file = file;
    }

    /// Where the directory lies in the file.
    private record Directory(long begin, long end) {}

    /// @return the entries in the order of the directory; folders among them
    /// @throws ModelException if the file is no well-formed archive
    static List<ZipEntry> entries(MemorySegment file) {
        ZipArchive archive = new ZipArchive(file);
        Directory directory = archive.directory();
        List<ZipEntry> entries = archive.entries(directory);
        archive.requireApart(entries);
        return entries;
    }

    /// Finds the record at the end of the file, which only a comment may follow.
    private Directory directory() {
        long last = file.byteSize() - END_SIZE;
        for (long at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (file.get(INT, at) == END && at + END_SIZE + unsignedShort(at + 20) == file.byteSize()) {
                long size = unsignedInt(at + 12);
                long begin = unsignedInt(at + 16);
                long locator = at - ZIP64_LOCATOR_SIZE;
                if (locator >= 0 && file.get(INT, locator) == ZIP64_LOCATOR) {
                    return zip64Directory(locator);
                }
                return directory(begin, size, at);
            }
        }
        throw new ModelException("is no zip archive or is cut off: it has no directory at its end");
    }

    private Directory zip64Directory(long locator) {
        long at = file.get(LONG, locator + 8);
        if (at < 0 || at > locator - ZIP64_END_SIZE || file.get(INT, at) != ZIP64_END) {
            throw new ModelException("is no well-formed zip archive: there is no record of its directory at byte "
                    + Long.toUnsignedString(at));
        }
        return directory(file.get(LONG, at + 48), file.get(LONG, at + 40), at);
    }

    private static Directory directory(long begin, long size, long limit) {
        if (begin < 0 || size < 0 || begin > limit || size > limit - begin) {
            throw new ModelException("is no well-formed zip archive: its directory should take "
                    + Long.toUnsignedString(size) + " bytes from byte " + Long.toUnsignedString(begin)
                    + ", expected it to end before byte " + limit);
        }
        return new Directory(begin, begin + size);
    }

    private List<ZipEntry> entries(Directory directory) {
        List<ZipEntry> entries = new ArrayList<>();
        long at = directory.begin;
        while (at < directory.end) {
            long left = directory.end - at;
            long size = left < ENTRY_SIZE || file.get(INT, at) != ENTRY
                    ? Long.MAX_VALUE
                    : ENTRY_SIZE + unsignedShort(at + 28) + unsignedShort(at + 30) + unsignedShort(at + 32);
            if (size > left) {
                throw new ModelException("is no well-formed zip archive: its directory has no entry at byte " + at);
            }
            if (entries.size() == MOST_ENTRIES) {
                throw new ModelException("has more than " + MOST_ENTRIES + " entries");
            }
            entries.add(entry(at, directory.begin));
            at += size;
        }
        return entries;
    }

    private ZipEntry entry(long at, long directory) {
        int nameLength = unsignedShort(at + 28);
        String name = new String(file.asSlice(at + ENTRY_SIZE, nameLength).toArray(JAVA_BYTE), StandardCharsets.UTF_8);
        try {
            if ((unsignedShort(at + 8) & ENCRYPTED) != 0) {
                throw new ModelException("is encrypted");
            }
            Zip64Sizes sizes = sizes(at, at + ENTRY_SIZE + nameLength, unsignedShort(at + 30));
            long begin = contentBegin(sizes.header(), directory);
            if (sizes.stored() > directory - begin || sizes.size() < 0) {
                throw new ModelException("should take " + Long.toUnsignedString(sizes.stored()) + " bytes from byte "
                        + begin + ", expected it to end before the directory at byte " + directory);
            }
            return new ZipEntry(name, unsignedShort(at + 10), sizes.header(), file.asSlice(begin, sizes.stored()),
                    sizes.size(), file.get(INT, at + 16));
        } catch (ModelException e) {
            throw e.at("entry '" + name + "'");
        }
    }

    /// @param stored how many bytes the entry takes in the file
    /// @param size how many bytes it has when it is expanded
    /// @param header where the header before the entry begins
    private record Zip64Sizes(long stored, long size, long header) {}

    /// Reads sizes and place; those that do not fit into 32 bits stand in the extra field, one after the other.
    private Zip64Sizes sizes(long at, long extra, int extraLength) {
        long size = unsignedInt(at + 24);
        long stored = unsignedInt(at + 20);
        long header = unsignedInt(at + 42);
        long field = zip64Field(extra, extra + extraLength);
        long end = field < 0 ? 0 : field + 4 + unsignedShort(field + 2);
        long[] values = {size, stored, header};
        long position = field + 4;
        for (int i = 0; i < values.length; i++) {
            if (values[i] == ELSEWHERE && field >= 0) {
                if (position + 8 > end) {
                    throw new ModelException("has an extra field that is too short for its sizes");
                }
                values[i] = file.get(LONG, position);
                position += 8;
            }
        }
        return new Zip64Sizes(values[1], values[0], values[2]);
    }

    /// Where the extra field of zip64 begins, or -1 if there is none.
    private long zip64Field(long begin, long end) {
        long at = begin;
        while (at + 4 <= end && at + 4 + unsignedShort(at + 2) <= end) {
            if (unsignedShort(at) == ZIP64_EXTRA) {
                return at;
            }
            at += 4 + unsignedShort(at + 2);
        }
        return -1;
    }

    private long contentBegin(long header, long directory) {
        boolean there = header >= 0 && header <= directory - LOCAL_SIZE && file.get(INT, header) == LOCAL;
        long begin = there ? header + LOCAL_SIZE + unsignedShort(header + 26) + unsignedShort(header + 28) : directory;
        if (!there || begin > directory) {
            throw new ModelException("should begin at byte " + Long.toUnsignedString(header)
                    + ", but there is no header of an entry");
        }
        return begin;
    }

    /// Entries that share bytes make small files expand to large ones.
    private void requireApart(List<ZipEntry> entries) {
        long end = 0;
        List<ZipEntry> byPosition = entries.stream().sorted(Comparator.comparingLong(ZipEntry::position)).toList();
        for (ZipEntry entry : byPosition) {
            if (entry.position() < end) {
                throw new ModelException("entry '" + entry.name() + "' overlaps another one");
            }
            end = entry.content().address() - file.address() + entry.content().byteSize();
        }
    }

    private int unsignedShort(long at) {
        return file.get(SHORT, at) & 0xFFFF;
    }

    private long unsignedInt(long at) {
        return file.get(INT, at) & ELSEWHERE;
    }
}
