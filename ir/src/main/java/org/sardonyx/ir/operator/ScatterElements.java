package org.sardonyx.ir.operator;

import java.util.List;
import java.util.Objects;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Odometer;
import org.sardonyx.ir.value.Tensor;

/// Updates single elements along an axis: `y = x; y[i, indices[i, j, k], k] f= updates[i, j, k]` for axis 1. Operands: a
/// tensor, integer indices of the same rank, and updates of the indices' shape. Negative indices count from the end.
///
/// @param axis from 0
/// @param function how an update is combined with the element
/// @see <a href="https://onnx.ai/onnx/operators/onnx__ScatterElements.html">ScatterElements</a>
public record ScatterElements(int axis, ScatterFunction function) implements Operator {
    public ScatterElements {
        Objects.requireNonNull(function);
    }

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(3, 3);
        operands.requireIntegers(1);
        function.require(operands.commonDataType(0, 2));
        GatherElements.requireFit(operands.shape(0), operands.shape(1), axis);
        requireSame(operands.shape(1), operands.shape(2));
        return List.of(operands.tensor(0));
    }

    private static void requireSame(Shape indices, Shape updates) {
        if (!indices.admits(updates)) {
            throw new ModelException("indices of shape " + indices + " for updates of shape " + updates);
        }
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        Tensor indices = evaluation.tensor(1);
        Tensor updates = evaluation.tensor(2);
        GatherElements.requireFit(x.shape(), indices.shape(), axis);
        requireSame(indices.shape(), updates.shape());
        Tensor result = x.copy();
        long[] strides = Odometer.strides(x.sizes());
        long step = strides[axis];
        strides[axis] = 0;
        for (Odometer at = new Odometer(indices.sizes(), strides); at.valid(); at.advance()) {
            long index = Gather.checked(indices.getLong(at.position()), x.size(axis));
            function.apply(result, at.offset(0) + index * step, updates, at.position());
        }
        return List.of(result);
    }
}
