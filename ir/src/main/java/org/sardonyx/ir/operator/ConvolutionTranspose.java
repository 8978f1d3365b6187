package org.sardonyx.ir.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// The transpose of a convolution as a linear map, which is also its gradient: each element of the tensor adds the kernel,
/// multiplied by itself, to the place of the result where the window of the convolution would be. Operands: a tensor
/// `[batch, channels, ...]` and weights `[channels, output channels / groups, ...kernel]` of the same element type,
/// floating-point or integer. The result is `[batch, output channels, ...]`; an axis of size `n` becomes one of size
/// `(n - 1) * stride + span - padBefore - padAfter + outputPadding`.
///
/// @param window how the kernel moves over the axes of the result; its pads cut off elements of the result
/// @param outputPadding for each axis how many elements more the result has at the end
/// @param groups the channels are divided into so many groups of neighbours; an output channel sees those of its group
/// @see <a href="https://onnx.ai/onnx/operators/onnx__ConvTranspose.html">ConvTranspose</a>
public record ConvolutionTranspose(Window window, List<Long> outputPadding, long groups) implements Operator {
    public ConvolutionTranspose {
        outputPadding = List.copyOf(outputPadding);
        Objects.requireNonNull(window);
        Window.requireEach("output pad", outputPadding, 0, window.rank());
        Convolution.requireGroups(groups);
        if (window.places() != Window.Places.INSIDE) {
            throw new ModelException("a transposed convolution with " + window.places() + " places");
        }
    }

    @Override
    public List<TensorType> infer(Operands operands) {
        return List.of(new TensorType(Convolution.dataType(operands), result(operands.shape(0), operands.shape(1))));
    }

    private Shape result(Shape x, Shape weights) {
        int rank = window.rank() + 2;
        Shape from = Convolution.ofRank(x, rank, "a tensor");
        Shape kernels = Convolution.ofRank(weights, rank, "weights");
        Dimension channels = from.dimension(1);
        if (channels.neverSameSize(kernels.dimension(0))) {
            throw new ModelException("weights of shape " + weights + " for a tensor of shape " + x + ", which has "
                    + channels + " channels and not " + kernels.dimension(0));
        }
        Convolution.requireDivisible(kernels.dimension(0), groups);
        List<Dimension> dimensions = new ArrayList<>(List.of(from.dimension(0), kernels.dimension(1).times(groups)));
        for (int axis = 0; axis < window.rank(); axis++) {
            dimensions.add(resultSize(axis, from.dimension(2 + axis), kernels.dimension(2 + axis)));
        }
        return Shape.of(dimensions);
    }

    private Dimension resultSize(int axis, Dimension size, Dimension kernel) {
        Window.requireBounded("axis", size, 0);
        Window.requireBounded("window", kernel, 1);
        long pads = window.padsBefore().get(axis) + window.padsAfter().get(axis);
        Dimension result = size.minus(1).times(window.strides().get(axis)).plus(window.span(axis, kernel)).minus(pads)
                .plus(outputPadding.get(axis));
        if (result.isConstant() && result.size() < 0) {
            throw new ModelException("pads of " + pads + " elements cut off more than the "
                    + result.plus(pads) + " elements of the result's axis " + (2 + axis));
        }
        return result;
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        Tensor weights = evaluation.tensor(1);
        Tensor y = Tensor.allocate(x.dataType(), result(x.shape(), weights.shape()).sizes());
        long[] kernel = Arrays.copyOfRange(weights.sizes(), 2, weights.rank());
        long taps = Tensor.elementCount(kernel);
        new ConvolutionLoops(x, weights, y, groups, taps * weights.size(1), taps, kernel,
                (axis, place, tap) -> element(axis, place, tap, x.size(2 + axis))).run();
        return List.of(y);
    }

    /// The element that adds to a place by a tap, or -1: the window of the convolution at that element has the tap there.
    private long element(int axis, long place, long tap, long size) {
        long distance = place + window.padsBefore().get(axis) - tap * window.dilations().get(axis);
        long stride = window.strides().get(axis);
        return distance >= 0 && distance % stride == 0 && distance / stride < size ? distance / stride : -1;
    }
}
