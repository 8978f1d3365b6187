package org.sardonyx.runtime.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.sardonyx.ir.ModelException;

class TuningFileTest {
    private static final String DEVICE = "jvm 25, a processor, 16 lanes, threads 2";

    @TempDir
    private Path folder;
    private TuningFile file;

    @BeforeEach
    void nameFile() {
        file = new TuningFile(folder.resolve("cache").resolve("tuning.txt"));
    }

    private static Measurement measurement(String shape, String tile, long nanoseconds, int rounds) {
        return new Measurement(DEVICE, shape, tile, nanoseconds, 1000, rounds);
    }

    @Test
    void whatIsAddedIsRead() throws IOException {
        assertEquals(List.of(), file.read().measurements());
        Measurement one = measurement("1x8x8x16 of 3x3x8", "4x2", 900, 2);
        file.add(List.of(one));
        Measurement other = measurement("1x8x8x16 of 3x3x8", "8x1 on rows of 28", 950, 1);
        assertEquals(List.of(one, other), file.add(List.of(other)).measurements());
        assertEquals(List.of(one, other), file.read().measurements());
        assertEquals(Optional.empty(), file.read().problem());
        assertEquals("""
                sardonyx-tuning 1
                jvm 25, a processor, 16 lanes, threads 2 | 1x8x8x16 of 3x3x8 | 4x2 | 900 ns | standard 1000 ns | rounds 2
                jvm 25, a processor, 16 lanes, threads 2 | 1x8x8x16 of 3x3x8 | 8x1 on rows of 28 | 950 ns | standard 1000 ns | rounds 1
                """,
                Files.readString(file.path()));
    }

    @Test
    void theLastMeasurementOfATileCounts() {
        file.add(List.of(measurement("shape", "4x2", 900, 1), measurement("shape", "8x1", 800, 1)));
        Measurement later = measurement("shape", "4x2", 990, 2);
        assertEquals(List.of(measurement("shape", "8x1", 800, 1), later), file.add(List.of(later)).measurements());
    }

    /// Only what was clearly faster, twice, and on this device.
    @Test
    void theFastestProvenTileIsTaken() {
        Tuning tuning = Tuning.of(List.of(measurement("a", "4x2", 900, 2), measurement("a", "8x1", 850, 2),
                measurement("a", "6x2", 500, 1), measurement("b", "4x2", 980, 2),
                new Measurement("other", "c", "4x2", 10, 1000, 2)));
        assertEquals(Map.of("a", "8x1"), tuning.tiles(DEVICE));
        assertEquals(Map.of("c", "4x2"), tuning.tiles("other"));
        assertEquals(Map.of("c", "4x2"), Tuning.ofTiles("x", Map.of("c", "4x2")).tiles("x"));
    }

    @Test
    void ofTwoRoundsTheWorseOneCounts() {
        Measurement both = measurement("a", "4x2", 900, 1).and(new Measurement(DEVICE, "a", "4x2", 1930, 2000, 1));
        assertEquals(new Measurement(DEVICE, "a", "4x2", 1930, 2000, 2), both);
        assertTrue(both.isProven());
        assertTrue(!both.and(measurement("a", "4x2", 999, 1)).isFaster());
    }

