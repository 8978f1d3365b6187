package org.sardonyx.ir.operator;

import java.util.List;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// The sizes of a tensor as a vector of int64.
public record ShapeOf() implements Operator {

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(1, 1);
        Shape shape = operands.shape(0);
        Dimension rank = shape.hasRank() ? Dimension.of(shape.rank()) : Dimension.UNKNOWN;
        return List.of(new TensorType(DataType.INT64, Shape.of(List.of(rank))));
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        return List.of(Tensor.vector(evaluation.tensor(0).sizes()));
    }
}
