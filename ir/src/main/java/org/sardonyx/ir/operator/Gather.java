package org.sardonyx.ir.operator;

import java.util.ArrayList;
import java.util.List;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Picks slices along an axis: `y[a.., i.., b..] = x[a.., indices[i..], b..]`. Operands: a tensor, and integer indices of
/// any shape, which replaces the axis. Negative indices count from the end.
///
/// @param axis from 0
/// @see <a href="https://onnx.ai/onnx/operators/onnx__Gather.html">Gather</a>
public record Gather(int axis) implements Operator {

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(2, 2);
        operands.requireIntegers(1);
        Shape from = operands.shape(0);
        Shape indices = operands.shape(1);
        if (!from.hasRank() || !indices.hasRank()) {
            return List.of(operands.tensor(0).withShape(Shape.UNKNOWN));
        }
        Axes.normalize(axis, from.rank());
        List<Dimension> dimensions = new ArrayList<>(from.dimensions().subList(0, axis));
        dimensions.addAll(indices.dimensions());
        dimensions.addAll(from.dimensions().subList(axis + 1, from.rank()));
        return List.of(operands.tensor(0).withShape(Shape.of(dimensions)));
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        Tensor indices = evaluation.tensor(1);
        long size = x.size(Axes.normalize(axis, x.rank()));
        long outer = x.shape().product(0, axis).size();
        long inner = x.shape().product(axis + 1, x.rank()).size();
        List<Dimension> dimensions = new ArrayList<>(x.shape().dimensions().subList(0, axis));
        dimensions.addAll(indices.shape().dimensions());
        dimensions.addAll(x.shape().dimensions().subList(axis + 1, x.rank()));
        Tensor result = Tensor.allocate(x.dataType(), Shape.of(dimensions).sizes());
        long to = 0;
        for (long o = 0; o < outer; o++) {
            for (long i = 0; i < indices.size(); i++) {
                long from = (o * size + checked(indices.getLong(i), size)) * inner;
                result.copyElements(to, x, from, inner);
                to += inner;
            }
        }
        return List.of(result);
    }

    /// The index counted from 0.
    ///
    /// @throws ModelException if it is outside of the axis
    static long checked(long index, long size) {
        if (index < -size || index >= size) {
            throw new ModelException("index " + index + " into an axis of size " + size);
        }
        return index < 0 ? index + size : index;
    }
}