    /// Each kind of damage in a line costs that line.
    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "a | b | c | 1 ns | standard 2 ns",
        "a | b | c | 1 ns | standard 2 ns | rounds 1 | d",
        "a | b | c | x ns | standard 2 ns | rounds 1", "a | b | c | -5 ns | standard 2 ns | rounds 1",
        "a | b | c | 99999999999999999999 ns | standard 2 ns | rounds 1", "a | b | c | 1 ns | standard 0 ns | rounds 1",
        "a | b | c | 1 ns | standard 2 ns | rounds 0", "a | b | c | 1 ns | standard 2 ns | rounds 5000000000",
        " | b | c | 1 ns | standard 2 ns | rounds 1", "a | b\u0007 | c | 1 ns | standard 2 ns | rounds 1",
        "a | b | c | ns | standard ns | rounds "})
    void aDamagedLineIsSkipped(String line) throws IOException {
        file.add(List.of(measurement("shape", "4x2", 900, 2)));
        Files.writeString(file.path(), Files.readString(file.path()) + line + "\n");
        Tuning tuning = file.read();
        assertEquals(Map.of("shape", "4x2"), tuning.tiles(DEVICE));
        assertEquals(Optional.of(file.path() + ": line 3 cannot be read, and is skipped"), tuning.problem());
        file.add(List.of());
        assertEquals(Optional.empty(), file.read().problem());
        assertEquals(1, file.read().measurements().size());
    }

    @Test
    void otherFilesAreNeitherReadNorReplaced() throws IOException {
        Files.createDirectories(file.path().getParent());
        for (Map.Entry<String, String> other : Map.of("", "is no tuning file: it does not begin with 'sardonyx-tuning'",
                "dear diary", "is no tuning file: it does not begin with 'sardonyx-tuning'", "sardonyx-tuning 2\nx",
                "is a tuning file of format '2', which is not 1").entrySet()) {
            Files.writeString(file.path(), other.getKey());
            assertEquals(Optional.of(file.path() + ": " + other.getValue()), file.read().problem());
            ModelException problem = assertThrows(ModelException.class,
                    () -> file.add(List.of(measurement("shape", "4x2", 900, 2))));
            assertEquals(file.path() + ": " + other.getValue(), problem.getMessage());
            assertEquals(other.getKey(), Files.readString(file.path()));
        }
        Files.write(file.path(), new byte[5 << 20]);
        assertEquals(Optional.of(file.path() + ": is no tuning file: it has more than 4194304 bytes"),
                file.read().problem());
    }

    @Test
    void anyBytesDoNoHarm() throws IOException {
        file.add(List.of(measurement("shape", "4x2", 900, 2), measurement("shape", "8x1", 800, 1)));
        byte[] whole = Files.readAllBytes(file.path());
        Random random = new Random(1);
        for (int i = 0; i < 500; i++) {
            byte[] damaged = whole.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Files.write(file.path(), damaged);
            Tuning tuning = file.read();
            assertTrue(tuning.measurements().size() <= 2, () -> new String(damaged, StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsTold() throws IOException {
        Files.writeString(folder.resolve("cache"), "a file where a folder is wanted");
        ModelException problem = assertThrows(ModelException.class, () -> file.add(List.of()));
        assertTrue(problem.getMessage().startsWith(file.path() + ": cannot be written: "), problem.getMessage());
        assertTrue(new TuningFile(folder).read().problem().orElseThrow().startsWith(folder + ": cannot be read: "));
    }

    @Test
    void theOldestGoWhenThereAreTooMany() {
        List<Measurement> many = IntStream.range(0, TuningFile.MOST_MEASUREMENTS + 5)
                .mapToObj(i -> measurement("shape " + i, "4x2", 900, 1)).toList();
        assertEquals(many.subList(5, many.size()), file.add(many).measurements());
        assertEquals(Optional.empty(), file.read().problem());
    }

    /// Threads of a process, as well as processes, add to the file without losing what others have added.
    @Test
    void severalWriteAtTheSameTime() throws Exception {
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int writer = i;
            writers.add(Thread.ofPlatform().start(() -> {
                for (int j = 0; j < 20; j++) {
                    file.add(List.of(measurement(writer + " " + j, "4x2", 900, 2)));
                }
            }));
        }
        for (Thread writer : writers) {
            writer.join();
        }
        assertEquals(80, file.read().tiles(DEVICE).size());
        try (Stream<Path> files = Files.list(file.path().getParent())) {
            assertEquals(List.of("tuning.txt", "tuning.txt.lock"),
                    files.map(some -> some.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void anyNameOfADeviceCanBeWrittenDown() {
        assertEquals("a b c", Measurement.printable(" a|b\n\tc "));
        assertEquals("unnamed", Measurement.printable("\0"));
    }
}
