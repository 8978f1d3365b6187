package org.sardonyx.frontend.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sardonyx.frontend.onnx.proto.AttributeProto;
import org.sardonyx.frontend.onnx.proto.AttributeProto.AttributeType;
import org.sardonyx.frontend.onnx.proto.GraphProto;
import org.sardonyx.frontend.onnx.proto.ModelProto;
import org.sardonyx.frontend.onnx.proto.NodeProto;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.MapType;
import org.sardonyx.ir.type.OptionalType;
import org.sardonyx.ir.type.SequenceType;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;

class OnnxModelWriterTest {
    private static final ValueType VECTOR = TensorType.of(DataType.FLOAT32, 4);

    @TempDir
    private Path folder;

    private final OnnxModelWriter model = new OnnxModelWriter("test").opset(13);

    private OnnxFile readBack() {
        return OnnxFile.of("test", model.toMemory());
    }

    private ModelProto written() {
        return readBack().model();
    }

    private String problem() {
        return assertThrows(ModelException.class, model::toMemory).getMessage();
    }

    @Test
    void aModelIsReadBackFromItsFile() {
        Tensor factor = Tensor.ofDoubles(DataType.FLOAT32, new long[] {4}, 1, -2, 0.5, 3);
        model.metadata("purpose", "test").graph().input("x", VECTOR).initializer("factor", factor);
        model.graph().node("Mul").name("scale").inputs("x", "factor").outputs("y");
        model.graph().valueType("factor", VECTOR).output("y", VECTOR);
        Path file = folder.resolve("model.onnx");
        model.write(file);

        OnnxFile opened = OnnxFile.open(file);
        ModelProto read = opened.model();
        GraphProto graph = read.getGraph();
        NodeProto node = graph.getNode(0);
        assertEquals("sardonyx", read.getProducerName());
        assertEquals("purpose", read.getMetadataProps(0).getKey());
        assertEquals(13, read.getOpsetImport(0).getVersion());
        assertEquals("test", graph.getName());
        assertEquals("scale Mul [x, factor] [y]",
                node.getName() + " " + node.getOpType() + " " + node.getInputList() + " " + node.getOutputList());
        assertTrue(new TensorReader(opened.externalData()).read(graph.getInitializer(0)).sameContent(factor));
        assertEquals(VECTOR, TypeReader.read(graph.getInput(0).getType()));
        assertEquals(VECTOR, TypeReader.read(graph.getOutput(0).getType()));
        assertEquals("factor", graph.getValueInfo(0).getName());
    }

    @ParameterizedTest
    @CsvSource({"1, 8", "13, 8", "18, 8", "19, 9", "22, 10", "23, 11", "24, 12", "25, 13", "27, 13", "28, 14"})
    void theFormatVersionIsOneThatKnowsTheOpset(long opset, long formatVersion) {
        model.opset(opset);
        assertEquals(formatVersion, written().getIrVersion());
    }

    @Test
    void everyKindOfTypeIsWrittenAsItIsRead() {
        Shape symbolic = Shape.of(List.of(Dimension.parse("N*2+1"), Dimension.UNKNOWN, Dimension.of(3)));
        List<ValueType> types = List.of(new TensorType(DataType.FLOAT16, symbolic),
                new TensorType(DataType.INT64, Shape.UNKNOWN), TensorType.of(DataType.BOOL),
                new SequenceType(new OptionalType(VECTOR)), new MapType(DataType.STRING, VECTOR));
        for (ValueType type : types) {
            assertEquals(type, TypeReader.read(TypeWriter.write(type)));
        }
    }

    @Test
    void everyKindOfElementIsWrittenAsItIsRead() {
        List<Tensor> tensors = List.of(Tensor.ofStrings(new long[] {2}, "", "größer"), Tensor.scalar(-5),
                Tensor.ofLongs(DataType.INT4, new long[] {3}, -8, 7, 1),
                Tensor.ofBooleans(new long[] {1, 2}, true, false),
                Tensor.ofDoubles(DataType.FLOAT64, new long[] {0, 2}));
        for (Tensor tensor : tensors) {
            Tensor read = new TensorReader(ExternalData.none()).read(TensorWriter.write("t", tensor));
            assertTrue(read.sameContent(tensor), () -> tensor + " became " + read);
        }
    }

