package org.sardonyx.frontend.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Axes;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.value.Tensor;

/// A node of an ONNX model as its expansion sees it.
///
/// @param version the since-version of the operator that holds for this node
/// @param opset the model's opset of the operator's domain
/// @param inputs absent where the model leaves an optional input out
/// @param outputCount how many outputs the node asks for, trailing ones that are not used left out
/// @param builder what the expansion builds with, to ask for constants
/// @param number a number that no other node of the model has, from 1
public record OnnxNode(String name, String operator, int version, long opset, List<Optional<Operand>> inputs,
        int outputCount, Attributes attributes, GraphBuilder builder, long number) {
    public OnnxNode {
        Objects.requireNonNull(name);
        inputs = List.copyOf(inputs);
    }

    /// A node that differs in its inputs only, for operators that are another one with something before and after it.
    public OnnxNode withInputs(Operand... others) {
        return new OnnxNode(name, operator, version, opset, Arrays.stream(others).map(Optional::of).toList(),
                outputCount,
                attributes, builder, number);
    }

    public int inputCount() {
        return inputs.size();
    }

    public boolean hasInput(int index) {
        return index < inputs.size() && inputs.get(index).isPresent();
    }

    /// @throws ModelException if the model leaves the input out
    public Operand input(int index) {
        return optionalInput(index).orElseThrow(() -> new ModelException("input " + index + " is missing"));
    }

    public Optional<Operand> optionalInput(int index) {
        return index < inputs.size() ? inputs.get(index) : Optional.empty();
    }

    /// All inputs of a variadic operator.
    ///
    /// @throws ModelException if the model leaves one out
    public List<Operand> allInputs() {
        return IntStream.range(0, inputs.size()).mapToObj(this::input).toList();
    }

    /// The value of an input that is constant.
    public Optional<Tensor> constant(int index) {
        return optionalInput(index).flatMap(builder::constant);
    }

    /// The value of an input that has to be constant.
    ///
    /// @throws ModelException if it depends on the model's inputs
    public Tensor requireConstant(int index) {
        return builder.constant(input(index))
                .orElseThrow(() -> new ModelException(
                        "input " + index + " is computed when the model runs, expected a constant"));
    }

    /// The rank of an input.
    ///
    /// @throws ModelException if it is not known
    public int rank(int index) {
        return input(index).shape().rank();
    }

    public DataType dataType(int index) {
        return input(index).dataType();
    }

    /// An axis attribute counted from 0, for an input. The rank need not be known unless the axis counts from the end.
    ///
    /// @throws ModelException if there is no such axis
    public int axisOf(int input, String attribute, long byDefault) {
        long axis = attributes.integer(attribute, byDefault);
        boolean rankNeeded = axis < 0 || input(input).shape().hasRank();
        return Axes.normalize(axis, rankNeeded ? rank(input) : Shape.MAXIMUM_RANK);
    }

    /// An axis attribute counted from 0, for a tensor of the given rank.
    ///
    /// @throws ModelException if there is no such axis
    public int axis(String attribute, long byDefault, int rank) {
        return Axes.normalize(attributes.integer(attribute, byDefault), rank);
    }
}
