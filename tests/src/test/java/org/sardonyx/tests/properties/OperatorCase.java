package org.sardonyx.tests.properties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.sardonyx.frontend.onnx.OnnxGraphWriter;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// One application of an ONNX operator to values, being described.
///
/// ```java
/// OperatorCase.of("Gather", 13).with("axis", 1).input(x).input(indices).yields(x.dataType())
/// ```
final class OperatorCase {
    /// Beyond this many elements a tensor is described by its type alone.
    private static final int MOST_ELEMENTS = 200;

    private final String operator;
    private final int opset;
    private String domain = "";
    private int domainVersion;
    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private final List<Optional<Tensor>> inputs = new ArrayList<>();
    private final List<Set<Knowledge>> knowledge = new ArrayList<>();
    private final List<Tensor> outer = new ArrayList<>();
    private List<DataType> outputs = List.of();

    private OperatorCase(String operator, int opset) {
        this.operator = operator;
        this.opset = opset;
    }

    static OperatorCase of(String operator, int opset) {
        return new OperatorCase(operator, opset);
    }

    /// Takes the operator from another domain than ONNX's own.
    OperatorCase domain(String name, int version) {
        domain = name;
        domainVersion = version;
        return this;
    }

    /// A graph in an attribute.
    ///
    /// @param fill puts inputs, nodes and outputs into it
    record Body(Consumer<OnnxGraphWriter> fill) {
        @Override
        public String toString() {
            return "(a graph)";
        }
    }

    /// Adds an attribute: a whole number, a text, a tensor, a [Body], or an array of numbers or texts.
    OperatorCase with(String name, Object value) {
        attributes.put(name, value);
        return this;
    }

    /// Adds a number, of ONNX's type FLOAT.
    OperatorCase withFloat(String name, double value) {
        return with(name, (float) value);
    }

    /// Adds an input.
    OperatorCase input(Tensor value) {
        return input(value, Knowledge.ALL);
    }

    /// Adds an input.
    ///
    /// @param allowed what a model may tell of it, where the operator needs some knowledge
    OperatorCase input(Tensor value, Set<Knowledge> allowed) {
        inputs.add(Optional.of(value));
        knowledge.add(allowed);
        return this;
    }

    /// Adds an input whose rank the operator needs to know.
    OperatorCase ranked(Tensor value) {
        return input(value, Knowledge.RANKED);
    }

    /// Adds an input whose rank the operator needs to know if an axis attribute counts from the end.
    OperatorCase inputAlong(Tensor value, int axis) {
        return axis < 0 ? ranked(value) : input(value);
    }

    /// Adds a vector of int64, as shapes and axes are.
    OperatorCase input(long... elements) {
        return input(Tensor.vector(elements));
    }

    /// Leaves an optional input out.
    OperatorCase noInput() {
        inputs.add(Optional.empty());
        knowledge.add(Set.of());
        return this;
    }

    /// Adds an input of the model that is none of the node's: graphs in attributes know it as `outer0`, the next as `outer1`.
    OperatorCase outer(Tensor value) {
        outer.add(value);
        return this;
    }

    /// Sets the outputs. Without a call there is one of the type of the first input.
    OperatorCase yields(DataType... types) {
        outputs = List.of(types);
        return this;
    }

    /// The same with other values for its inputs, and one output.
    OperatorCase mapped(UnaryOperator<Tensor> function, DataType output) {
        OperatorCase mapped = new OperatorCase(operator, opset).domain(domain, domainVersion).yields(output);
        mapped.attributes.putAll(attributes);
        inputs.forEach(input -> mapped.inputs.add(input.map(function)));
        mapped.knowledge.addAll(knowledge);
        return mapped;
    }

    String operator() {
        return operator;
    }

    String domain() {
        return domain;
    }

    int domainVersion() {
        return domainVersion;
    }

    int opset() {
        return opset;
    }

    Map<String, Object> attributes() {
        return attributes;
    }

    List<Optional<Tensor>> inputs() {
        return inputs;
    }

    List<Tensor> outer() {
        return outer;
    }

    List<DataType> outputs() {
        return outputs.isEmpty() ? List.of(inputs.getFirst().orElseThrow().dataType()) : outputs;
    }

    /// Decides for each input what the model tells of it.
    List<Knowledge> drawKnowledge(Draw draw) {
        Knowledge preferred = draw.of(Knowledge.values());
        return knowledge.stream().map(allowed -> allowed.isEmpty() || !draw.oneIn(3) && allowed.contains(preferred)
                ? preferred
                : draw.of(allowed.stream().sorted().toList())).toList();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(operator + "-" + opset);
        attributes.forEach((name, value) -> text.append(' ').append(name).append('=').append(text(value)));
        inputs.forEach(input -> text.append("\n  ").append(input.map(OperatorCase::text).orElse("(left out)")));
        outer.forEach(value -> text.append("\n  outside: ").append(text(value)));
        return text.append("\n  yields ").append(outputs()).toString();
    }

    private static String text(Object value) {
        return switch (value) {
            case long[] list -> Arrays.toString(list);
            case float[] list -> Arrays.toString(list);
            case String[] list -> Arrays.toString(list);
            default -> value.toString();
        };
    }

    /// The type of a tensor and its elements, if they are not too many.
    static String text(Tensor tensor) {
        StringBuilder text = new StringBuilder(tensor.type().toString());
        for (long i = 0; tensor.size() <= MOST_ELEMENTS && i < tensor.size(); i++) {
            text.append(i == 0 ? " " : ", ").append(Tolerance.text(tensor, i));
        }
        return text.toString();
    }
}
