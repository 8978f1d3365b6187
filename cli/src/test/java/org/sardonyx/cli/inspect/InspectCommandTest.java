package org.sardonyx.cli.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
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

class InspectCommandTest {
    @TempDir
    private Path folder;

    private final CommandRun sardonyx = new CommandRun();
    private String model;

    private static TensorType floats(String... sizes) {
        return new TensorType(DataType.FLOAT32, Shape.of(List.of(sizes).stream().map(Dimension::parse).toList()));
    }

    /// Multiplies `[N, 400]` by a matrix and adds a constant.
    @BeforeEach
    void writeModel() {
        OnnxModelWriter writer = new OnnxModelWriter("dense").opset(13);
        writer.graph().input("x", floats("N", "400"))
                .initializer("weights", Tensor.allocate(DataType.FLOAT32, 400, 120)).output("y", floats("N", "120"));
        writer.graph().node("Constant").outputs("bias").withTensor("value", Tensor.allocate(DataType.FLOAT32, 120));
        writer.graph().node("MatMul").name("linear").inputs("x", "weights").outputs("product");
        writer.graph().node("Add").inputs("product", "bias").outputs("y");
        model = folder.resolve("dense.onnx").toString();
        writer.write(Path.of(model));
    }

    private List<String> inspect(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "inspect";
        arguments[1] = model;
        System.arraycopy(options, 0, arguments, 2, options.length);
        assertEquals(0, sardonyx.run(arguments), sardonyx.err());
        return sardonyx.out().lines().toList();
    }

    @Test
    void tellsWhatIsInTheModelAndWhatItCosts() {
        assertEquals(List.of(
                "model           " + model,
                "producer        sardonyx",
                "opsets          ai.onnx 13",
                "input           x: float32[N, 400]",
                "output          y: float32[N, 120]",
                "",
                "LAYER   OPERATOR   OUTPUT    PARAMETERS  MULTIPLY-ADDS  BYTES  FIELD",
                "linear  MatMul-13  [N, 120]      48,000       N*48,000  N*480",
                "y       Add-13     [N, 120]         120                 N*480",
                "total   2 rows                   48,120       N*48,000  N*960",
                "",
                "parameters      48,120 trainable",
                "operators       Add 1, Constant 1, MatMul 1",
                "core operators  binary 1, matMul 1",
                "constants       192,480 bytes",
                "computed        N*960 bytes, added up over all core operators",
                "peak            2,080 bytes in use at the same time, run in order, if open sizes are 1"),
                inspect());
    }

    @Test
    void aShapeSettlesWhatIsOpen() {
        assertEquals(inspect("--shape", "N=10"), inspect("--shape", "10,400"));
        List<String> lines = inspect("--shape", "x=10,400");
        assertEquals("input           x: float32[10, 400]", lines.get(3));
        assertEquals("linear  MatMul-13  [10, 120]      48,000        480,000  4,800", lines.get(7));
        assertEquals("peak            20,800 bytes in use at the same time, run in order", lines.getLast());
    }

    @Test
    void sizesThatDependOnDataAreSaidToBeUnknown() {
        OnnxModelWriter writer = new OnnxModelWriter("places").opset(13);
        writer.graph().input("x", floats("4")).output("y", new TensorType(DataType.INT64, Shape.ofRank(2)));
        writer.graph().node("NonZero").inputs("x").outputs("y");
        writer.write(Path.of(model));
        List<String> lines = inspect();
        assertEquals("y      NonZero-13  int64[1, ?]                                         ?", lines.get(7));
        assertEquals("total  1 row                             0              0  0 + 1 unknown", lines.get(8));
        assertEquals("computed        not known, sizes depend on the data", lines.get(14));
        assertEquals("peak            not known, sizes depend on the data", lines.get(15));
    }

    @Test
    void writesJson() throws IOException {
        inspect("--json");
        Map<String, Object> report = JSON.std.mapFrom(sardonyx.out());
        assertEquals(Map.of("ai.onnx", 13), report.get("opsets"));
        assertEquals(List.of(Map.of("name", "x", "type", "float32[N, 400]", "elementType", "float32", "shape",
                List.of("N", 400))), report.get("inputs"));
        Map<?, ?> linear = (Map<?, ?>) ((List<?>) report.get("nodes")).getFirst();
        assertEquals("linear", linear.get("name"));
        assertEquals("MatMul", linear.get("operator"));
        assertEquals("N*48000", linear.get("multiplyAdds"));
        Map<?, ?> total = (Map<?, ?>) report.get("total");
        assertEquals(48120, total.get("parameters"));
        assertEquals(0, total.get("multiplyAddsUnknownNodes"));
        assertEquals(2080, ((Map<?, ?>) report.get("memory")).get("peakBytes"));
    }

    @Test
    void jsonHasNumbersAndNullsWhereSizesAreFixedOrUnknown() throws IOException {
        OnnxModelWriter writer = new OnnxModelWriter("unknown").opset(13);
        writer.graph().input("x", new TensorType(DataType.FLOAT32, Shape.UNKNOWN))
                .output("y", new TensorType(DataType.FLOAT32, Shape.UNKNOWN));
        writer.graph().node("Relu").inputs("x").outputs("y");
        writer.write(Path.of(model));
        inspect("--json");
        Map<String, Object> report = JSON.std.mapFrom(sardonyx.out());
        assertNull(((Map<?, ?>) ((List<?>) report.get("nodes")).getFirst()).get("outputBytes"));
        assertNull(((Map<?, ?>) report.get("memory")).get("peakBytes"));
        inspect("--json", "--shape", "2,3");
        report = JSON.std.mapFrom(sardonyx.out());
        assertEquals(24, ((Map<?, ?>) ((List<?>) report.get("nodes")).getFirst()).get("outputBytes"));
    }

