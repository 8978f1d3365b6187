package org.sardonyx.frontend.onnx;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.sardonyx.frontend.onnx.proto.GraphProto;
import org.sardonyx.frontend.onnx.proto.NodeProto;
import org.sardonyx.frontend.onnx.proto.SparseTensorProto;
import org.sardonyx.frontend.onnx.proto.TensorProto;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.value.Tensor;

/// Finds the constants of a graph, of which the rest is not looked at.
final class GraphConstants {
    private final Map<String, Supplier<Tensor>> constants = new LinkedHashMap<>();

    private GraphConstants() {}

    /// @return in the graph's order
    static Map<String, Supplier<Tensor>> of(GraphProto graph, TensorReader tensors) {
        GraphConstants found = new GraphConstants();
        for (TensorProto tensor : graph.getInitializerList()) {
            found.add(tensor.getName(), () -> tensors.read(tensor));
        }
        for (SparseTensorProto tensor : graph.getSparseInitializerList()) {
            String name = tensor.getValues().getName();
            found.add(name, () -> at("sparse tensor '" + name + "'", () -> tensors.read(tensor)));
        }
        AttributeReader attributes = new AttributeReader(tensors, (_, _) -> {
            throw new ModelException("a graph, expected a value");
        });
        for (NodeProto node : graph.getNodeList()) {
            boolean constant = node.getOpType().equals("Constant")
                    && ModelContext.canonical(node.getDomain()).isEmpty() && node.getOutputCount() == 1;
            if (constant) {
                String name = node.getOutput(0);
                found.add(name, () -> at("constant '" + name + "'",
                        () -> attributes.read(node.getAttributeList(), Map.of()).constant()));
            }
        }
        return found.constants;
    }

    /// A constant without a name cannot be referred to, neither by a node nor from elsewhere.
    private void add(String name, Supplier<Tensor> read) {
        if (!name.isEmpty() && constants.putIfAbsent(name, read) != null) {
            throw new ModelException("constant '" + name + "': the name is given twice");
        }
    }

    private static Tensor at(String context, Supplier<Tensor> read) {
        try {
            return read.get();
        } catch (ModelException e) {
            throw e.at(context);
        }
    }
}
