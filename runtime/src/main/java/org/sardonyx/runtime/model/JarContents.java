package org.sardonyx.runtime.model;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.runtime.model.JarDirectory.Entry;

/// A model in a jar, which is mapped: what is stored as it is and aligned is used where it lies, and processes that open the
/// same file share its memory.
final class JarContents implements Contents {
    private static final int CHUNK = 1 << 20;

    private final Path file;
    private final long bytes;
    private final JarDirectory directory;
    private final Definer classes;

    private JarContents(Path file, long bytes, JarDirectory directory, Definer classes) {
        this.file = file;
        this.bytes = bytes;
        this.directory = directory;
        this.classes = classes;
    }

    /// @param classes defines the kernels
    /// @throws ModelException if the file cannot be read or is no jar
    static JarContents open(Path file, Definer classes) {
        try (Arena memory = Arena.ofShared()) {
            MemorySegment mapped = map(file, memory);
            return new JarContents(file, mapped.byteSize(), JarDirectory.read(mapped), classes);
        } catch (ModelException e) {
            throw e.at(file.toString());
        }
    }

    private static MemorySegment map(Path file, Arena memory) {
        if (Files.isDirectory(file)) {
            throw new ModelException("is a folder, expected a compiled model, which is a jar");
        }
        try (FileChannel channel = FileChannel.open(file)) {
            return channel.map(MapMode.READ_ONLY, 0, channel.size(), memory);
        } catch (NoSuchFileException e) {
            throw new ModelException("there is no such file", e);
        } catch (IOException e) {
            throw new ModelException("cannot be read: " + e, e);
        }
    }

    JarDirectory directory() {
        return directory;
    }

    @Override
    public String place() {
        return file.toString();
    }

    @Override
    public Class<?> define(String name, byte[] classFile) throws ClassNotFoundException {
        return classes.define(name, classFile);
    }

    @Override
    public Opened open(Arena memory) {
        MemorySegment mapped = map(file, memory);
        if (mapped.byteSize() != bytes) {
            throw new ModelException("has changed since it was opened: it was of " + bytes + " bytes and is of "
                    + mapped.byteSize());
        }
        Map<String, MemorySegment> copies = new ConcurrentHashMap<>();
        return (name, expected) -> {
            Entry entry = directory.entries().get(name);
            if (entry == null) {
                throw Contents.problem(name, "is missing");
            }
            if (expected >= 0 && entry.bytes() != expected) {
                throw Contents.problem(name, "is of " + entry.bytes() + " bytes, expected " + expected);
            }
            MemorySegment data = mapped.asSlice(entry.offset(), entry.stored());
            boolean usable = entry.bytes() == 0 || data.address() % Tensor.ALIGNMENT == 0;
            return entry.method() == Entry.STORED && usable
                    ? data
                    : copies.computeIfAbsent(name, _ -> copy(name, entry, data, memory));
        };
    }

    /// The data of an entry that cannot be used where they lie, because another program has packed the jar again.
    private static MemorySegment copy(String name, Entry entry, MemorySegment data, Arena memory) {
        return entry.method() == Entry.STORED
                ? Tensor.allocate(memory, DataType.UINT8, entry.bytes()).segment().copyFrom(data)
                : inflated(name, entry, data, memory);
    }

    private static MemorySegment inflated(String name, Entry entry, MemorySegment data, Arena memory) {
        MemorySegment inflated = Tensor.allocate(memory, DataType.UINT8, entry.bytes()).segment();
        try (Inflater inflater = new Inflater(true)) {
            long from = 0;
            long to = 0;
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    long next = Math.min(CHUNK, data.byteSize() - from);
                    inflater.setInput(data.asSlice(from, next).asByteBuffer());
                    from += next;
                }
                ByteBuffer target = inflated.asSlice(to, Math.min(CHUNK, inflated.byteSize() - to)).asByteBuffer();
                int count = inflater.inflate(target);
                to += count;
                if (count == 0 && !inflater.finished() && (from == data.byteSize() || to == inflated.byteSize())) {
                    throw Contents.problem(name, "its compressed form is damaged");
                }
            }
            if (to != inflated.byteSize()) {
                throw Contents.problem(name, "is of " + to + " bytes, the directory says " + inflated.byteSize());
            }
            return inflated;
        } catch (DataFormatException e) {
            throw new ModelException(name + ": its compressed form is damaged: " + e.getMessage(), e);
        }
    }

    /// Compares an entry with the checksum in the directory.
    ///
    /// @throws ModelException if it differs
    void check(String name) {
        try (Arena memory = Arena.ofShared()) {
            CRC32 checksum = new CRC32();
            MemorySegment content = open(memory).read(name, -1);
            for (long at = 0; at < content.byteSize(); at += CHUNK) {
                checksum.update(content.asSlice(at, Math.min(CHUNK, content.byteSize() - at)).asByteBuffer());
            }
            if (checksum.getValue() != directory.entries().get(name).checksum()) {
                throw Contents.problem(name, "has been changed: it does not have the checksum that the jar tells");
            }
        } catch (ModelException e) {
            throw e.at(file.toString());
        }
    }
}
