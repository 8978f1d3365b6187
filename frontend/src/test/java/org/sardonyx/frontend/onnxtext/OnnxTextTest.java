package org.sardonyx.frontend.onnxtext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.google.protobuf.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.sardonyx.frontend.onnx.OnnxFile;
import org.sardonyx.frontend.onnx.proto.AttributeProto;
import org.sardonyx.frontend.onnx.proto.GraphProto;
import org.sardonyx.frontend.onnx.proto.ModelProto;
import org.sardonyx.frontend.onnx.proto.NodeProto;
import org.sardonyx.frontend.onnx.proto.TensorProto;

class OnnxTextTest {
    private static ModelProto parse(String text) {
        return OnnxText.parse("test.onnxtxt", text).model();
    }

    private static void assertPrintedAs(String expected, String text) {
        assertEquals(expected, OnnxTextProperties.print(parse(text)));
    }

    /// The text is what the printer makes of the model that it says.
    private static void assertStays(String text) {
        assertPrintedAs(text, text);
    }

    private static GraphProto graph(String contents) {
        return parse("g (float x) => (float y) <" + contents + "> { y = Relu (x) }").getGraph();
    }

    private static NodeProto node(String text) {
        return parse("g () => () { " + text + " }").getGraph().getNode(0);
    }

    @Test
    void header() {
        assertStays("""
                <
                   ir_version: 8,
                   opset_import: ["" : 17, "com.microsoft" : 1],
                   producer_name: "a \\"tool\\"",
                   producer_version: "1.0",
                   domain: "org.example",
                   model_version: 3,
                   doc_string: "two
                lines",
                   metadata_props: ["author": "me", "": "\\\\"]
                >
                scaled (float[N, 4] x) => (float[N, 4] y) {
                   y = Identity (x)
                }
                """);
    }

    @Test
    void everyKindOfType() {
        assertStays("""
                <
                   opset_import: []
                >
                types (float a, float[] b, int64[2, N, ?, "batch size", 0] c, seq(float16[4]) d, optional(seq(bool)) e, \
                map(int64, string[]) f, sparse_tensor(double[3, 3]) g, opaque(org.example, thing) h, opaque(a.b) i, \
                opaque() j, "no type" #@ value_info metadata_props: [{key: "k", value: "v"}]
                ) => () {
                }
                """);
    }

    @Test
    void initializersAndTypesInside() {
        assertStays("""
                <
                   opset_import: []
                >
                "a graph" (float x) => (float y)
                   <float[3] w = {1.0, -0.0, 1.0E10},
                    int64[0] empty = {},
                    string[2] s = {"a, b", "\\"\\\\
                "},
                    float[2] "odd/name:0" = ["location": "weights.bin", "offset": "64"],
                    uint8 last = {255} #@ tensor doc_string: "scalar"
                   , float[N] t>
                {
                   y = Relu (x)
                }
                """);
    }

    @Test
    void numbersOfEveryElementType() {
        assertStays("""
                <
                   opset_import: []
                >
                elements () => ()
                   <float f = {nan},
                    double[4] d = {inf, -inf, -nan, 4.9E-324},
                    float16 h = {15360},
                    int8[2] i = {-128, 127},
                    uint64 u = {18446744073709551615},
                    int64 l = {-9223372036854775808},
                    uint32 v = {4294967295},
                    bool[2] b = {0, 1},
                    complex64[2] c = {1.0, 2.0, 3.0, 4.0},
                    int4[3] q = {33, 3},
                    uint2[5] r = {228, 1},
                    float8e4m3fn[1] e = {127},
                    float6e2m3[2] s = {63, 1}>
                {
                }
                """);
    }

    @Test
    void nodes() {
        assertStays("""
                <
                   opset_import: []
                >
                nodes () => () {
                   [first] a, "b:0", "" = com.microsoft.Op:two ()
                   = Print (a, "", c)
                   ["1/st"] x = "my-domain"."odd op" (a) #@ node doc_string: "tab\\t", metadata_props: [{key: "k"}]
                }
                """);
    }

    @Test
    void attributes() {
        assertStays("""
                <
                   opset_import: []
                >
                attributes () => () {
                   y = Op <a: float = 1.5, b: int = -1, c: string = "s", d: ints = [1, 2], e: floats = [], \
                f: strings = ["x",
                   "y"], g: tensor = float[2] name = {1.0, 2.0}, h: type_proto = seq(float[N]), \
                i: int = @outer, "odd name": int = 1> (x)
                }
                """);
    }

    @Test
    void graphsInAttributes() {
        assertStays("""
                <
                   opset_import: []
                >
                outer (bool c) => (float y) {
                   y = If (c) <then_branch: graph = then () => (float a) {
                         a = Op ()
                      }, else_branch: graph = _ () => (float a)
                         <float w = {1.0}>
                      {
                         a = Identity (w)
                      } #@ graph name: "odd name", doc_string: "why"
                   >
                }
                """);
    }

    @Test
    void functions() {
        assertStays("""
                <
                   opset_import: []
                >
                main () => () {
                }

                <
                   opset_import: ["" : 17],
                   domain: "local",
                   overload: "2",
                   doc_string: "does"
                >
                function <alpha, beta: float = 0.5> (x, "y 1") => (z)
                   <float[N] t>
                {
                   z = Elu <alpha: float = @alpha> (x)
                } #@ function metadata_props: [{key: "k", value: "v"}]
                """);
    }

