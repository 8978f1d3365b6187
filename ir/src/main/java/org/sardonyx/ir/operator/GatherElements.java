package org.sardonyx.ir.operator;

import java.util.List;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Odometer;
import org.sardonyx.ir.value.Tensor;

/// Picks single elements along an axis: `y[i, j, k] = x[i, indices[i, j, k], k]` for axis 1. Operands: a tensor, and
/// integer indices of the same rank, which are no larger along the other axes and give the result its shape. Negative
/// indices count from the end.
///
/// @param axis from 0
/// @see <a href="https://onnx.ai/onnx/operators/onnx__GatherElements.html">GatherElements</a>
public record GatherElements(int axis) implements Operator {

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(2, 2);
        operands.requireIntegers(1);
        requireFit(operands.shape(0), operands.shape(1), axis);
        return List.of(operands.tensor(0).withShape(operands.shape(1)));
    }

    /// @throws ModelException if the indices do not address elements along that axis of the tensor
    static void requireFit(Shape x, Shape indices, int axis) {
        if (!x.hasRank() || !indices.hasRank()) {
            return;
        }
        Axes.normalize(axis, x.rank());
        boolean fit = x.rank() == indices.rank();
        for (int i = 0; fit && i < x.rank(); i++) {
            fit = i == axis || !x.dimension(i).isConstant() || !indices.dimension(i).isConstant()
                    || indices.dimension(i).size() <= x.dimension(i).size();
        }
        if (!fit) {
            throw new ModelException("indices of shape " + indices + " along axis " + axis + " of a tensor of shape "
                    + x);
        }
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        Tensor indices = evaluation.tensor(1);
        requireFit(x.shape(), indices.shape(), axis);
        Tensor result = Tensor.allocate(x.dataType(), indices.sizes());
        long[] strides = Odometer.strides(x.sizes());
        long step = strides[axis];
        strides[axis] = 0;
        for (Odometer at = new Odometer(indices.sizes(), strides); at.valid(); at.advance()) {
            long index = Gather.checked(indices.getLong(at.position()), x.size(axis));
            result.copyElement(at.position(), x, at.offset(0) + index * step);
        }
        return List.of(result);
    }
}
