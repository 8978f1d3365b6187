package org.sardonyx.ir.operator;

import java.util.ArrayList;
import java.util.List;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Odometer;
import org.sardonyx.ir.value.Tensor;

/// Picks slices by tuples of indices: `y[b.., i.., r..] = x[b.., indices[b.., i.., 0], .., indices[b.., i.., k-1], r..]`.
/// Operands: a tensor, and integer indices whose last axis holds the tuples. Negative indices count from the end.
///
/// @param batchAxes how many leading axes both operands share
/// @see <a href="https://onnx.ai/onnx/operators/onnx__GatherND.html">GatherND</a>
public record GatherSlices(int batchAxes) implements Operator {
    public GatherSlices {
        if (batchAxes < 0 || batchAxes > Shape.MAXIMUM_RANK) {
            throw new ModelException(batchAxes + " batch axes");
        }
    }

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(2, 2);
        operands.requireIntegers(1);
        Shape x = operands.shape(0);
        Shape indices = operands.shape(1);
        boolean known = x.hasRank() && indices.hasRank() && indices.rank() > 0 && indices.dimension(-1).isConstant();
        return List.of(operands.tensor(0).withShape(known ? gathered(x, indices) : Shape.UNKNOWN));
    }

    private Shape gathered(Shape x, Shape indices) {
        requireFit(x, indices, batchAxes);
        for (int axis = 0; axis < batchAxes; axis++) {
            if (x.dimension(axis).neverSameSize(indices.dimension(axis))) {
                throw new ModelException("batches of indices of shape " + indices + " into a tensor of shape " + x);
            }
        }
        List<Dimension> dimensions = new ArrayList<>(indices.dimensions().subList(0, indices.rank() - 1));
        dimensions.addAll(x.dimensions().subList(batchAxes + (int) indices.dimension(-1).size(), x.rank()));
        return Shape.of(dimensions);
    }

    /// @throws ModelException if the last axis of the indices does not hold tuples that index the tensor
    static void requireFit(Shape x, Shape indices, int batchAxes) {
        boolean fit = indices.rank() > batchAxes && x.rank() >= batchAxes
                && indices.dimension(-1).size() <= x.rank() - batchAxes;
        if (!fit) {
            throw new ModelException("tuples of indices of shape " + indices + " into a tensor of shape " + x
                    + (batchAxes == 0 ? "" : " with " + batchAxes + " batch axes"));
        }
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        Tensor indices = evaluation.tensor(1);
        if (indices.rank() == 0) {
            throw new ModelException("the indices are a scalar, expected at least a vector");
        }
        Tensor result = Tensor.allocate(x.dataType(), gathered(x.shape(), indices.shape()).sizes());
        int length = (int) indices.size(-1);
        long tuples = indices.shape().product(0, indices.rank() - 1).size();
        long batches = indices.shape().product(0, batchAxes).size();
        long batchSize = x.shape().product(batchAxes, x.rank()).size();
        long inner = x.shape().product(batchAxes + length, x.rank()).size();
        for (long tuple = 0; tuple < tuples; tuple++) {
            long batch = tuple / (tuples / batches);
            long from = batch * batchSize + offset(indices, tuple, x, batchAxes);
            result.copyElements(tuple * inner, x, from, inner);
        }
        return List.of(result);
    }

    /// Where the slice that a tuple of indices addresses begins.
    ///
    /// @param firstAxis the axis that the tuple's first index is for
    /// @throws ModelException if an index is outside of its axis
    static long offset(Tensor indices, long tuple, Tensor x, int firstAxis) {
        int length = (int) indices.size(-1);
        long[] strides = Odometer.strides(x.sizes());
        long offset = 0;
        for (int i = 0; i < length; i++) {
            int axis = firstAxis + i;
            offset += Gather.checked(indices.getLong(tuple * length + i), x.size(axis)) * strides[axis];
        }
        return offset;
    }
}
