package org.sardonyx.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.sardonyx.cli.CommandRun;
import org.sardonyx.frontend.npy.NpyFile;
import org.sardonyx.frontend.onnx.OnnxModelWriter;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

class RunCommandTest {
    @TempDir
    private Path folder;

    private final CommandRun sardonyx = new CommandRun();
    private String model;
    private String x;

    /// `scores = x * 2`
    @BeforeEach
    void writeModel() {
        OnnxModelWriter writer = new OnnxModelWriter("double").opset(13);
        writer.graph().input("x", TensorType.of(DataType.FLOAT32, 1, 4))
                .initializer("two", Tensor.scalar(DataType.FLOAT32, 2))
                .output("scores", TensorType.of(DataType.FLOAT32, 1, 4)).node("Mul").name("twice").inputs("x", "two")
                .outputs("scores");
        model = folder.resolve("double.onnx").toString();
        writer.write(Path.of(model));
        x = folder.resolve("x.npy").toString();
        NpyFile.write(Path.of(x), Tensor.ofFloats(new long[] {1, 4}, 0.25f, -3, 7.5f, 1));
    }

    private List<String> lines() {
        return sardonyx.out().replace(folder + "/", "").lines()
                .map(line -> line.replaceAll("time    [0-9.]+ ms.*", "time")).toList();
    }

    @Test
    void numericsThatTheDeviceDoesNotHaveAreTold() {
        assertEquals(0, sardonyx.run("run", model, "-i", x, "--numerics", "tf32"), sardonyx.err());
        assertEquals("note    --numerics tf32 is taken as 'fast': jvm is no GPU", lines().get(1));
    }

    @Test
    void numericsThatAreNoneAreTold() {
        assertEquals(2, sardonyx.run("run", model, "-i", x, "--numerics", "int4"));
        assertTrue(sardonyx.err().contains("--numerics int4: expected 'fast', 'strict', 'tf32' or 'half'"),
                sardonyx.err());
    }

    @Test
    void showsWhatWentInAndWhatCameOut() {
        assertEquals(0, sardonyx.run("run", model, "-i", x), sardonyx.err());
        assertEquals(List.of(
                "device  jvm (auto: the default)",
                "input   x: float32[1, 4], x.npy",
                "output  scores: float32[1, 4], min -6, max 15, mean 2.875",
                "time"), lines());
        assertEquals("", sardonyx.err());
    }

    @Test
    void showsTheLargestElementsWithTheirNames() throws IOException {
        Path labels = Files.writeString(folder.resolve("labels.txt"), "cat\ndog\nsnow leopard\nowl\n\n");
        assertEquals(0, sardonyx.run("run", model, "-i", x, "--top", "2", "--labels", labels.toString()));
        assertEquals(List.of(
                "        2  snow leopard  15",
                "        3  owl            2"), lines().subList(3, 5));
    }

    @Test
    void labelsOfAnotherNumberAreLeftOut() throws IOException {
        Path labels = Files.writeString(folder.resolve("labels.txt"), "cat\ndog\n");
        assertEquals(0, sardonyx.run("run", model, "-i", x, "--labels", labels.toString()));
        assertEquals(List.of(
                "        labels.txt has 2 names for 4 elements, so they are left out",
                "        2   15",
                "        3    2",
                "        0  0.5",
                "        1   -6"), lines().subList(3, 8));
    }

    @Test
    void writesTheOutputs() {
        Path results = folder.resolve("deep/results");
        assertEquals(0, sardonyx.run("run", model, "-i", x, "-o", results.toString()));
        assertEquals("        written to deep/results/scores.npy", lines().get(3));
        assertTrue(NpyFile.read(results.resolve("scores.npy"))
                .sameContent(Tensor.ofFloats(new long[] {1, 4}, 0.5f, -6, 15, 2)));
    }

    @Test
    void theSameSeedGivesTheSameNumbers() {
        sardonyx.run("run", model, "--seed", "3");
        List<String> first = lines();
        assertTrue(first.get(1).endsWith("float32[1, 4], random, seed 3"), first.get(1));
        sardonyx.run("run", model, "--seed", "3");
        assertEquals(first, lines());
        sardonyx.run("run", model, "--seed", "4");
        assertTrue(!first.get(2).equals(lines().get(2)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "MISSING            | MISSING: there is no such file, and in the zoo there is no network 'MISSING'",
        "MODEL --device tpu | there is no device 'tpu'; there are auto, jvm, interpreter, opencl",
        "MODEL -i y=a.npy   | -i y=a.npy: there is no input 'y'; the model has the inputs 'x'",
        "MODEL --labels no  | no: there is no such file",
        "MODEL -o MODEL     | MODEL: is a file, expected a folder",
        "MODEL --top -3     | --top -3: expected 0 or more",
        "MODEL --threads -1 | --threads -1: expected 1 to 1024",
        "MODEL --std 0      | a standard deviation of 0"})
    void badInputExits2(String arguments, String message) {
        assertEquals(2, sardonyx.run(("run " + arguments.strip()).replace("MODEL", model).split(" ")));
        assertEquals("sardonyx: " + message.replace("MODEL", model) + "\n", sardonyx.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "                 | Missing required parameter: 'MODEL'",
        "MODEL --top many | Invalid value for option '--top': 'many' is not an int",
        "MODEL --tpo 3    | Unknown options: '--tpo', '3'"})
    void badUsageExits2(String arguments, String message) {
        String all = arguments == null ? "run" : "run " + arguments.strip().replace("MODEL", model);
        assertEquals(2, sardonyx.run(all.split(" ")));
        assertTrue(sardonyx.err().startsWith("sardonyx: " + message + "\n"), sardonyx.err());
        assertTrue(sardonyx.err().endsWith("See 'sardonyx run --help'.\n"), sardonyx.err());
    }
}
