package org.sardonyx.frontend.onnx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.sardonyx.frontend.onnx.proto.GraphProto;
import org.sardonyx.frontend.onnx.proto.NodeProto;
import org.sardonyx.frontend.onnx.proto.ValueInfoProto;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;

/// A graph that is being written: the main graph of [OnnxModelWriter], or one in a node's attribute.
public final class OnnxGraphWriter {
    private final GraphProto.Builder message;
    private final List<OnnxNodeWriter> nodes = new ArrayList<>();
    private final List<Initializer> initializers = new ArrayList<>();

    private record Initializer(String name, Tensor value) {}

    OnnxGraphWriter(String name) {
        this.message = GraphProto.newBuilder().setName(name);
    }

    /// Adds an input.
    public OnnxGraphWriter input(String name, ValueType type) {
        message.addInput(value(name, type));
        return this;
    }

    /// Adds a constant tensor, such as a weight. Its elements are read when the model is written, not before.
    public OnnxGraphWriter initializer(String name, Tensor value) {
        initializers.add(new Initializer(name, value));
        return this;
    }

    /// Adds an output: the name of a value of this graph.
    public OnnxGraphWriter output(String name, ValueType type) {
        message.addOutput(value(name, type));
        return this;
    }

    /// Notes the type of a value inside the graph, for those who read it.
    public OnnxGraphWriter valueType(String name, ValueType type) {
        message.addValueInfo(value(name, type));
        return this;
    }

    /// Adds a call of an operator, to be completed with its inputs, outputs and attributes. Nodes stand in an order in
    /// which every input is computed before it is used.
    public OnnxNodeWriter node(String operator) {
        OnnxNodeWriter node = new OnnxNodeWriter(operator);
        nodes.add(node);
        return node;
    }

    private static ValueInfoProto value(String name, ValueType type) {
        return ValueInfoProto.newBuilder().setName(name).setType(TypeWriter.write(type)).build();
    }

    /// The message; what is wrong with the graph goes to `problems`.
    ///
    /// @param outer the names of the values of the graphs around this one
    GraphProto write(Set<String> outer, Set<String> domains, Problems problems) {
        GraphProto.Builder written = message.clone();
        Set<String> scope = new HashSet<>(outer);
        for (ValueInfoProto input : written.getInputList()) {
            define("input", input.getName(), scope, problems);
        }
        for (Initializer initializer : initializers) {
            define("initializer", initializer.name, scope, problems);
            written.addInitializer(TensorWriter.write(initializer.name, initializer.value));
        }
        Set<String> nodeNames = new HashSet<>();
        for (OnnxNodeWriter node : nodes) {
            NodeProto call = node.write(scope, domains, problems);
            written.addNode(call);
            if (!call.getName().isEmpty() && !nodeNames.add(call.getName())) {
                problems.add(node + " has the name of another node");
            }
        }
        for (ValueInfoProto output : written.getOutputList()) {
            if (!scope.contains(output.getName())) {
                problems.add("output '" + output.getName() + "' of graph '" + written.getName()
                        + "' is computed by no node");
            }
        }
        return written.build();
    }

    private static void define(String kind, String name, Set<String> scope, Problems problems) {
        if (name.isEmpty()) {
            problems.add("an " + kind + " has no name");
        } else if (!scope.add(name)) {
            problems.add(kind + " '" + name + "' has the name of another value");
        }
    }
}