    private void network(String text) throws IOException {
        model = Files.writeString(folder.resolve("network.net"), text).toString();
    }

    @Test
    void tellsReceptiveFieldsAndWhatIsTrained() throws IOException {
        network("""
                network fields
                input image: float[N, 2, 32, 24]
                conv 4 3x5 s2 bn relu6
                maxpool 2
                dropout 0.2 resize 2 bilinear
                globalavgpool
                """);
        List<String> lines = inspect();
        assertEquals(List.of(
                "LAYER           OPERATOR               OUTPUT          PARAMETERS  MULTIPLY-ADDS     BYTES  FIELD",
                "conv1           Conv-11                [N, 4, 15, 10]         120       N*18,000   N*2,400    3x5",
                "bn1             BatchNormalization-15  [N, 4, 15, 10]          16                  N*2,400    3x5",
                "relu6_1         Clip-13                [N, 4, 15, 10]                              N*2,400    3x5",
                "maxpool1        MaxPool-12             [N, 4, 7, 5]                                  N*560    5x7",
                "dropout1        Dropout-13             [N, 4, 7, 5]                                  N*560    5x7",
                "resize1         Resize-19              [N, 4, 14, 10]                              N*2,240  11x13",
                "globalavgpool1  GlobalAveragePool-1    [N, 4, 1, 1]                                   N*16    all",
                "total           7 rows                                        136       N*18,000  N*10,576"),
                lines.subList(6, 15));
        assertEquals("parameters      128 trainable, 8 not (statistics of batch normalisation)", lines.get(16));
    }

    @Test
    void foldsBlocks() throws IOException {
        network("""
                block unit out { conv out 1x1 bn relu }
                network folded
                input image: float[1, 2, 8, 8]
                sequence low { unit 4 unit 4 }
                conv 2 1x1 as last
                """);
        List<String> lines = inspect("--depth", "1");
        assertEquals(List.of("LAYER  OPERATOR  OUTPUT        PARAMETERS  MULTIPLY-ADDS  BYTES  FIELD",
                "low    6 nodes   [1, 4, 8, 8]          56          1,536  6,144    1x1",
                "last   Conv-11   [1, 2, 8, 8]          10            512    512    1x1",
                "total  2 rows                          66          2,048  6,656"), lines.subList(6, 10));
        assertEquals("low.0  3 nodes   [1, 4, 8, 8]          24            512  3,072    1x1",
                inspect("--depth", "2").get(7));
        assertEquals(7, inspect("--depth", "3").stream().filter(line -> line.contains("[1, ")).count() - 2);
        inspect("--depth", "1", "--json");
        assertEquals(2, ((List<?>) JSON.std.mapFrom(sardonyx.out()).get("nodes")).size());
    }

    @Test
    void printsTheGraph() {
        List<String> lines = inspect("--graph");
        assertEquals("graph \"dense\"(%x0: float32[N, 400] = \"x\") {", lines.getFirst());
        assertTrue(lines.stream().anyMatch(line -> line.contains("= matMul(%x0, %")), sardonyx.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "no.onnx                | no.onnx: there is no such file",
        "MODEL --shape 3,500    | --shape x=3,500: the input is a float32[N, 400]",
        "MODEL --shape y=3      | --shape y=3: there is no input 'y'; the model has the inputs 'x'",
        "MODEL --depth 0        | --depth 0: expected 1 or more",
        "MODEL --json --graph   | Error: --json, --graph are mutually exclusive (specify only one)"})
    void badInputExits2(String arguments, String message) {
        assertEquals(2, sardonyx.run(("inspect " + arguments.strip()).replace("MODEL", model).split(" ")));
        assertTrue(sardonyx.err().startsWith("sardonyx: " + message + "\n"), sardonyx.err());
    }

    @ParameterizedTest
    @CsvSource({"N*1234567+1000, 'N*1,234,567+1,000'", "unk__6812*2, unk__6812*2", "999, 999", "?, ?",
        "floor((H-1000)/(2048))*4096, 'floor((H-1,000)/(2,048))*4,096'"})
    void numbersInExpressionsHaveSeparators(String expression, String text) {
        assertEquals(text, Figures.text(Dimension.parse(expression)));
    }

    @Test
    void passesPrintTheGraphBeforeAndAfterEach() {
        List<String> lines = inspect("--passes");
        assertEquals(
                List.of("# before", "# after widen", "# after integers", "# after simplify", "# after sink",
                        "# after fold", "# after raise",
                        "# after fuse"),
                lines.stream().filter(line -> line.startsWith("#")).toList());
    }

    @Test
    void explainTellsWhatThePassesDid() {
        List<String> lines = inspect("--explain");
        assertTrue(lines.contains("# fuse: 2 -> 1 nodes, FuseGroups 1"), lines.toString());
        assertTrue(lines.contains("FuseGroups at node 'linear' (MatMul-13): matMul, add"), lines.toString());
        assertTrue(lines.stream().noneMatch(line -> line.startsWith("graph ")), lines.toString());
    }
}
