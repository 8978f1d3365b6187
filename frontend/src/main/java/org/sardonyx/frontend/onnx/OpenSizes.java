package org.sardonyx.frontend.onnx;

import java.util.HashSet;
import java.util.Set;

import org.sardonyx.frontend.onnx.proto.GraphProto;
import org.sardonyx.frontend.onnx.proto.ModelProto;
import org.sardonyx.frontend.onnx.proto.TensorProto;
import org.sardonyx.frontend.onnx.proto.TensorShapeProto;
import org.sardonyx.frontend.onnx.proto.ValueInfoProto;

/// Takes from a model what it says of the sizes of its inputs.
final class OpenSizes {
    private OpenSizes() {}

    /// Makes each size that an input has a symbol of its own. Other shapes in the model are not changed: they are remarks, and
    /// the importer infers its own. An input that has an initializer is a constant and stays what it is.
    static ModelProto of(ModelProto model) {
        GraphProto.Builder graph = model.getGraph().toBuilder();
        Set<String> constants = new HashSet<>();
        graph.getInitializerList().stream().map(TensorProto::getName).forEach(constants::add);
        graph.getSparseInitializerList().forEach(tensor -> constants.add(tensor.getValues().getName()));
        for (int i = 0; i < graph.getInputCount(); i++) {
            ValueInfoProto.Builder input = graph.getInputBuilder(i);
            if (!constants.contains(input.getName()) && input.getType().getTensorType().hasShape()) {
                open(input.getTypeBuilder().getTensorTypeBuilder().getShapeBuilder(), "size." + i);
            }
        }
        return model.toBuilder().setGraph(graph).build();
    }

    private static void open(TensorShapeProto.Builder shape, String prefix) {
        for (int axis = 0; axis < shape.getDimCount(); axis++) {
            if (shape.getDim(axis).hasDimValue()) {
                shape.getDimBuilder(axis).setDimParam(prefix + "." + axis);
            }
        }
    }
}
