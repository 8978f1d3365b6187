package org.sardonyx.frontend.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import com.google.protobuf.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.sardonyx.frontend.onnx.proto.AttributeProto;
import org.sardonyx.frontend.onnx.proto.AttributeProto.AttributeType;
import org.sardonyx.frontend.onnx.proto.GraphProto;
import org.sardonyx.frontend.onnx.proto.ModelProto;
import org.sardonyx.frontend.onnx.proto.NodeProto;
import org.sardonyx.frontend.onnx.proto.SparseTensorProto;
import org.sardonyx.frontend.onnx.proto.TensorProto;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

class WeightsTest {
    @TempDir
    private Path folder;

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static TensorProto.Builder tensor(String name, DataType type, long... sizes) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(type.onnxCode());
        for (long size : sizes) {
            tensor.addDims(size);
        }
        return tensor;
    }

    private static AttributeProto.Builder attribute(String name, AttributeType type) {
        return AttributeProto.newBuilder().setName(name).setType(type);
    }

    private static NodeProto constant(String name, AttributeProto.Builder attribute) {
        return NodeProto.newBuilder().setOpType("Constant").addOutput(name).addAttribute(attribute).build();
    }

    /// A graph with a constant of each form.
    static GraphProto.Builder graph() {
        return GraphProto.newBuilder()
                .addInitializer(
                        tensor("raw", DataType.INT16, 2).setRawData(ByteString.copyFrom(new byte[] {1, 0, 2, 0})))
                .addInitializer(tensor("fields", DataType.FLOAT32, 1, 1).addFloatData(0.5f))
                .addSparseInitializer(SparseTensorProto.newBuilder().addDims(3)
                        .setValues(tensor("sparse", DataType.FLOAT32, 1).addFloatData(7))
                        .setIndices(tensor("", DataType.INT64, 1).addInt64Data(1)))
                .addNode(NodeProto.newBuilder().setOpType("Relu").addInput("raw").addOutput("relu"))
                .addNode(constant("number", attribute("value_float", AttributeType.FLOAT).setF(2)))
                .addNode(constant("value", attribute("value", AttributeType.TENSOR)
                        .setT(tensor("", DataType.BOOL).addInt32Data(1))));
    }

    private Path onnx(GraphProto.Builder graph) throws IOException {
        return file("model.onnx", ModelProto.newBuilder().setGraph(graph).build().toByteArray());
    }

    private static String text(Weights weights, String name) {
        String text = weights.find(name).orElseThrow().toString();
        assertTrue(text.startsWith(weights.type(name).orElseThrow().toString()), text);
        return text;
    }

    @Test
    void readsTheConstantsOfAnOnnxModel() throws IOException {
        Weights weights = Weights.open(onnx(graph()));
        assertEquals(List.of("raw", "fields", "sparse", "number", "value"), List.copyOf(weights.names()));
        assertEquals("int16[2] {1, 2}", text(weights, "raw"));
        assertEquals("float32[1, 1] {0.5}", text(weights, "fields"));
        assertEquals("float32[3] {0.0, 7.0, 0.0}", text(weights, "sparse"));
        assertEquals("float32[] {2.0}", text(weights, "number"));
        assertEquals("bool[] {true}", text(weights, "value"));
        assertEquals(Optional.empty(), weights.find("relu"));
        assertEquals(Optional.empty(), weights.type("relu"));
    }

    @Test
    void readsAnArchiveOfNumPy() throws IOException {
        Path file = file("weights.NPZ", new Zip(true).add("w.npy", Zip.npy("|u1", "(2,)", new byte[] {3, 4})).bytes());
        assertEquals("uint8[2] {3, 4}", text(Weights.open(file), "w"));
        assertEquals(file + " (1 tensors)", Weights.open(file).toString());
    }

    @Test
    void readsSafetensors() throws IOException {
        byte[] elements = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putFloat(1).putFloat(-2).array();
        Path file = file("weights.safetensors",
                Safetensors.file("{" + Safetensors.tensor("w", "F32", "[2]", 0, 8) + "}", elements));
        Weights weights = Weights.open(file);
        assertEquals(file.toString(), weights.file());
        assertEquals("float32[2] {1.0, -2.0}", text(weights, "w"));
        Tensor tensor = weights.find("w").orElseThrow();
        assertTrue(tensor.segment().isMapped() && tensor.segment().isReadOnly());
    }

    private static String problem(Path file, String... names) {
        String message = assertThrows(ModelException.class, () -> {
            Weights weights = Weights.open(file);
            for (String name : names) {
                weights.find(name);
            }
        }).getMessage();
        assertTrue(message.startsWith(file + ": "), message);
        return message.substring(file.toString().length() + 2);
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        String expected = "weights are read from files that end in .onnx, .npz or .safetensors";
        assertEquals(expected, problem(Path.of("weights.pt")));
        assertEquals(expected, problem(Path.of("weights")));
        assertEquals(expected, problem(Path.of("")));
        assertEquals("there is no such file", problem(folder.resolve("missing.npz")));
        assertEquals("there is no such file", problem(folder.resolve("missing.onnx")));
        assertEquals("is a folder, not a file", problem(Files.createDirectory(folder.resolve("a.safetensors"))));
    }

    @Test
    void aConstantOfAnOnnxModelThatIsGivenTwiceIsRefused() throws IOException {
        assertEquals("constant 'raw': the name is given twice",
                problem(onnx(graph().addNode(constant("raw", attribute("value_int", AttributeType.INT))))));
    }

    @Test
    void constantsOfAnOnnxModelThatAreNotWellFormedAreRefused() throws IOException {
        Path file = onnx(GraphProto.newBuilder()
                .addInitializer(tensor("short", DataType.FLOAT32, 3).addFloatData(1))
                .addSparseInitializer(SparseTensorProto.newBuilder().addDims(3)
                        .setValues(tensor("sparse", DataType.FLOAT32, 1).addFloatData(7))
                        .setIndices(tensor("", DataType.INT64, 1).addInt64Data(3)))
                .addNode(constant("none", attribute("values", AttributeType.INT)))
                .addNode(constant("graph", attribute("value", AttributeType.GRAPH))));
        assertEquals("tensor 'short': the shape asks for 3 stored values, found 1", problem(file, "short"));
        assertEquals("sparse tensor 'sparse': index 3 into a tensor of 3 elements", problem(file, "sparse"));
        assertEquals("constant 'none': none of the attributes that hold the value is there", problem(file, "none"));
        assertEquals("constant 'graph': attribute 'value': a graph, expected a value", problem(file, "graph"));
    }

    @Test
    void theFileAndTheTensorAreNamed() throws IOException {
        Path file = file("w.npz", new Zip(true).add("w.npy", new byte[20]).bytes());
        assertEquals("tensor 'w': is no .npy file: it does not begin with the magic string of NumPy",
                problem(file, "w"));
    }
}
