package org.sardonyx.frontend.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.sardonyx.frontend.ModelFile;
import org.sardonyx.frontend.onnx.proto.ModelProto;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

class OpenSizesTest {
    @TempDir
    private Path folder;

    /// But for one that has an initializer, as in older models all initializers were inputs, too.
    @Test
    void eachSizeOfAnInputBecomesASymbol() {
        OnnxModelWriter model = new OnnxModelWriter("sum").opset(22);
        TensorType fixed = TensorType.of(DataType.FLOAT32, 2, 3);
        TensorType open =
                new TensorType(DataType.FLOAT32,
                        Shape.of(List.of(Dimension.symbol("N"), Dimension.of(3), Dimension.UNKNOWN)));
        model.graph().input("x", fixed).input("y", open)
                .initializer("w", Tensor.allocate(DataType.FLOAT32, 2, 3)).output("z", fixed).output("v", open);
        model.graph().node("Add").inputs("x", "w").outputs("z");
        model.graph().node("Neg").inputs("y").outputs("v");
        Path file = folder.resolve("sum.onnx");
        model.write(file);
        OnnxFile opened = ModelFile.open(file);
        ModelProto.Builder older = opened.model().toBuilder();
        older.getGraphBuilder().addInput(older.getGraph().getInput(0).toBuilder().setName("w"));
        Graph graph = OnnxImporter
                .read(new OnnxFile("older", older.build(), opened.externalData()).withOpenSizes()).graph();
        assertEquals("[float32[size.0.0, size.0.1], float32[N, size.1.1, ?]]",
                graph.inputs().stream().map(input -> input.type().toString()).toList().toString());
        assertEquals("float32[N, size.1.1, ?]", graph.outputs().get("v").type().toString());
    }
}
