package org.sardonyx.ir.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Updates slices by tuples of indices: `y = x; y[indices[i.., 0], .., indices[i.., k-1], r..] f= updates[i.., r..]`.
/// Operands: a tensor, integer indices whose last axis holds the tuples, and the updates. Negative indices count from the
/// end.
///
/// @param function how an update is combined with the element
/// @see <a href="https://onnx.ai/onnx/operators/onnx__ScatterND.html">ScatterND</a>
public record ScatterSlices(ScatterFunction function) implements Operator {
    public ScatterSlices {
        Objects.requireNonNull(function);
    }

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(3, 3);
        operands.requireIntegers(1);
        function.require(operands.commonDataType(0, 2));
        Shape x = operands.shape(0);
        Shape indices = operands.shape(1);
        if (x.hasRank() && indices.hasRank() && indices.rank() > 0 && indices.dimension(-1).isConstant()) {
            requireFit(x, indices, operands.shape(2));
        }
        return List.of(operands.tensor(0));
    }

    private static void requireFit(Shape x, Shape indices, Shape updates) {
        GatherSlices.requireFit(x, indices, 0);
        List<Dimension> dimensions = new ArrayList<>(indices.dimensions().subList(0, indices.rank() - 1));
        dimensions.addAll(x.dimensions().subList((int) indices.dimension(-1).size(), x.rank()));
        if (!Shape.of(dimensions).admits(updates)) {
            throw new ModelException("updates of shape " + updates + ", expected " + Shape.of(dimensions));
        }
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor indices = evaluation.tensor(1);
        Tensor updates = evaluation.tensor(2);
        if (indices.rank() == 0) {
            throw new ModelException("the indices are a scalar, expected at least a vector");
        }
        requireFit(evaluation.tensor(0).shape(), indices.shape(), updates.shape());
        Tensor result = evaluation.tensor(0).copy();
        long tuples = indices.shape().product(0, indices.rank() - 1).size();
        long inner = result.shape().product((int) indices.size(-1), result.rank()).size();
        for (long tuple = 0; tuple < tuples; tuple++) {
            long to = GatherSlices.offset(indices, tuple, result, 0);
            for (long i = 0; i < inner; i++) {
                function.apply(result, to + i, updates, tuple * inner + i);
            }
        }
        return List.of(result);
    }
}