    @Test
    void attributesHaveTheTypesOfTheirNames() {
        model.opset("own", 1).graph().node("Everything").domain("own").outputs("y").withInt("int", -1)
                .withInts("ints", 5).withFloat("float", 0.5f).withFloats("floats").withString("string", "é")
                .withStrings("strings", "a", "b").withTensor("tensor", Tensor.scalar(7)).withType("type", VECTOR);
        OnnxFile file = readBack();
        List<AttributeProto> attributes = file.model().getGraph().getNode(0).getAttributeList();
        assertEquals(List.of(AttributeType.INT, AttributeType.INTS, AttributeType.FLOAT, AttributeType.FLOATS,
                AttributeType.STRING, AttributeType.STRINGS, AttributeType.TENSOR, AttributeType.TYPE_PROTO),
                attributes.stream().map(AttributeProto::getType).toList());
        assertEquals(-1, attributes.get(0).getI());
        assertEquals(List.of(5L), attributes.get(1).getIntsList());
        assertEquals(0.5f, attributes.get(2).getF());
        assertEquals("é", attributes.get(4).getS().toStringUtf8());
        assertEquals(2, attributes.get(5).getStringsCount());
        Tensor tensor = new TensorReader(file.externalData()).read(attributes.get(6).getT());
        assertTrue(tensor.sameContent(Tensor.scalar(7)), tensor::toString);
        assertEquals(VECTOR, TypeReader.read(attributes.get(7).getTp()));
    }

    @Test
    void theBodyOfANodeSeesTheValuesAround() {
        OnnxGraphWriter graph = model.graph().input("condition", TensorType.of(DataType.BOOL)).input("x", VECTOR);
        graph.node("If").inputs("condition").outputs("y").withGraph("then_branch", body -> {
            body.node("Neg").inputs("x").outputs("negated");
            body.output("negated", VECTOR);
        }).withGraph("else_branch", body -> {
            body.node("Identity").inputs("x").outputs("same");
            body.output("same", VECTOR);
        });
        graph.output("y", VECTOR);
        List<AttributeProto> branches = written().getGraph().getNode(0).getAttributeList();
        assertEquals("negated", branches.get(0).getG().getOutput(0).getName());
        assertEquals("Identity", branches.get(1).getG().getNode(0).getOpType());
    }

    @Test
    void valuesOfABodyAreNotSeenOutside() {
        OnnxGraphWriter graph = model.graph().input("condition", TensorType.of(DataType.BOOL)).input("x", VECTOR);
        graph.node("If").inputs("condition").outputs("y").withGraph("then_branch", body -> {
            body.node("Neg").inputs("x").outputs("inner");
            body.output("inner", VECTOR);
        });
        graph.output("inner", VECTOR);
        assertEquals("output 'inner' of graph 'test' is computed by no node", problem());
    }

    @Test
    void everyProblemIsTold() {
        OnnxGraphWriter graph = model.graph().input("x", VECTOR).initializer("x", Tensor.scalar(1)).input("", VECTOR);
        graph.node("Add").name("sum").inputs("x", "later").outputs("y").withInt("a", 1).withInt("a", 2);
        graph.node("Gelu").name("sum").domain("com.microsoft").inputs("y", "").outputs("y");
        graph.output("z", VECTOR);
        assertEquals("""
                8 problems
                  an input has no name
                  initializer 'x' has the name of another value
                  node 'sum' (Add) has input 'later', which nothing before it computes
                  node 'sum' (Add) has attribute 'a' twice
                  node 'sum' (Gelu) is of domain 'com.microsoft', which has no opset in this model
                  node 'sum' (Gelu) has output 'y', a name that another value has already
                  node 'sum' (Gelu) has the name of another node
                  output 'z' of graph 'test' is computed by no node""", problem());
    }

    @Test
    void aFileThatCannotBeWrittenIsTheUsersProblem() {
        Path file = folder.resolve("missing").resolve("model.onnx");
        String problem = assertThrows(ModelException.class, () -> model.write(file)).getMessage();
        assertTrue(problem.startsWith(file + ": cannot be written: "), problem);
    }

    @Test
    void anOpsetBelowOneIsRefused() {
        assertEquals("opset 0 of domain 'own', expected 1 or more",
                assertThrows(ModelException.class, () -> model.opset("own", 0)).getMessage());
    }
}
