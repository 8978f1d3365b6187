package org.sardonyx.runtime.model;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// A model that a class loader finds, in a folder or in a jar inside of another: its entries are read into memory.
final class ClassPathContents implements Contents {
    private static final int CHUNK = 1 << 16;

    private final ClassLoader loader;

    ClassPathContents(ClassLoader loader) {
        this.loader = loader;
    }

    @Override
    public String place() {
        return "class path";
    }

    @Override
    public Class<?> define(String name, byte[] bytes) throws ClassNotFoundException {
        return Class.forName(name, true, loader);
    }

    @Override
    public Opened open(Arena memory) {
        Map<String, MemorySegment> copies = new ConcurrentHashMap<>();
        return (name, expected) -> copies.computeIfAbsent(name, _ -> read(memory, name, expected));
    }

    private MemorySegment read(Arena memory, String name, long expected) {
        try (InputStream in = loader.getResourceAsStream(name)) {
            if (in == null) {
                throw Contents.problem(name, "is missing");
            }
            if (expected < 0) {
                return MemorySegment.ofArray(in.readAllBytes());
            }
            MemorySegment content = Tensor.allocate(memory, DataType.UINT8, expected).segment();
            byte[] chunk = new byte[CHUNK];
            long at = 0;
            for (int count = in.read(chunk); count > 0 && at + count <= expected; count = in.read(chunk)) {
                MemorySegment.copy(MemorySegment.ofArray(chunk), 0, content, at, count);
                at += count;
            }
            if (at != expected || in.read() >= 0) {
                throw Contents.problem(name, "is not of " + expected + " bytes");
            }
            return content;
        } catch (IOException e) {
            throw new ModelException(name + ": cannot be read: " + e, e);
        }
    }
}
