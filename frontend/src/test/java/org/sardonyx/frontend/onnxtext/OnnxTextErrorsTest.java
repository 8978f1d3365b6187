package org.sardonyx.frontend.onnxtext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.sardonyx.frontend.onnx.ExternalData;
import org.sardonyx.frontend.protobuf.HeapBudget;
import org.sardonyx.ir.ModelException;

class OnnxTextErrorsTest {
    private static String problem(String text) {
        return assertThrows(ModelException.class, () -> OnnxText.parse("m", text)).getMessage();
    }

    /// @param expected the message without the line of the text and the caret
    private static void assertProblem(String expected, String text) {
        String message = problem(text);
        assertEquals(expected, message.lines().findFirst().orElseThrow(), message);
    }

    private static void assertInNode(String expected, String node) {
        assertProblem("m:2:" + expected, "g () => () {\n" + node + "\n}");
    }

    @Test
    void aProblemIsShownInItsLine() {
        assertEquals("""
                m:3:9: expected `(`, found `;`
                    y = Relu; (x)
                            ^""", problem("g (float x) => (float y)\n{\ny = Relu; (x)\n}"));
    }

    @Test
    void problemsInSeveralNodesAreToldAtOnce() {
        String message = problem("""
                g (float x) => (float y) {
                   a = Relu <alpha 1> (x)
                   b = Relu (x)
                   c = (b)
                   d = Op <body: graph = s () => () {
                      = Inner (x
                      u = Inner (y)
                   }> ()
                }
                """);
        assertEquals("""
                m:2:20: expected `=`, found `1`
                       a = Relu <alpha 1> (x)
                                       ^
                m:4:8: expected the name of an operator, found `(`
                       c = (b)
                           ^
                m:7:7: expected `)`, found `u`
                          u = Inner (y)
                          ^""", message);
    }

    @Test
    void manyProblemsAreNotAllTold() {
        String message = problem("g () => () {\n" + "x = ;\n".repeat(100) + "}");
        assertEquals(20, message.lines().filter(line -> line.startsWith("m:")).count());
        assertTrue(message.endsWith("reading stopped after 20 problems"), message);
    }

    @Test
    void theEnd() {
        assertProblem("m:1:1: expected the name of a graph, found the end of the text", "");
        assertProblem("m:1:12: the list of nodes is not closed", "g () => () {\n y = Op ()\n");
    }

    @Test
    void signs() {
        assertProblem("m:1:3: expected `(`, found `{`", "g { }");
        assertProblem("m:1:6: expected `=>`, found `=`", "g () = > () { }");
        assertProblem("m:1:1: expected the name of a graph, found `@`", "@");
        assertInNode("7: expected `=`, found `Relu`", "y, x  Relu (x)");
    }

    @Test
    void header() {
        assertProblem("m:1:2: `version` is no key of the header; these are ir_version, opset_import, producer_name, "
                + "producer_version, domain, model_version, doc_string and metadata_props",
                "<version: 8> g () => () { }");
        assertProblem("m:1:17: `ir_version` is given twice", "<ir_version: 8, ir_version: 9> g () => () { }");
        assertProblem("m:1:14: expected a number, found a string", "<ir_version: \"8\"> g () => () { }");
        assertProblem("m:1:17: expected a string in quotes, found `tool`", "<producer_name: tool> g () => () { }");
    }

    @Test
    void types() {
        assertProblem("m:1:11: expected `)`, found `x`", "g (floats x) => () { }");
        assertProblem("m:1:8: expected a type, found `int`", "g (seq(int) x) => () { }");
        assertProblem("m:1:8: expected an element type such as `float`, found `seq`",
                "g (map(seq, float) x) => () { }");
        assertProblem("m:1:10: expected a size: a number, a name or `?`, found `*`", "g (float[*] x) => () { }");
        assertProblem("m:1:10: `99999999999999999999` is outside the range from -9223372036854775808 to "
                + "9223372036854775807", "g (float[99999999999999999999] x) => () { }");
    }

    private static void assertInTensor(String expected, String tensor) {
        assertProblem("m:2:" + expected, "g () => () <\n" + tensor + "> { }");
    }

    @Test
    void tensors() {
        assertInTensor("14: a tensor of shape [2, 3] takes 6 literals of type `float`, found 2", "float[2,3] x={1,2}");
        assertInTensor("13: a tensor of shape [3] takes 2 literals of type `int4`, found 3", "int4[3] x = {1,2,3}");
        assertInTensor("11: a tensor of rank 0 takes 1 literals of type `float`, found 0", "float x = {}");
        assertInTensor("1: data needs a type whose sizes are numbers from 0 on", "float[N] x = {1}");
        assertInTensor("1: data needs a type with all its sizes", "float[] x = {1}");
        assertInTensor("1: data needs a tensor type", "seq(float) x = {1}");
        assertInTensor("11: expected `{` and the elements, or `[` and the place of external data, found `1`",
                "float x = 1");
        assertInTensor("12: `256` is outside the range from 0 to 255", "uint8 x = {256}");
        assertInTensor("12: `-1` is outside the range from 0 to 2^64 - 1", "uint64 x ={-1}");
        assertInTensor("12: expected a whole number, found `1.5`", "uint8 x = {1.5}");
        assertInTensor("12: `1e39` is too large for a float of 32 bits", "float x = {1e39}");
        assertInTensor("13: `1e999` is too large for a float of 64 bits", "double x = {1e999}");
        assertInTensor("12: the exponent of `1e` has no digits", "float x = {1e}");
        assertInTensor("12: expected a number, found `one`", "float x = {one}");
    }

