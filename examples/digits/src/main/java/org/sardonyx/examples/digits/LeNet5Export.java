package org.sardonyx.examples.digits;

import java.util.ArrayList;
import java.util.List;

import org.sardonyx.frontend.onnx.OnnxGraphWriter;
import org.sardonyx.frontend.onnx.OnnxModelWriter;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Writes a trained network as an ONNX model: `image`, N x 1 x 32 x 32 with brightness from 0 to 1, in; `digit`, N x 10
/// with the probability of each digit, out.
final class LeNet5Export {
    private static final int OPSET = 13;

    private final OnnxModelWriter model = new OnnxModelWriter("lenet5").opset(OPSET);
    private final OnnxGraphWriter graph = model.graph();

    private LeNet5Export() {}

    static OnnxModelWriter export(LeNet5 network) {
        return new LeNet5Export().write(network.parameters());
    }

    private OnnxModelWriter write(List<Parameter> parameters) {
        parameters.forEach(parameter -> graph.initializer(parameter.name(), tensor(parameter)));
        graph.input("image", batch(1, LeNet5.IMAGE_SIZE, LeNet5.IMAGE_SIZE));
        convolution("conv1", "image", "pool1");
        convolution("conv2", "pool1.sigmoid", "pool2");
        graph.node("Flatten").name("flatten").inputs("pool2.sigmoid").outputs("flatten");
        linear("linear1", "flatten");
        sigmoid("linear1");
        linear("linear2", "linear1.sigmoid");
        sigmoid("linear2");
        linear("linear3", "linear2.sigmoid");
        graph.node("Softmax").name("digit").inputs("linear3").outputs("digit").withInt("axis", 1);
        graph.output("digit", batch(Alphabet.DIGITS));
        return model;
    }

    private void convolution(String name, String input, String pool) {
        graph.node("Conv").name(name).inputs(input, name + ".weight", name + ".bias").outputs(name);
        graph.node("AveragePool").name(pool).inputs(name).outputs(pool).withInts("kernel_shape", 2, 2)
                .withInts("strides", 2, 2);
        sigmoid(pool);
    }

    /// A matrix product whose second operand is the weight matrix as training keeps it: transposed.
    private void linear(String name, String input) {
        graph.node("Gemm").name(name).inputs(input, name + ".weight", name + ".bias").outputs(name)
                .withInt("transB", 1);
    }

    private void sigmoid(String input) {
        String name = input + ".sigmoid";
        graph.node("Sigmoid").name(name).inputs(input).outputs(name);
    }

    /// Convolutions keep their shape; a linear layer's weight becomes the matrix outputs x inputs.
    private static Tensor tensor(Parameter parameter) {
        long[] sizes = parameter.shape().stream().mapToLong(Integer::longValue).toArray();
        Tensor tensor = Tensor.ofFloats(sizes, parameter.values());
        boolean matrix = parameter.name().startsWith("linear") && sizes.length > 1;
        return matrix ? tensor.reshaped(sizes[0], tensor.size() / sizes[0]) : tensor;
    }

    private static TensorType batch(long... sizes) {
        List<Dimension> dimensions = new ArrayList<>(List.of(Dimension.symbol("N")));
        for (long size : sizes) {
            dimensions.add(Dimension.of(size));
        }
        return new TensorType(DataType.FLOAT32, Shape.of(dimensions));
    }
}
