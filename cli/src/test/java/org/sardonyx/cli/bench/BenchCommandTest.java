package org.sardonyx.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.jr.ob.JSON;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.sardonyx.cli.CommandRun;
import org.sardonyx.frontend.onnx.OnnxModelWriter;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

class BenchCommandTest {
    @TempDir
    private Path folder;

    private final CommandRun sardonyx = new CommandRun();
    private String open;
    private String fixed;

    /// `y = x w`, once for any number of rows and once for two.
    @BeforeEach
    void writeModels() {
        open = write("open.onnx", Dimension.symbol("N"), Dimension.of(3));
        fixed = write("fixed.onnx", Dimension.of(2), Dimension.of(3));
    }

    private String write(String name, Dimension rows, Dimension columns) {
        OnnxModelWriter writer = new OnnxModelWriter("product").opset(13);
        writer.graph().input("x", new TensorType(DataType.FLOAT32, Shape.of(List.of(rows, columns))))
                .initializer("w", Tensor.allocate(DataType.FLOAT32, 3, 5))
                .output("y", new TensorType(DataType.FLOAT32, Shape.of(List.of(rows, Dimension.of(5)))))
                .node("MatMul").name("product").inputs("x", "w").outputs("y");
        writer.write(folder.resolve(name));
        return folder.resolve(name).toString();
    }

    private Map<String, Object> json(String... arguments) throws IOException {
        assertEquals(0, sardonyx.run(arguments), sardonyx.err());
        return JSON.std.mapFrom(sardonyx.out());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> model(Map<String, Object> report, int index) {
        return (Map<String, Object>) ((List<?>) report.get("models")).get(index);
    }

    private static double number(Map<String, Object> of, String name) {
        return ((Number) of.get(name)).doubleValue();
    }

    @Test
    void measuresAFileOnACompilingDevice() throws IOException {
        Map<String, Object> report =
                json("bench", open, "--device", "jvm", "--batch", "4", "--runs", "7", "--threads", "1",
                        "--profile", "--json");
        assertEquals("jvm", report.get("device"));
        assertEquals(1, report.get("threads"));
        assertTrue(number(report, "peakGigaflops") > 0.1, sardonyx.out());
        Map<String, Object> model = model(report, 0);
        assertEquals(Map.of("x", "float32[4, 3]"), model.get("inputs"));
        assertEquals(7, model.get("runs"));
        assertEquals(4 * 3 * 5, model.get("multiplyAdds"));
        assertTrue(number(model, "min") <= number(model, "median") && number(model, "median") <= number(model, "p99"));
        assertEquals(2 * 60 / number(model, "median") / 1e6, number(model, "gigaflops"), 1e-9);
        assertTrue(number(model, "arenaBytes") >= number(model, "arenaLowerBound"));
        List<?> profile = (List<?>) model.get("profile");
        assertEquals(model.get("steps"), profile.size());
        assertTrue(sardonyx.out().contains("\"operations\" : 120"), sardonyx.out());
    }

    @Test
    void measuresOnTheInterpreter() throws IOException {
        Map<String, Object> report = json("bench", fixed, open, "--device", "interpreter", "--runs", "2", "--json");
        assertEquals(Map.of("x", "float32[2, 3]"), model(report, 0).get("inputs"));
        assertEquals(null, model(report, 0).get("arenaBytes"));
        assertEquals(60, model(report, 0).get("weightBytes"));
        assertEquals(Map.of("x", "float32[1, 3]"), model(report, 1).get("inputs"));
    }

    @Test
    void printsATableAndTheSteps() {
        assertEquals(0, sardonyx.run("bench", "lenet5", "--runs", "3", "--threads", "2", "--profile", "--device",
                "interpreter"), sardonyx.err());
        List<String> lines = sardonyx.out().lines().toList();
        assertEquals("device  interpreter, 2 threads", lines.get(0));
        assertTrue(lines.get(1).matches("peak    [0-9.]+ GFLOP/s, measured: multiply-adds of .* on 2 threads"),
                lines.get(1));
        assertTrue(lines.get(3).startsWith("MODEL   RUNS  MEDIAN ms"), lines.get(3));
        assertTrue(lines.get(4).matches("lenet5 +3 .* - +- +- +- +0\\.24"), lines.get(4));
        assertTrue(lines.get(6).matches("lenet5: \\d+ steps, [0-9.]+ ms in steps"), lines.get(6));
        assertTrue(sardonyx.out().contains("node 'conv1' (Conv-11)"), sardonyx.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "MISSING.onnx         | MISSING.onnx: there is no such file",
        "lenet-5              | lenet-5: there is no such file, and in the zoo there is no network 'lenet-5', did you mean lenet5?",
        "OPEN --device tpu    | there is no device 'tpu'; there are auto, jvm, interpreter, opencl",
        "OPEN --runs 0        | --runs 0: expected 1 or more",
        "OPEN --batch 0       | --batch 0: expected 1 or more",
        "OPEN --threads 0     | --threads 0: expected 1 to 1024",
        "OPEN --threads 9999  | --threads 9999: expected 1 to 1024",
        "OPEN --shape x=2     | OPEN: --shape x=2: the input is a float32[N, 3]",
        "FIXED --batch 4      | FIXED: --batch 4: no input leaves its first size open; 'x' is a float32[2, 3]"})
    void badInputExits2(String arguments, String message) {
        assertEquals(2, sardonyx.run(named("bench " + arguments.strip()).split(" ")));
        assertEquals("sardonyx: " + named(message) + "\n", sardonyx.err());
    }

    private String named(String text) {
        return text.replace("OPEN", open).replace("FIXED", fixed);
    }

    @Test
    void sizesThatStayOpenAreTold() {
        String model = write("wide.onnx", Dimension.symbol("N"), Dimension.symbol("M"));
        assertEquals(2, sardonyx.run("bench", model));
        assertEquals(
                "sardonyx: " + model + ": the model leaves sizes of input 'x' open: it is a float32[N, M]; --shape "
                        + "settles them\n",
                sardonyx.err());
        assertEquals(0, sardonyx.run("bench", model, "--shape", "M=3", "--runs", "1", "--device", "interpreter"),
                sardonyx.err());
    }
}