    @Test
    void whatTheSyntaxHasNoPlaceFor() {
        assertStays("""
                <
                   opset_import: []
                > #@ model training_info: [{algorithm: {name: "step"}}], configuration: [{num_devices: 2}]
                rest (float[N #@ dimension denotation: "DATA_BATCH"
                , 3] #@ type denotation: "IMAGE"
                 x) => (y #@ value_info type: {tensor_type: {elem_type: 99}}
                )
                   <{dims: [2], data_type: 99, name: "w", raw_data: "\\x00\\xff"}>
                {
                   y = Op <v: sparse_tensor = {values: float[1] = {2.0}, indices: int64[1] = {3}, dims: [9]}, \
                {name: "bytes",
                   s: "\\xff", type: STRING}, {name: "signal", f: nan(0x7f800001), type: FLOAT}> (x)
                } #@ graph quantization_annotation: [{tensor_name: "x"}], \
                sparse_initializer: [{values: float[1] s = {1.0}}]
                """);
    }

    @Test
    void longListsOfElementsGoOverLines() {
        String text =
                OnnxTextProperties.print(parse("g () => () <int64[100] w = {" + "1000000,".repeat(99) + "1}> {}"));
        assertTrue(text.lines().allMatch(line -> line.length() < 120), text);
        assertEquals(800, parse(text).getGraph().getInitializer(0).getRawData().size());
    }

    @Test
    void commentsAndSpaceAreFree() {
        ModelProto model =
                parse("\ufeff# before\n<ir_version:8,opset_import:[\"\":17]># here\ng(float x)=>(float y){\r\n"
                        + "y=Add(x,x)# after\r\n}");
        assertEquals(8, model.getIrVersion());
        assertEquals(List.of("x", "x"), model.getGraph().getNode(0).getInputList());
    }

    @Test
    void inputsMayHaveValues() {
        GraphProto graph = parse("g (float[2] x = {1, 2}) => () { }").getGraph();
        assertEquals("x", graph.getInput(0).getName());
        assertEquals("x", graph.getInitializer(0).getName());
    }

    @Test
    void emptyNamesAndCommas() {
        assertEquals(List.of("", "x"), node("y = Op (, x)").getInputList());
        assertEquals(List.of(""), node("y = Op (,)").getInputList());
        assertEquals(List.of("x"), node("y = Op (x,)").getInputList());
        assertEquals(List.of(""), node("y = Op (\"\")").getInputList());
        assertEquals(List.of(), node("y = Op ()").getInputList());
        assertFalse(node("y = Op ()").hasDomain());
    }

    @Test
    void attributesMayStandBehindTheInputsAndHaveNoType() {
        NodeProto node = node("y = Op (x) <a = 1, b = 2.0, c = \"s\", d = [1.0, 2.0], e = float {1}, f = inf>");
        assertEquals(
                List.of(AttributeProto.AttributeType.INT, AttributeProto.AttributeType.FLOAT,
                        AttributeProto.AttributeType.STRING, AttributeProto.AttributeType.FLOATS,
                        AttributeProto.AttributeType.TENSOR, AttributeProto.AttributeType.FLOAT),
                node.getAttributeList().stream().map(AttributeProto::getType).toList());
    }

    @Test
    void wholeNumbersMayStandForFloats() {
        assertEquals(-0.0f, node("y = Op <a: float = -0> (x)").getAttribute(0).getF());
        assertEquals(List.of(1f, 2.5f), node("y = Op <a: floats = [1, 2.5]> (x)").getAttribute(0).getFloatsList());
    }

    @Test
    void namesThatAreTypesStandInQuotes() {
        assertPrintedAs("""
                <
                   opset_import: []
                >
                g (float "seq") => ("float") {
                   "float" = Op ("seq")
                }
                """, "g (float \"seq\") => (\"float\") { float = Op (seq) }");
    }

    @Test
    void typedValuesOfFunctions() {
        var function = parse("m () => () {} f (float[N] x, y) => (z) { z = Op (x) }").getFunctions(0);
        assertEquals(List.of("x", "y"), function.getInputList());
        assertEquals("x", function.getValueInfo(0).getName());
    }

    @Test
    void elementsBecomeRawData() {
        TensorProto tensor = graph("int16[2] w = {1, -2}").getInitializer(0);
        assertEquals(ByteString.copyFrom(new byte[] {1, 0, -2, -1}), tensor.getRawData());
        assertEquals(0, tensor.getInt32DataCount());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\n\\r\\t", "\\\"\\\\", "\\x00\\x7f", "\\xc3\\xa9", "plain # text"})
    void escapesInAnnotations(String text) {
        String doc = parse("g () => () { } #@ graph doc_string: \"" + text + "\"").getGraph().getDocString();
        String expected = switch (text) {
            case "\\n\\r\\t" -> "\n\r\t";
            case "\\\"\\\\" -> "\"\\";
            case "\\x00\\x7f" -> "\0\u007f";
            case "\\xc3\\xa9" -> "\u00e9";
            default -> text;
        };
        assertEquals(expected, doc);
    }

    @Test
    void elsewhereABackslashOnlyQuotes() {
        assertEquals("nx\"", parse("<doc_string: \"\\n\\x\\\"\"> g () => () { }").getDocString());
    }

    @Test
    void filesAreReadWithTheirExternalData(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("w.bin"), new byte[] {0, 0, -128, 63});
        Path file = Files.writeString(folder.resolve("m.onnxtxt"),
                "g () => () <float w = [\"location\": \"w.bin\"]> { }", StandardCharsets.UTF_8);
        OnnxFile model = OnnxText.open(file);
        TensorProto tensor = model.model().getGraph().getInitializer(0);
        assertEquals(4, model.externalData().rawBytes(tensor).orElseThrow().byteSize());
    }
}
