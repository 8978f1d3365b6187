package org.sardonyx.tests.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sardonyx.frontend.onnx.ImportedModel;
import org.sardonyx.frontend.onnx.OnnxFile;
import org.sardonyx.frontend.onnx.OnnxImporter;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

class HostileModelsTest {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    /// Hangs take for ever, a noisy machine takes seconds.
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static ImportedModel read(byte[] model) {
        return OnnxImporter.read(OnnxFile.of("hostile.onnx", MemorySegment.ofArray(model)));
    }

    private static String problem(byte[] model) {
        Attempt attempt = new Attempt();
        assertTimeoutPreemptively(LIMIT, () -> attempt.at(() -> read(model), () -> "the model"));
        assertEquals(1, attempt.refused());
        return assertThrows(ModelException.class, () -> read(model)).getMessage();
    }

    private static Wire graph() {
        return new Wire().text(2, "g").message(11, Wire.value("x", FLOAT, 2));
    }

    private static Wire withOutput(Wire graph, String output) {
        return graph.message(12, new Wire().text(1, output));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Frob     | x     | y   | node 'the Frob' (Frob, opset 21): unknown operator
            SwiGLU   | x,x   | y   | node 'the SwiGLU' (SwiGLU, opset 21): the operator is not known in this opset, but in versions [28]
            Add      | x     | y   | node 'the Add' (Add, opset 21): 1 inputs, expected 2
            Add      | x,z   | y   | input 'z' is computed by no node before this one
            Add      | x,    | y   | node 'the Add' (Add, opset 21): 1 inputs, expected 2
            Relu     | x     | x   | its output 'x' has the name of another value
            Not      | x     | y   | NOT is not defined for elements of type float32
            Reshape  | x,x   | y   | operand 1 is of type float32, expected integers
            Relu     | x     | y,z | output 1 ('z') is asked for, it has 1
            """)
    void tellsNodeOperatorAndOpset(String operator, String inputs, String outputs, String message) {
        String found = problem(Wire.model(withOutput(graph().message(1, Wire.node(operator, inputs, outputs)), "y")));
        assertTrue(found.contains(message), found);
    }

    @Test
    void tellsAllProblemsAtOnce() {
        String found = problem(Wire.model(withOutput(graph().message(1, Wire.node("Frob", "x", "a"))
                .message(1, Wire.node("Add", "x", "b")).message(1, Wire.node("Relu", "a", "c"))
                .message(5, Wire.tensor("w", FLOAT, 3)), "nothing")));
        assertTrue(found.contains("4 problems"), found);
        for (String part : List.of("unknown operator", "expected 2", "initializer 'w'", "output 'nothing'")) {
            assertTrue(found.contains(part), found);
        }
    }

    @Test
    void refusesCycles() {
        String found = problem(Wire.model(withOutput(graph().message(1, Wire.node("Add", "x,b", "a"))
                .message(1, Wire.node("Relu", "a", "b")), "b")));
        assertTrue(found.contains("input 'b' is computed by no node before this one"), found);
    }

    @ParameterizedTest
    @CsvSource({"-1, negative dimension", "1099511627776, asks for 1099511627776 stored values, found 0",
        "9223372036854775807, stored values, found 0"})
    void refusesImpossibleTensors(long size, String message) {
        String found = problem(Wire.model(withOutput(graph().message(5, Wire.tensor("w", FLOAT, size)), "w")));
        assertTrue(found.contains("initializer 'w'") && found.contains(message), found);
        String overflow =
                problem(Wire.model(withOutput(graph().message(5, Wire.tensor("w", FLOAT, 1L << 40, 1L << 40)), "w")));
        assertTrue(overflow.contains("more than 2^63 elements"), overflow);
        String input =
                problem(Wire.model(withOutput(new Wire().message(11, Wire.value("x", FLOAT, -size * 3, -7)), "x")));
        assertTrue(input.contains("input 'x': negative dimension"), input);
    }

    @Test
    void refusesRawDataOfTheWrongSize() {
        String found = problem(
                Wire.model(withOutput(graph().message(5, Wire.tensor("w", FLOAT, 3).bytes(9, new byte[8])), "w")));
        assertTrue(found.contains("float32[3] needs 12 bytes, found 8"), found);
        String type = problem(
                Wire.model(withOutput(graph().message(5, Wire.tensor("w", 99, 3).bytes(9, new byte[12])), "w")));
        assertTrue(type.contains("unknown element type number 99"), type);
    }

    @Test
    void refusesDuplicateNames() {
        String inputs = problem(Wire.model(withOutput(graph().message(11, Wire.value("x", FLOAT, 2)), "x")));
        assertTrue(inputs.contains("input 'x': the name is given twice"), inputs);
        String outputs = problem(Wire.model(withOutput(withOutput(graph(), "x"), "x")));
        assertTrue(outputs.contains("two outputs are called 'x'"), outputs);
        Wire weight = Wire.tensor("w", FLOAT, 1).bytes(9, new byte[4]);
        String weights = problem(Wire.model(withOutput(graph().message(5, weight).message(5, weight), "w")));
        assertTrue(weights.contains("initializer 'w': the name is given twice"), weights);
    }

    /// An If whose branches hold an If, and so on.
    private static Wire nestedIf(int depth) {
        Wire branch = withOutput(new Wire().message(1, Wire.node("Identity", "x", "y")), "y");
        for (int i = 0; i < depth; i++) {
            Wire thenBranch = new Wire().text(1, "then_branch").message(6, branch).number(20, 5);
            Wire elseBranch = new Wire().text(1, "else_branch").message(6, branch).number(20, 5);
            boolean widen = i < 4;
            branch = withOutput(new Wire().message(1, Wire.node("If", "c", "y").message(5, thenBranch)
                    .message(5, widen
                            ? elseBranch
                            : new Wire().text(1, "else_branch").number(20, 5)
                                    .message(6,
                                            withOutput(new Wire().message(1, Wire.node("Identity", "x", "y")), "y")))),
                    "y");
        }
        return branch.text(2, "g").message(11, Wire.value("x", FLOAT, 2)).message(11, Wire.value("c", 9));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 20, 70, 500})
    void boundsTheNestingOfSubGraphs(int depth) {
        Attempt attempt = new Attempt();
        byte[] model = Wire.model(nestedIf(depth));
        assertTimeoutPreemptively(LIMIT, () -> attempt.at(() -> {
            ImportedModel imported = read(model);
            Tensor x = Tensor.ofFloats(new long[] {2}, 1, 2);
            Tensor c = Tensor.ofBooleans(new long[0], true);
            assertEquals(x, new Interpreter().run(imported.graph(), Map.of("x", x, "c", c)).get("y"));
        }, () -> "depth " + depth));
        assertEquals(depth <= 20 ? 1 : 0, attempt.succeeded());
    }

    private static Wire function(String name, Wire... nodes) {
        Wire function = new Wire().text(1, name).text(4, "a").text(5, "b").text(10, "local")
                .message(9, new Wire().number(2, 21)).message(9, new Wire().text(1, "local").number(2, 1));
        for (Wire node : nodes) {
            function.message(7, node);
        }
        return function;
    }

    private static Wire call(String function, String input, String output) {
        return Wire.node(function, input, output).text(7, "local");
    }

    @Test
    void boundsFunctions() {
        String recursive = problem(Wire.model(withOutput(graph().message(1, call("F", "x", "y")), "y"),
                function("F", call("F", "a", "b"))));
        assertTrue(recursive.contains("nested deeper than 64"), recursive);
        Wire[] doubling = new Wire[40];
        for (int i = 0; i < doubling.length; i++) {
            doubling[i] = i + 1 == doubling.length
                    ? function("F" + i, Wire.node("Relu", "a", "b"))
                    : function("F" + i, call("F" + (i + 1), "a", "t"), call("F" + (i + 1), "t", "b"));
        }
        String exponential = problem(Wire.model(withOutput(graph().message(1, call("F0", "x", "y")), "y"), doubling));
        assertTrue(exponential.contains("expands to more than"), exponential);
        String missing = problem(Wire.model(withOutput(graph().message(1, call("F", "x", "y")), "y"),
                function("F", Wire.node("Relu", "a", "t"))));
        assertTrue(missing.contains("does not compute its output 'b'"), missing);
    }

    /// What runs for long or takes much is refused when it runs: sizes are inputs here, so that no import can know.
    @ParameterizedTest
    @CsvSource({"ConstantOfShape, s, 1099511627776", "Expand, 'x,s', 1099511627776", "Tile, 'x,s', 1099511627776",
        "Reshape, 'x,s', 1099511627776", "Reshape, 'x,s', -5", "ConstantOfShape, s, -1", "Expand, 'x,s', -3"})
    void refusesSizesThatDoNotFit(String operator, String inputs, long size) {
        Wire graph = graph().message(11, Wire.value("s", INT64, 1)).message(1, Wire.node(operator, inputs, "y"));
        ImportedModel model = read(Wire.model(withOutput(graph, "y")));
        Attempt attempt = new Attempt();
        Map<String, Tensor> values = Map.of("x", Tensor.ofFloats(new long[] {2}, 1, 2), "s", Tensor.vector(size));
        assertTimeoutPreemptively(LIMIT,
                () -> attempt.at(() -> new Interpreter().run(model.graph(), values), () -> operator + " to " + size));
        assertEquals(1, attempt.refused());
    }

    @Test
    void boundsLoops() {
        Wire body = new Wire().message(1, Wire.node("Identity", "c", "d")).message(11, Wire.value("i", INT64))
                .message(11, Wire.value("c", 9)).message(12, new Wire().text(1, "d"));
        Wire loop = Wire.node("Loop", "n,t", "").message(5, new Wire().text(1, "body").message(6, body).number(20, 5));
        Wire graph = graph().message(11, Wire.value("n", INT64)).message(11, Wire.value("t", 9)).message(1, loop);
        ImportedModel model = read(Wire.model(withOutput(graph, "x")));
        Map<String, Tensor> values =
                Map.of("x", Tensor.ofFloats(new long[] {2}, 1, 2), "n", Tensor.scalar(Long.MAX_VALUE),
                        "t", Tensor.ofBooleans(new long[0], true));
        assertEquals(1, new Interpreter().run(model.graph(), values).size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /etc/hostname     | 0  | 4   | absolute path
            ../secret         | 0  | 4   | leaves the model's folder
            a/../../secret    | 0  | 4   | leaves the model's folder
            link              | 0  | 4   | symbolic link
            missing           | 0  | 4   | there is no
            data              | 8  | 4   | past its end
            data              | 0  | 400 | goes past its end
            data              | -4 | 4   | negative
            data              | 0  | 99999999999999999999 | is not a number
            data              | 2  | 4   | needs 4 bytes
            """)
    void externalDataStaysInTheFolder(String location, String offset, String length, String message,
            @TempDir Path outer)
            throws IOException {
        Path folder = Files.createDirectory(outer.resolve("model"));
        Files.write(outer.resolve("secret"), new byte[16]);
        Files.write(folder.resolve("data"), new byte[6]);
        Files.createSymbolicLink(folder.resolve("link"), outer.resolve("secret"));
        boolean wrongSize = message.startsWith("needs");
        Wire tensor = Wire.tensor("w", FLOAT, 1).number(14, 1);
        for (String[] entry : new String[][] {{"location", location}, {"offset", offset},
            {"length", wrongSize ? "3" : length}}) {
            tensor.message(13, new Wire().text(1, entry[0]).text(2, entry[1]));
        }
        Path file = folder.resolve("model.onnx");
        Files.write(file, Wire.model(withOutput(graph().message(5, tensor), "w")));
        String found = assertThrows(ModelException.class, () -> OnnxImporter.read(file)).getMessage();
        assertTrue(found.contains(message) && found.startsWith(file.toString()), found);
    }

    @Test
    void noModelIsTooNew() {
        byte[] model = new Wire().number(1, 9).message(7, withOutput(graph(), "x"))
                .message(8, new Wire().number(2, 999)).toBytes();
        assertTrue(problem(model).contains("opset 999 of ai.onnx, the newest known is"), problem(model));
        assertEquals(DataType.FLOAT32,
                read(Wire.model(withOutput(graph(), "x"))).graph().outputs().get("x").dataType());
    }
}
