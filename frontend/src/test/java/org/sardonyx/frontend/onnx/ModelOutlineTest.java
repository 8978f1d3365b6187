package org.sardonyx.frontend.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

class ModelOutlineTest {
    private static final TensorType MATRIX = TensorType.of(DataType.FLOAT32, 2, 3);

    @TempDir
    private Path folder;

    private final OnnxModelWriter writer = new OnnxModelWriter("outline").opset(13);

    private ImportedModel read() {
        Path file = folder.resolve("model.onnx");
        writer.write(file);
        return OnnxImporter.read(file);
    }

    @Test
    void nodesAreListedAsTheFileHasThem() {
        writer.graph().input("x", MATRIX).initializer("weights", Tensor.allocate(DataType.FLOAT32, 3, 4))
                .initializer("shape", Tensor.vector(8)).output("y", TensorType.of(DataType.FLOAT32, 8));
        writer.graph().node("MatMul").name("dense").inputs("x", "weights").outputs("product");
        writer.graph().node("Reshape").inputs("product", "shape").outputs("y");
        ImportedModel model = read();
        assertEquals(List.of("node 'dense' (MatMul-13)", "node 'y' (Reshape-13)"),
                model.nodes().stream().map(node -> node.origin().toString()).toList());
        assertEquals("float32[2, 4]", model.nodes().getFirst().outputs().get("product").type().toString());
        assertEquals(List.of(12L, 0L), model.nodes().stream().map(ModelNode::parameters).toList());
        assertEquals(12, model.parameters());
    }

    @Test
    void constantsAreParametersOfTheNodesThatTakeThem() {
        writer.graph().input("x", MATRIX).output("y", MATRIX).output("z", MATRIX);
        writer.graph().node("Constant").outputs("c").withTensor("value", Tensor.allocate(DataType.FLOAT32, 3));
        writer.graph().node("Add").inputs("x", "c").outputs("y");
        writer.graph().node("Mul").inputs("c", "y").outputs("z");
        ImportedModel model = read();
        assertEquals(List.of(0L, 3L, 3L), model.nodes().stream().map(ModelNode::parameters).toList());
        assertEquals(3, model.parameters());
    }

    @Test
    void parametersOfGraphsInsideBelongToTheNode() {
        writer.graph().input("x", MATRIX).input("condition", TensorType.of(DataType.BOOL))
                .initializer("outer", Tensor.allocate(DataType.FLOAT32, 3)).output("y", MATRIX);
        writer.graph().node("If").inputs("condition").outputs("y").withGraph("then_branch", branch -> {
            branch.output("sum", MATRIX).node("Add").inputs("x", "outer").outputs("sum");
        }).withGraph("else_branch", branch -> {
            branch.initializer("inner", Tensor.allocate(DataType.FLOAT32, 2, 1)).output("product", MATRIX).node("Mul")
                    .inputs("x", "inner").outputs("product");
        });
        ImportedModel model = read();
        assertEquals(List.of(5L), model.nodes().stream().map(ModelNode::parameters).toList());
        assertEquals(5, model.parameters());
    }
}
