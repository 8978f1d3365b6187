package org.sardonyx.ir.operator;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Inserts axes of size 1. Operands: a tensor and the axes, counted in the result, as a vector of int64.
///
/// @see <a href="https://onnx.ai/onnx/operators/onnx__Unsqueeze.html">Unsqueeze</a>
public record Unsqueeze() implements Operator {

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(2, 2);
        operands.requireIntegers(1);
        Shape shape = operands.shape(0);
        Optional<long[]> axes = operands.integers(1);
        if (shape.hasRank() && axes.isPresent()) {
            return List.of(operands.tensor(0).withShape(unsqueezed(shape, axes.get())));
        }
        Shape vector = operands.shape(1);
        boolean rankKnown =
                shape.hasRank() && vector.hasRank() && vector.rank() == 1 && vector.dimension(0).isConstant();
        long rank = rankKnown ? shape.rank() + vector.dimension(0).size() : Shape.MAXIMUM_RANK + 1L;
        return List.of(
                operands.tensor(0).withShape(rank <= Shape.MAXIMUM_RANK ? Shape.ofRank((int) rank) : Shape.UNKNOWN));
    }

    private static Shape unsqueezed(Shape shape, long[] axes) {
        if (shape.rank() + (long) axes.length > Shape.MAXIMUM_RANK) {
            throw new ModelException(
                    "a shape of rank " + (shape.rank() + axes.length) + ", at most " + Shape.MAXIMUM_RANK
                            + " is supported");
        }
        boolean[] inserted = Axes.select(axes, shape.rank() + axes.length);
        Iterator<Dimension> rest = shape.dimensions().iterator();
        List<Dimension> dimensions = new ArrayList<>();
        for (boolean isInserted : inserted) {
            dimensions.add(isInserted ? Dimension.of(1) : rest.next());
        }
        return Shape.of(dimensions);
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        return List.of(x.reshaped(unsqueezed(x.shape(), evaluation.integers(1)).sizes()));
    }
}
