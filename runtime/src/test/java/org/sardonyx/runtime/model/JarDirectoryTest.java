package org.sardonyx.runtime.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;

import org.sardonyx.ir.ModelException;
import org.sardonyx.runtime.model.JarDirectory.Entry;

class JarDirectoryTest {
    private static JarDirectory read(byte[] file) {
        return JarDirectory.read(MemorySegment.ofArray(file));
    }

    private static byte[] jar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarWriter writer = new JarWriter(bytes)) {
            writer.add("text", "hello".getBytes(StandardCharsets.UTF_8));
            for (int i = 1; i < 200; i += 37) {
                writer.addAligned("weights/" + i, MemorySegment.ofArray(new byte[i]));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void dataAreAlignedAndWhereTheDirectorySays() throws IOException {
        byte[] jar = jar();
        JarDirectory directory = read(jar);
        Entry text = directory.entries().get("text");
        assertEquals("hello", new String(jar, (int) text.offset(), (int) text.bytes(), StandardCharsets.UTF_8));
        assertEquals(7, directory.entries().size());
        directory.entries().forEach((name, entry) -> {
            assertEquals(Entry.STORED, entry.method());
            assertTrue(name.equals("text") || entry.offset() % 64 == 0, name + " at " + entry.offset());
        });
    }

    /// More entries than 16 bits can count are told by the directory for large files.
    @Test
    void manyEntriesAreRead() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 70_000; i++) {
                zip.putNextEntry(new ZipEntry("entry" + i));
                zip.closeEntry();
            }
        }
        assertEquals(70_000, read(bytes.toByteArray()).entries().size());
    }

    /// An entry whose sizes and offset stand in the field of 64 bits.
    @Test
    void numbersOf64BitsAreRead() {
        byte[] name = "large".getBytes(StandardCharsets.UTF_8);
        ByteBuffer file = ByteBuffer.allocate(500).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0x04034b50).position(26).putShort((short) 5).putShort((short) 0).put(name).put(new byte[3]);
        int directory = file.position();
        file.putInt(0x02014b50).position(directory + 20).putInt(-1).putInt(-1).putShort((short) 5).putShort((short) 28)
                .position(directory + 42).putInt(-1).put(name);
        file.putShort((short) 1).putShort((short) 24).putLong(3).putLong(3).putLong(0);
        int end = file.position();
        file.putInt(0x06054b50).position(end + 10).putShort((short) 1).putInt(end - directory).putInt(directory)
                .putShort((short) 0);
        byte[] bytes = MemorySegment.ofArray(file.array()).asSlice(0, end + 22).toArray(ValueLayout.JAVA_BYTE);
        assertEquals(new Entry(35, 3, 3, Entry.STORED, 0), read(bytes).entries().get("large"));
        bytes[directory + 46 + 5 + 4 + 15] = 1;
        assertEquals("the jar is damaged: large is not where the directory says",
                assertThrows(ModelException.class, () -> read(bytes)).getMessage());
    }

    @Test
    void sizesThatDoNotFitAreRefused() throws IOException {
        byte[] jar = jar();
        jar[jar.length - 22 + 10] = 9;
        assertTrue(assertThrows(ModelException.class, () -> read(jar)).getMessage().startsWith("the jar is damaged: "));
        byte[] moved = jar();
        moved[moved.length - 22 + 16] ^= 1;
        assertTrue(
                assertThrows(ModelException.class, () -> read(moved)).getMessage().startsWith("the jar is damaged: "));
        assertThrows(ModelException.class, () -> read(new byte[0]));
    }
}
