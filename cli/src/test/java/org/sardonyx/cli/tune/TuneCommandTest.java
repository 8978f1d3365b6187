package org.sardonyx.cli.tune;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.sardonyx.cli.CommandRun;
import org.sardonyx.codegen.JvmDevice;
import org.sardonyx.codegen.lower.TileChoice;
import org.sardonyx.frontend.ModelFile;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Specialization;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.tuning.Measurement;
import org.sardonyx.runtime.tuning.Tuning;
import org.sardonyx.runtime.tuning.TuningFile;

class TuneCommandTest {
    private static final String NET = """
            network small
            input x: float[N, 3, 18, 17]

            conv 40 3 p1 relu
            output z
            """;
    private static final JvmDevice DEVICE = new JvmDevice();

    @TempDir
    private Path folder;
    private final CommandRun command = new CommandRun();
    private Path model;
    private TuningFile file;

    @BeforeEach
    void writeModel() throws IOException {
        model = Files.writeString(folder.resolve("small.net"), NET);
        file = new TuningFile(folder.resolve("tiles.txt"));
    }

    private String run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--tuning", file.path().toString()));
        assertEquals(0, command.run(all.toArray(String[]::new)), command.err());
        assertEquals("", command.err());
        return command.out();
    }

    private TileChoice choice() {
        Graph graph = ModelFile.read(model).graph();
        try (Arena memory = Arena.ofShared()) {
            return DEVICE.lower(Specialization.of(graph, Map.of("x", TensorType.of(DataType.FLOAT32, 1, 3, 18, 17)))
                    .graph(), SessionOptions.DEFAULT, memory).tiles().getFirst();
        }
    }

    /// Makes a file in which all of a shape is measured, and one tile is twice as fast as the standard one.
    ///
    /// @return that tile
    private String measured() {
        TileChoice choice = choice();
        String name = DEVICE.tuningName(SessionOptions.DEFAULT);
        file.add(choice.others().stream()
                .map(tile -> new Measurement(name, choice.shape(), tile, 2000, 1000, 1)).toList());
        String best = choice.others().getLast();
        file.add(List.of(new Measurement(name, choice.shape(), best, 500, 1000, 2)));
        return best;
    }

    @Test
    void measuresAndKeepsWhatItMeasured() {
        String out = run("tune", model.toString(), "--device", "jvm", "--threads", "1", "--budget", "1");
        assertTrue(out.startsWith("device  jvm "), out);
        assertTrue(out.contains("\nfile    " + file.path() + "\n"), out);
        assertTrue(out.contains("\n" + choice().shape() + "  "), out);
        assertTrue(out.lines().toList().getLast().matches("rounds  [1-9].*"), out);
        Tuning kept = file.read();
        assertFalse(kept.measurements().isEmpty());
        String name = DEVICE.tuningName(SessionOptions.DEFAULT.withThreads(1));
        kept.measurements().forEach(measurement -> {
            assertEquals(name, measurement.device());
            assertTrue(choice().others().contains(measurement.tile()), measurement.toString());
        });
    }

    @Test
    void whatIsKnownIsNotMeasuredAgain() throws IOException {
        String best = measured();
        byte[] before = Files.readAllBytes(file.path());
        String out = run("tune", model.toString(), "--device", "jvm");
        assertTrue(out.endsWith("\nrounds  none: all tiles are measured\n"), out);
        assertTrue(out.contains(" " + best + " "), out);
        assertArrayEquals(before, Files.readAllBytes(file.path()));
    }

    @Test
    void runAndBenchAndInspectUseTheFile() {
        String best = measured();
        assertTrue(run("run", model.toString(), "--device", "jvm").contains("\ntuned   1 of 1 tiles\n"),
                command.out());
        assertTrue(run("bench", model.toString(), "--device", "jvm", "--runs", "2", "--profile")
                .contains(" " + best + "* "), command.out());
        assertTrue(command.out().contains("\n" + model + ": 1 of 1 tiles are tuned\n"), command.out());
        assertTrue(run("inspect", model.toString(), "--shape", "N=1", "--kernels").contains(
                ", tile " + best + " (tuned) for " + choice().shape() + "\n"), command.out());
        assertEquals(0, command.run("run", model.toString(), "--device", "jvm", "--tuning", "none"), command.err());
        assertFalse(command.out().contains("tuned"), command.out());
        assertFalse(run("run", model.toString(), "--device", "jvm", "--threads", "1").contains("tuned"),
                command.out());
    }

    @Test
    void aDamagedFileIsToldAndDoesNoHarm() throws IOException {
        Files.writeString(file.path(), "something else\n");
        assertEquals(0, command.run("run", model.toString(), "--device", "jvm", "--tuning", file.path().toString()));
        assertEquals("sardonyx: warning: " + file.path()
                + ": is no tuning file: it does not begin with 'sardonyx-tuning'\n", command.err());
        assertRefused(file.path() + ": is no tuning file: it does not begin with 'sardonyx-tuning'",
                "tune", model.toString(), "--device", "jvm", "--tuning", file.path().toString());
        assertEquals("something else\n", Files.readString(file.path()));
    }

    private void assertRefused(String message, String... arguments) {
        assertEquals(2, command.run(arguments), command.out());
        assertEquals("sardonyx: " + message + "\n", command.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "tune MODEL --budget 0              | --budget 0: expected 1 to 604800",
        "tune MODEL --tuning none           | there is no file to keep what is measured; --tuning FILE names one",
        "tune MODEL --device interpreter    | the device interpreter has no kernels to tune",
        "tune MODEL --device tpu            | there is no device 'tpu'; there are auto, jvm, interpreter, opencl",
        "tune missing.net                   | missing.net: there is no such file",
        "tune small.jar                     | small.jar: is compiled, and has the tiles that it was compiled with; 'sardonyx compile --tune' chooses them",
        "run MODEL --tuning missing.txt     | --tuning missing.txt: there is no such file; 'sardonyx tune' makes one",
        "compile MODEL -o x.jar --budget 3  | --budget is an option of --tune",
        "compile MODEL -o x.jar --tuning x  | --tuning is an option of --tune",
        "compile MODEL -o x.jar --tune --tuning none | there is no file to keep what is measured; --tuning FILE names one"})
    void badInputExits2(String arguments, String message) {
        String[] words = arguments.strip().replace("MODEL", model.toString()).split(" +");
        List<String> all = new ArrayList<>(List.of(words));
        if (words[0].equals("tune") && !arguments.contains("--tuning")) {
            all.addAll(List.of("--tuning", file.path().toString()));
        }
        assertRefused(message, all.toArray(String[]::new));
        assertTrue(Files.notExists(file.path()));
    }

    /// A jar with tuned tiles tells them, computes the same, and has the same bytes when it is compiled again; without --tune the
    /// file does not count.
    @Test
    void compiledModelsHaveTheTilesOnlyIfAsked() throws IOException {
        String best = measured();
        Path tuned = folder.resolve("fast.jar");
        String[] compile = {"compile", model.toString(), "-o", tuned.toString(), "--class", "com.example.Small"};
        String[] tune = new String[7];
        System.arraycopy(compile, 0, tune, 0, 6);
        tune[6] = "--tune";
        assertTrue(run(tune).contains("\ntuned   1 of 1 tiles\n"), command.out());
        byte[] bytes = Files.readAllBytes(tuned);
        run(tune);
        assertArrayEquals(bytes, Files.readAllBytes(tuned));
        assertEquals(0, command.run("inspect", tuned.toString(), "--kernels"), command.err());
        assertTrue(command.out().contains(" tile \"" + best + "\" for \"" + choice().shape() + "\" tuned {\n"),
                command.out());
        assertEquals(0, command.run("run", tuned.toString()), command.err());
        String output = command.out().lines().filter(line -> line.startsWith("output")).toList().toString();
        assertTrue(command.out().contains("\ntuned   1 of 1 tiles\n"), command.out());
        assertEquals(0, command.run(compile), command.err());
        assertFalse(command.out().contains("tuned"), command.out());
        assertEquals(0, command.run("run", tuned.toString()), command.err());
        assertFalse(command.out().contains("tuned"), command.out());
        assertEquals(output,
                command.out().lines().filter(line -> line.startsWith("output")).toList().toString());
    }
}