    @Test
    void sizesBeyondAllNumbers() {
        assertInTensor("1: a tensor of shape [4294967296, 4294967296, 4294967296] is too large",
                "float[4294967296, 4294967296, 4294967296] x={1}");
    }

    @Test
    void attributes() {
        assertInNode(
                "11: `number` is no type of attributes; these are float, int, string, tensor, graph, sparse_tensor, "
                        + "type_proto, and floats, ints and so on for lists",
                "y = Op <a:number = 1> ()");
        assertInNode("18: `a` is declared to be of type int, found a value of type string",
                "y = Op <a: int = \"x\"> ()");
        assertInNode("18: `a` is declared to be of type int, found a list", "y = Op <a: int = [1]> ()");
        assertInNode("17: `a` is declared to be of type ints, found a value of type float", "y = Op <a = [1, 2.5]> ()");
        assertInNode("13: an empty list needs a type: `a: ints = []`", "y = Op <a = []> ()");
        assertInNode("13: expected a value: a number, a string, a tensor, a type, a graph or `@` and a name, found `>`",
                "y = Op <a = > ()");
        assertInNode("13: expected a value: fields in braces stand for a tensor, sparse_tensor or type_proto that is "
                + "declared so, found `{`", "y = Op <a = {}> ()");
    }

    @Test
    void strings() {
        assertInNode("1: the string is not closed", "\"y = Op ()");
        assertProblem("m:1:1: the string is not closed", "\"abc\\");
        assertProblem("m:1:37: the string is not closed", "g () => () { } #@ graph doc_string: \"a\n\"");
        assertProblem("m:1:40: expected two hexadecimal digits", "g () => () { } #@ graph doc_string: \"\\xz\"");
        assertProblem("m:1:37: the string is not valid UTF-8", "g () => () { } #@ graph doc_string: \"\\xff\"");
    }

    @Test
    void annotations() {
        assertProblem("m:1:16: expected the name of a graph, found an annotation",
                "#x\n#@ node name: \"\"\n".replace("#x\n",
                        " ".repeat(15)));
        assertProblem(
                "m:1:25: GraphProto has no field `doc`, its fields are node, name, initializer, doc_string, input, "
                        + "output, value_info, quantization_annotation, sparse_initializer, metadata_props",
                "g () => () { } #@ graph doc: \"\"");
        assertProblem("m:1:36: `name` is given twice", "g () => () { } #@ graph name: \"\",  name: \"\"");
        assertProblem("m:1:34: expected `,` or the end of the line, found `;`",
                "g () => () { } #@ graph name: \"\" ; ");
        assertProblem("m:1:31: expected a string in quotes, found the end of the line",
                "g () => () { } #@ graph name: \n");
    }

    @Test
    void valuesTakeMoreHeapThanText() {
        HeapBudget budget = new HeapBudget(1 << 20);
        String text = "g (a" + ",a".repeat(10_000) + ") => () { }";
        assertEquals(
                "m: needs more than 1 MiB of Java heap to read, half of what this JVM may take; a larger -Xmx would "
                        + "admit it",
                assertThrows(ModelException.class,
                        () -> OnnxText.parse("m", text, ExternalData.none(), budget)).getMessage());
    }

    @Test
    void elementsTakeMoreHeapThanText() {
        HeapBudget budget = new HeapBudget(1 << 20);
        String text = "g () => () <double[200000] x = {1" + ",1".repeat(199_999) + "}> { }";
        assertThrows(ModelException.class, () -> OnnxText.parse("m", text, ExternalData.none(), budget));
    }

    @Test
    void whereAFileLeftItsDataIsNoField() {
        assertTrue(problem("g () => () <{mapped_offset: 5}> { }")
                .startsWith("m:1:14: TensorProto has no field `mapped_offset`"));
    }

    @Test
    void constants() {
        assertProblem("m:1:29: `data_location` has no constant `HERE`, its constants are DEFAULT, EXTERNAL",
                "g () => () <{data_location: HERE}> { }");
    }

    @ParameterizedTest
    @ValueSource(strings = {"seq(", "g () => () { y = Op <a = ", "{metadata_props: [", "float[", "\"", "[", "<"})
    void nestingIsLimited(String open) {
        for (String start : List.of("g (", "g () => () { y = Op <a = ", "g () => () <")) {
            OnnxTextProperties.assertIsReadOrRefused(start + open.repeat(200_000));
        }
    }

    @Test
    void nestingIsToldAbout() {
        assertProblem("m:1:356: graphs, types or messages are nested more than 90 levels deep",
                "g (" + "seq(".repeat(1000));
    }

    @Test
    void manyUnclosedStringsTakeLittleTime() {
        OnnxTextProperties.assertIsReadOrRefused("g () => () {\n" + "\"\\\n = ".repeat(300_000));
        OnnxTextProperties.assertIsReadOrRefused("g () => () {\n" + "x = Op (\"\n".repeat(300_000));
        OnnxTextProperties.assertIsReadOrRefused("g () => () {\n" + "# = \n".repeat(300_000));
    }

    @Test
    void bytesThatAreNotText(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("m.onnxtxt"), new byte[] {'g', (byte) 0xff});
        assertEquals(file + ": is not text in UTF-8",
                assertThrows(ModelException.class, () -> OnnxText.open(file)).getMessage());
        assertEquals(folder + ": is a folder, not a file",
                assertThrows(ModelException.class, () -> OnnxText.open(folder)).getMessage());
    }
}
