package org.sardonyx.frontend.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.sardonyx.frontend.onnx.proto.GraphProto;
import org.sardonyx.frontend.onnx.proto.ModelProto;
import org.sardonyx.frontend.onnx.proto.NodeProto;
import org.sardonyx.frontend.onnx.proto.ValueInfoProto;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;

/// A model that is put together node by node, each of which is imported as it is added: the type of every value is known
/// at once, and what is wrong with a node is told when it is added. Parameters need no elements until the model is made.
///
/// ```java
/// TypedModel model = new TypedModel("scale", 21);
/// model.input("x", TensorType.of(DataType.FLOAT32, 4));
/// model.parameter("factor", TensorType.of(DataType.FLOAT32, 1));
/// model.add(new OnnxNodeWriter("Mul").name("scale").inputs("x", "factor").outputs("y"));
/// model.output("y", "y");
/// OnnxFile file = model.file(name -> weights.get(name));
/// ```
public final class TypedModel {
    private final String name;
    private final long opset;
    private final ModelContext context = new ModelContext(new TensorReader(ExternalData.none()), List.of());
    private final Scope scope;
    private final NodeImport importer;
    private final Set<String> names = new HashSet<>();
    private final List<String> inputs = new ArrayList<>();
    private final List<String> parameters = new ArrayList<>();
    private final List<NodeProto> nodes = new ArrayList<>();
    private final Map<String, String> outputs = new LinkedHashMap<>();

    /// @param name of the main graph
    /// @param opset of ai.onnx
    public TypedModel(String name, long opset) {
        this.name = name;
        this.opset = opset;
        this.scope = new Scope(new GraphBuilder(name), Optional.empty());
        this.importer = new NodeImport(context, Map.of("", opset), Map.of(), scope, 0);
    }

    public String name() {
        return name;
    }

    /// Adds an input.
    ///
    /// @throws ModelException if there is a value of that name
    public void input(String input, TensorType type) {
        define(input, type);
        inputs.add(input);
    }

    /// Adds a parameter: an initializer of the model once it is made.
    ///
    /// @throws ModelException if there is a value of that name
    public void parameter(String parameter, TensorType type) {
        define(parameter, type);
        parameters.add(parameter);
    }

    private void define(String value, TensorType type) {
        if (!names.add(value)) {
            throw new ModelException("there is a value '" + value + "' already");
        }
        scope.define(value, scope.builder().input(value, type));
    }

    /// Whether there is a value of this name.
    public boolean defines(String value) {
        return names.contains(value);
    }

    /// Adds a node.
    ///
    /// @throws ModelException if it is no valid call of its operator
    public void add(OnnxNodeWriter node) {
        Problems problems = new Problems();
        NodeProto message = node.write(names, Set.of(""), problems);
        problems.throwIfAny();
        importer.importOne(message);
        nodes.add(message);
    }

    /// The number of nodes so far.
    public int size() {
        return nodes.size();
    }

    /// The type of a value.
    ///
    /// @throws IllegalArgumentException if there is none of this name
    public ValueType type(String value) {
        return operand(value).type();
    }

    /// The elements of a value that depends on nothing but constants.
    public Optional<Tensor> constant(String value) {
        return scope.builder().constant(operand(value));
    }

    private Operand operand(String value) {
        return scope.find(value).orElseThrow(() -> new IllegalArgumentException("no value '" + value + "'"));
    }

    /// Makes a value an output. In the model that is made it has the output's name, unless it is an input, or an output
    /// by another name; then it is copied.
    ///
    /// @throws ModelException if there is an output of that name, or another value
    public void output(String output, String value) {
        operand(value);
        if (outputs.containsKey(output)) {
            throw new ModelException("there is an output '" + output + "' already");
        }
        if (!output.equals(value) && !names.add(output)) {
            throw new ModelException("there is a value '" + output + "' already");
        }
        outputs.put(output, value);
        scope.builder().output(output, operand(value));
    }

    /// What has been put together; the parameters are among its inputs.
    public Graph graph() {
        return scope.builder().build();
    }

    /// The model without elements: its parameters are inputs that follow those of the model.
    public OnnxFile outline() {
        GraphProto.Builder graph = body();
        parameters.forEach(parameter -> graph.addInput(valueInfo(parameter, parameter)));
        return file(graph);
    }

    /// Makes the model.
    ///
    /// @param elements the tensor for each parameter, by name, of the parameter's type
    /// @throws ModelException if the parameters take more than the 2 GiB that a file can have
    public OnnxFile file(Function<String, Tensor> elements) {
        GraphProto.Builder graph = body();
        long bytes = 0;
        for (String parameter : parameters) {
            Tensor tensor = elements.apply(parameter);
            if (!tensor.type().equals(type(parameter))) {
                throw new IllegalArgumentException("parameter '" + parameter + "' is a " + tensor.type() + ", expected "
                        + type(parameter));
            }
            bytes += tensor.byteSize();
            if (bytes > Integer.MAX_VALUE) {
                throw new ModelException("the parameters take more than the 2 GiB that a model in one file can have");
            }
            graph.addInitializer(TensorWriter.write(parameter, tensor));
        }
        return file(graph);
    }

    private OnnxFile file(GraphProto.Builder graph) {
        ModelProto.Builder model = ModelProto.newBuilder().setProducerName(OnnxModelWriter.PRODUCER)
                .setIrVersion(OnnxModelWriter.formatVersion(opset)).setGraph(graph);
        model.addOpsetImportBuilder().setVersion(opset);
        return new OnnxFile(name, model.build(), ExternalData.none());
    }

    private GraphProto.Builder body() {
        Map<String, String> renamed = new HashMap<>();
        List<NodeProto> copies = new ArrayList<>();
        outputs.forEach((output, value) -> {
            boolean given = inputs.contains(value) || parameters.contains(value) || outputs.containsKey(value);
            if (!output.equals(value) && (given || renamed.putIfAbsent(value, output) != null)) {
                copies.add(NodeProto.newBuilder().setName(output).setOpType("Identity")
                        .addInput(renamed.getOrDefault(value, value)).addOutput(output).build());
            }
        });
        GraphProto.Builder graph = GraphProto.newBuilder().setName(name);
        inputs.forEach(input -> graph.addInput(valueInfo(input, input)));
        outputs.forEach((output, value) -> graph.addOutput(valueInfo(value, output)));
        for (NodeProto node : nodes) {
            NodeProto.Builder copy = node.toBuilder();
            for (int i = 0; i < node.getInputCount(); i++) {
                copy.setInput(i, renamed.getOrDefault(node.getInput(i), node.getInput(i)));
            }
            for (int i = 0; i < node.getOutputCount(); i++) {
                copy.setOutput(i, renamed.getOrDefault(node.getOutput(i), node.getOutput(i)));
            }
            graph.addNode(copy);
        }
        return graph.addAllNode(copies);
    }

    private ValueInfoProto valueInfo(String value, String called) {
        return ValueInfoProto.newBuilder().setName(called).setType(TypeWriter.write(type(value))).build();
    }
}
