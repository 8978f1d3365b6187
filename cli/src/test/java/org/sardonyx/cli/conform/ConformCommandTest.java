package org.sardonyx.cli.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sardonyx.cli.Main;
import org.sardonyx.frontend.onnx.OnnxModelWriter;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

class ConformCommandTest {
    @TempDir
    private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int conform(Object... arguments) {
        String[] words = new String[arguments.length + 1];
        words[0] = "conform";
        for (int i = 0; i < arguments.length; i++) {
            words[i + 1] = arguments[i].toString();
        }
        return Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err, true)).execute(words);
    }

    private List<String> printed() {
        return out.toString().lines().toList();
    }

    private static Tensor number(double value) {
        return Tensor.scalar(DataType.FLOAT32, value);
    }

    private CaseFolder negation(String name, Tensor input, Tensor output) {
        return new CaseFolder(folder.resolve("suite").resolve(name)).model("Neg", DataType.FLOAT32).input(0, 0, input)
                .output(0, 0, output);
    }

    private Path suite() {
        return folder.resolve("suite");
    }

    @Test
    void allPass() {
        negation("test_a", number(1), number(-1));
        negation("test_b", number(2), number(-2.0001)).input(1, 0, number(3)).output(1, 0, number(-3));
        assertEquals(0, conform(suite()));
        assertEquals(List.of("2 passed, 0 failed"), printed());
    }

    @Test
    void whatIsWrongIsTold() {
        negation("right", number(1), number(-1));
        negation("second_set", number(1), number(-1)).input(1, 0, number(2)).output(1, 0, number(2));
        negation("shape", number(1), number(-1).reshaped(1));
        negation("type", number(1), Tensor.scalar(DataType.FLOAT64, -1));
        negation("value", number(1), number(1));
        assertEquals(1, conform(suite(), "--jobs", 2));
        assertEquals(List.of(
                "failed: second_set: data set 1, output 'y': 1 of 1 elements differ, most at []: got -2.0, want 2.0",
                "failed: shape: output 'y': got float32[], want float32[1]",
                "failed: type: output 'y': got float32[], want float64[]",
                "failed: value: output 'y': 1 of 1 elements differ, most at []: got -1.0, want 1.0",
                "1 passed, 4 failed"), printed());
    }

    @Test
    void aBrokenCaseFailsAndTheOthersRun() throws IOException {
        negation("a_model", number(1), number(-1)).write("model.onnx", new byte[] {1, 2, 3});
        Files.delete(negation("b_input", number(1), number(-1)).folder().resolve("test_data_set_0/input_0.pb"));
        Files.delete(negation("c_output", number(1), number(-1)).folder().resolve("test_data_set_0/output_0.pb"));
        negation("d_more", number(1), number(-1)).input(0, 1, number(1));
        negation("e_right", number(1), number(-1));
        new CaseFolder(suite().resolve("f_operator")).model("NoSuchOperator", DataType.FLOAT32).input(0, 0, number(1))
                .output(0, 0, number(1));
        assertEquals(1, conform(suite()));
        assertTrue(printed().getFirst().startsWith("failed: a_model: is not "), printed().getFirst());
        assertEquals(List.of(
                "failed: b_input: input_0.pb is missing in test_data_set_0, the model has 1 inputs",
                "failed: c_output: output_0.pb is missing in test_data_set_0, the model has 1 outputs",
                "failed: d_more: input_1.pb is one too many in test_data_set_0, the model has 1 inputs",
                "failed: f_operator: node 'y' (NoSuchOperator, opset 22): unknown operator",
                "1 passed, 5 failed"), printed().subList(1, printed().size()));
    }

    @Test
    void aRampIsTheInputOfLightModels() throws IOException {
        Files.createDirectories(suite());
        OnnxModelWriter model = new OnnxModelWriter("light").opset(22);
        TensorType type = TensorType.of(DataType.FLOAT32, 1, 4);
        model.graph().input("x", type).output("y", type).node("Neg").inputs("x").outputs("y");
        model.write(suite().resolve("light_negation.onnx"));
        Files.write(suite().resolve("light_negation_output_0.pb"),
                CaseFolder.message(Tensor.ofFloats(new long[] {1, 4}, 0, -0.25f, -0.5f, -0.75f)));
        assertEquals(0, conform(suite()));
        assertEquals(List.of("1 passed, 0 failed"), printed());
    }

    @Test
    void ofRandomOutputsTypeAndShapeAreCompared() throws IOException {
        OnnxModelWriter model = new OnnxModelWriter("random").opset(22);
        model.graph().output("y", TensorType.of(DataType.FLOAT32, 2)).node("RandomUniform").withInts("shape", 2)
                .outputs("y");
        new CaseFolder(suite().resolve("shape")).model(model).output(0, 0, Tensor.ofFloats(new long[] {1}, 9));
        new CaseFolder(suite().resolve("value")).model(model).output(0, 0, Tensor.ofFloats(new long[] {2}, 9, 9));
        Path report = folder.resolve("report.tsv");
        assertEquals(1, conform(suite(), "--report", report));
        List<String> rows = Files.readAllLines(report);
        assertTrue(rows.get(1).startsWith("shape\tfail\toutput 'y': got float32[2], want float32[1]\t"), rows.get(1));
        assertTrue(rows.get(2).startsWith("value\tpass\trandom, only type and shape are as expected: y\t0\t"),
                rows.get(2));
    }

    @Test
    void theReportHasARowForEachCase() throws IOException {
        negation("test_a", number(1), number(-1));
        negation("test_b", number(1), number(1));
        Path report = folder.resolve("report.tsv");
        assertEquals(1, conform(suite(), "--report", report));
        assertEquals(List.of("1 passed, 1 failed"), printed());
        List<String> rows = Files.readAllLines(report);
        assertEquals(3, rows.size());
        assertTrue(rows.get(1).matches("test_a\tpass\t\t0\t0\t0\t\\d+"), rows.get(1));
        assertTrue(rows.get(2).matches("test_b\tfail\toutput 'y': 1 of 1 .*\t2\\.000e\\+00\t2\\.000e\\+00\t\\d+\t\\d+"),
                rows.get(2));
    }

    @Test
    void knownFailuresAreExpected() throws IOException {
        negation("test_a", number(1), number(-1));
        negation("test_b", number(1), number(1));
        Path known = Files.writeString(folder.resolve("known.tsv"), "# known\ntest_b\tthe file is wrong\n");
        assertEquals(0, conform(suite(), "--expect", known));
        assertEquals(List.of("1 passed, 1 failed"), printed());
    }

    @Test
    void differencesFromTheKnownFailuresAreTold() throws IOException {
        negation("test_a", number(1), number(-1));
        negation("test_b", number(1), number(1));
        Path known = Files.writeString(folder.resolve("known.tsv"), "test_a\tonce failed\n");
        assertEquals(1, conform(suite(), "--expect", known));
        assertEquals(List.of("unexpected pass: test_a (listed: once failed)",
                "unexpected failure: test_b: output 'y': 1 of 1 elements differ, most at []: got -1.0, want 1.0",
                "1 passed, 1 failed"), printed());
    }

    @Test
    void inputsMayHaveNoSizesOrBeConstants() {
        negation("first", number(1), number(-1)).input(1, 0, number(2)).output(1, 0, number(-2));
        OnnxModelWriter model = new OnnxModelWriter("sum").opset(22);
        TensorType type = TensorType.of(DataType.FLOAT32, 2, 3);
        model.graph().input("x", type).input("y", type).output("z", type).node("Add").inputs("x", "y").outputs("z");
        Tensor six = Tensor.ofFloats(new long[] {2, 3}, 1, 2, 3, 4, 5, 6);
        new CaseFolder(suite().resolve("sum")).model(model).input(0, 0, six).input(0, 1, six).output(0, 0,
                Tensor.ofFloats(new long[] {2, 3}, 2, 4, 6, 8, 10, 12));
        for (String form : List.of("given", "symbolic", "constant")) {
            assertEquals(0, conform(suite(), "--device", "jvm", "--inputs", form), form);
        }
        assertEquals(List.of("2 passed, 0 failed", "2 passed, 0 failed", "2 passed, 0 failed"), printed());
    }

    @Test
    void badInputIsToldWithoutAStackTrace() {
        negation("test_a", number(1), number(-1));
        Path missing = folder.resolve("missing");
        assertEquals(2, conform(missing));
        assertEquals(2, conform(suite(), "--device", "abacus"));
        assertEquals(2, conform(suite(), "--expect", missing));
        assertEquals(2, conform(suite(), "--report", missing.resolve("report.tsv")));
        assertEquals(2, conform(suite(), "--inputs", "none"));
        assertEquals(2, conform(suite(), "--jobs", 0));
        assertEquals(2, conform(suite(), "--limit", "soon"));
        assertEquals(2, conform());
        assertTrue(err.toString().startsWith("sardonyx: " + missing + ": no such folder\n"
                + "sardonyx: there is no device 'abacus'; there are auto, jvm, interpreter, opencl\n"), err.toString());
        assertEquals(0, err.toString().lines().filter(line -> line.startsWith("\tat ")).count());
        assertEquals(List.of(), printed());
    }

    @Test
    void helpShowsExamples() {
        assertEquals(0, conform("--help"));
        assertTrue(out.toString().contains("sardonyx conform onnx-backend/node"), out.toString());
    }
}
