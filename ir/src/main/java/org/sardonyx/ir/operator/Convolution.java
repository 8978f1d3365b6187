package org.sardonyx.ir.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// A convolution (in the manner of neural networks: the kernel is not mirrored) over any number of axes. Operands: a
/// tensor `[batch, channels, ...]` and weights `[output channels, channels / groups, ...kernel]` of the same element type,
/// floating-point or integer; integers wrap around. The result is `[batch, output channels, ...]`. Padding adds nothing to
/// a sum.
///
/// @param window how the kernel moves over the axes after batch and channels
/// @param groups the channels are divided into so many groups of neighbours; an output channel sees those of its group
/// @see <a href="https://onnx.ai/onnx/operators/onnx__Conv.html">Conv</a>
public record Convolution(Window window, long groups) implements Operator {
    public Convolution {
        Objects.requireNonNull(window);
        requireGroups(groups);
    }

    static void requireGroups(long groups) {
        if (groups < 1) {
            throw new ModelException(groups + " groups of channels, expected at least 1");
        }
    }

    @Override
    public List<TensorType> infer(Operands operands) {
        return List.of(new TensorType(dataType(operands), convolved(operands.shape(0), operands.shape(1))));
    }

    /// The element type of both operands.
    static DataType dataType(Operands operands) {
        operands.requireCount(2, 2);
        DataType type = operands.commonDataType(0, 1);
        if (!type.isFloat() && !type.isInteger()) {
            throw new ModelException("a convolution of elements of type " + type.text());
        }
        return type;
    }

    private Shape convolved(Shape x, Shape weights) {
        int rank = window.rank() + 2;
        Shape from = ofRank(x, rank, "a tensor");
        Shape kernels = ofRank(weights, rank, "weights");
        Dimension channels = kernels.dimension(1).times(groups);
        Dimension outputs = kernels.dimension(0);
        if (channels.neverSameSize(from.dimension(1))) {
            throw new ModelException("weights of shape " + weights + (groups == 1 ? "" : " in " + groups + " groups")
                    + " for a tensor of shape " + x + ", which has " + from.dimension(1) + " channels and not "
                    + channels);
        }
        requireDivisible(outputs, groups);
        List<Dimension> dimensions = new ArrayList<>(List.of(from.dimension(0), outputs));
        dimensions.addAll(window.counts(from.dimensions().subList(2, rank), kernels.dimensions().subList(2, rank)));
        return Shape.of(dimensions);
    }

    /// The shape, or one of that rank if nothing is known.
    static Shape ofRank(Shape shape, int rank, String what) {
        if (shape.hasRank() && shape.rank() != rank) {
            throw new ModelException(what + " of shape " + shape + " for a convolution over " + (rank - 2)
                    + " axes, expected rank " + rank);
        }
        return shape.hasRank() ? shape : Shape.ofRank(rank);
    }

    static void requireDivisible(Dimension channels, long groups) {
        if (channels.isConstant() && channels.size() % groups != 0) {
            throw new ModelException(channels + " channels cannot be divided into " + groups + " groups");
        }
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        Tensor weights = evaluation.tensor(1);
        Tensor y = Tensor.allocate(x.dataType(), convolved(x.shape(), weights.shape()).sizes());
        Window.Axis[] axes = IntStream.range(0, window.rank())
                .mapToObj(axis -> window.axis(axis, x.size(2 + axis), weights.size(2 + axis)))
                .toArray(Window.Axis[]::new);
        long[] kernel = Arrays.copyOfRange(weights.sizes(), 2, weights.rank());
        long taps = Tensor.elementCount(kernel);
        new ConvolutionLoops(x, weights, y, groups, taps, taps * weights.size(1), kernel,
                (axis, place, tap) -> axes[axis].element(place, tap)).run();
        return List.of(y);
    }
}
