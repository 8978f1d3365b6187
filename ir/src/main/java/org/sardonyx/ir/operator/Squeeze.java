package org.sardonyx.ir.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Removes axes of size 1. Operands: a tensor and the axes as a vector of int64.
///
/// @see <a href="https://onnx.ai/onnx/operators/onnx__Squeeze.html">Squeeze</a>
public record Squeeze() implements Operator {

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(2, 2);
        operands.requireIntegers(1);
        Shape shape = operands.shape(0);
        Optional<long[]> axes = operands.integers(1);
        if (shape.hasRank() && axes.isPresent()) {
            return List.of(operands.tensor(0).withShape(squeezed(shape, axes.get())));
        }
        Shape vector = operands.shape(1);
        boolean rankKnown =
                shape.hasRank() && vector.hasRank() && vector.rank() == 1 && vector.dimension(0).isConstant()
                        && vector.dimension(0).size() <= shape.rank();
        return List.of(operands.tensor(0).withShape(
                rankKnown ? Shape.ofRank((int) (shape.rank() - vector.dimension(0).size())) : Shape.UNKNOWN));
    }

    private static Shape squeezed(Shape shape, long[] axes) {
        boolean[] removed = Axes.select(axes, shape.rank());
        List<Dimension> dimensions = new ArrayList<>();
        for (int axis = 0; axis < shape.rank(); axis++) {
            if (!removed[axis]) {
                dimensions.add(shape.dimension(axis));
            } else if (shape.dimension(axis).neverSameSize(Dimension.of(1))) {
                throw new ModelException("axis " + axis + " of " + shape + " is removed, but its size is not 1");
            }
        }
        return Shape.of(dimensions);
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        return List.of(x.reshaped(squeezed(x.shape(), evaluation.integers(1)).sizes()));
    }
}
