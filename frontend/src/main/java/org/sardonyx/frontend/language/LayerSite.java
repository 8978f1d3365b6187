package org.sardonyx.frontend.language;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

import org.sardonyx.frontend.onnx.OnnxNodeWriter;
import org.sardonyx.frontend.weights.Initializer;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Where a layer is applied: its arguments, what it is applied to, and the network that gets its nodes and parameters.
///
/// @param path the name of the layer
/// @param operands the values it is applied to
/// @param weights how its weights are initialised if nothing else is said
record LayerSite(LayerCall call, Arguments arguments, List<String> operands, String path, Initializer weights,
        NetworkBuilder network) {
    LayerSite {
        operands = List.copyOf(operands);
    }

    Fault fault(String message) {
        return new Fault(call.at(), call.name() + ": " + message);
    }

    String input() {
        return operands.getFirst();
    }

    TensorType type(String value) {
        return network.type(value) instanceof TensorType tensor && tensor.shape().hasRank()
                ? tensor
                : fail("it is applied to a " + network.type(value) + ", expected a tensor of known rank");
    }

    private TensorType fail(String message) {
        throw fault(message);
    }

    Shape shape() {
        return type(input()).shape();
    }

    DataType dataType() {
        return type(input()).dataType();
    }

    /// The size of the input along an axis.
    ///
    /// @throws Fault if it is not a fixed number
    long size(int axis, String what) {
        Dimension size = shape().dimension(axis);
        if (!size.isConstant()) {
            throw fault("its input is a " + type(input()) + ", expected " + what + " to be a fixed number");
        }
        return size.size();
    }

    /// The channels of the input, its axis 1.
    long channels() {
        if (shape().rank() < 2) {
            throw fault("its input is a " + type(input()) + ", expected a batch, channels and more");
        }
        return size(1, "the channels");
    }

    /// The axes of the input after batch and channels.
    ///
    /// @throws Fault if there are none
    int spatialAxes() {
        int axes = shape().rank() - 2;
        if (axes < 1) {
            throw fault(
                    "its input is a " + type(input()) + ", expected a batch, channels and at least one spatial axis");
        }
        return axes;
    }

    /// Adds a parameter.
    String parameter(String name, Initializer initializer, long fanIn, long fanOut, long... sizes) {
        return network
                .parameter(new Parameter(path + "." + name, new TensorType(dataType(), Shape.of(sizes)), initializer,
                        fanIn, fanOut, true));
    }

    /// Adds a parameter that is the same for all elements at first, and is not changed by training's gradient.
    String statistic(String name, double value, long... sizes) {
        return network.parameter(new Parameter(path + "." + name, new TensorType(dataType(), Shape.of(sizes)),
                Initializer.constant(value), 1, 1, false));
    }

    String constant(String name, Tensor value) {
        return network.constant(path + "/" + name, value);
    }

    String constant(String name, long... values) {
        return constant(name, Tensor.vector(values));
    }

    /// A scalar of the input's type.
    String scalar(String name, double value) {
        return constant(name, Tensor.scalar(dataType(), value));
    }

    /// Adds a node on the way to the result.
    String step(String operator, List<String> inputs, Consumer<OnnxNodeWriter> attributes) {
        return network.node(path + "/" + operator, operator, inputs, 1, attributes).getFirst();
    }

    String step(String operator, String... inputs) {
        return step(operator, Arrays.asList(inputs), _ -> {});
    }

    /// Adds the node whose output is the layer's.
    String result(String operator, List<String> inputs, Consumer<OnnxNodeWriter> attributes) {
        return network.node(path, operator, inputs, 1, attributes).getFirst();
    }

    String result(String operator, String... inputs) {
        return result(operator, Arrays.asList(inputs), _ -> {});
    }

    /// The product of sizes.
    ///
    /// @throws ModelException if it does not fit into 63 bits
    static long product(long... sizes) {
        return Tensor.elementCount(sizes);
    }

    /// The size of the input along an axis if it is a fixed number.
    OptionalLong known(int axis) {
        return shape().dimension(axis).constant();
    }
}
