package org.sardonyx.runtime.opencl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelCacheTest {
    private static final byte[] KEY = {1, 2, 3};
    private static final byte[] CONTENT = {9, 8, 7, 6};

    @TempDir
    private Path folder;

    private KernelCache cache() {
        return new KernelCache(folder.resolve("made"), 10_000);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("made"))) {
            return files.toList();
        }
    }

    @Test
    void whatWasWrittenIsRead() throws IOException {
        assertEquals(Optional.empty(), cache().read(KEY));
        cache().write(KEY, CONTENT);
        assertArrayEquals(CONTENT, cache().read(KEY).orElseThrow());
        assertEquals(Optional.empty(), cache().read(CONTENT));
        cache().write(KEY, new byte[0]);
        assertArrayEquals(new byte[0], cache().read(KEY).orElseThrow());
        assertEquals(1, files().size());
    }

    @Test
    void aFileThatWasShortenedIsNone() throws IOException {
        cache().write(KEY, CONTENT);
        Path file = files().getFirst();
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertEquals(Optional.empty(), cache().read(KEY), length + " bytes");
        }
    }

    @Test
    void aFileOfWhichABitIsWrongIsNone() throws IOException {
        cache().write(KEY, CONTENT);
        Path file = files().getFirst();
        byte[] whole = Files.readAllBytes(file);
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] wrong = whole.clone();
            wrong[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, wrong);
            assertEquals(Optional.empty(), cache().read(KEY), "bit " + bit);
        }
    }

    @Test
    void aFileOfAnotherKeyIsNone() throws IOException {
        cache().write(KEY, CONTENT);
        Path file = files().getFirst();
        cache().write(CONTENT, KEY);
        Path other = files().stream().filter(path -> !path.equals(file)).findFirst().orElseThrow();
        Files.copy(other, file, StandardCopyOption.REPLACE_EXISTING);
        assertEquals(Optional.empty(), cache().read(KEY));
    }

    @Test
    void whatWasNotUsedLongestGoesFirst() throws IOException {
        KernelCache small = new KernelCache(folder.resolve("made"), 3 * 1_100);
        for (byte i = 0; i < 3; i++) {
            small.write(new byte[] {i}, new byte[1_000]);
            for (Path file : files()) {
                Files.setLastModifiedTime(file,
                        FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis() - 10_000));
            }
        }
        assertTrue(small.read(new byte[] {0}).isPresent());
        small.write(new byte[] {3}, new byte[1_000]);
        assertTrue(small.read(new byte[] {0}).isPresent());
        assertFalse(small.read(new byte[] {1}).isPresent());
        assertTrue(small.read(new byte[] {3}).isPresent());
    }

    @Test
    void aFolderThatCannotBeMadeIsNone() throws IOException {
        Path file = Files.write(folder.resolve("file"), CONTENT);
        KernelCache nowhere = new KernelCache(file.resolve("below"), 10_000);
        nowhere.write(KEY, CONTENT);
        assertEquals(Optional.empty(), nowhere.read(KEY));
    }

    @Test
    void manyMayWriteAndReadAtTheSameTime() throws IOException {
        byte[] large = new byte[5_000];
        Arrays.fill(large, (byte) 5);
        IntStream.range(0, 200).parallel().forEach(_ -> {
            cache().write(KEY, large);
            assertArrayEquals(large, cache().read(KEY).orElseThrow());
        });
        assertEquals(1, files().size());
    }
}
