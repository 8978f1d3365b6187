package org.sardonyx.ir.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Odometer;
import org.sardonyx.ir.value.Tensor;

/// Joins tensors along an axis. They have the same element type and the same sizes along all other axes.
///
/// @param axis from 0
/// @see <a href="https://onnx.ai/onnx/operators/onnx__Concat.html">Concat</a>
public record Concat(int axis) implements Operator {

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(1, Integer.MAX_VALUE);
        Shape joined = operands.shape(0);
        for (int i = 1; i < operands.count(); i++) {
            operands.commonDataType(0, i);
            joined = join(joined, operands.shape(i));
        }
        if (joined.hasRank()) {
            Axes.normalize(axis, joined.rank());
        }
        return List.of(operands.tensor(0).withShape(joined));
    }

    private Shape join(Shape a, Shape b) {
        if (!a.hasRank() || !b.hasRank()) {
            return Shape.UNKNOWN;
        }
        if (a.rank() != b.rank()) {
            throw new ModelException("tensors of shapes " + a + " and " + b + " are joined along axis " + axis);
        }
        List<Dimension> dimensions = new ArrayList<>();
        for (int i = 0; i < a.rank(); i++) {
            Dimension mine = a.dimension(i);
            Dimension theirs = b.dimension(i);
            if (i == axis) {
                dimensions.add(mine.plus(theirs));
            } else if (mine.neverSameSize(theirs)) {
                throw new ModelException("tensors of shapes " + a + " and " + b + " are joined along axis " + axis);
            } else {
                dimensions.add(mine.isConstant() || !theirs.isKnown() ? mine : theirs);
            }
        }
        return Shape.of(dimensions);
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        return List.of(joined(IntStream.range(0, evaluation.count()).mapToObj(evaluation::tensor).toList()));
    }

    /// The tensors, at least one, joined along the axis.
    Tensor joined(List<Tensor> parts) {
        Shape shape = parts.getFirst().shape();
        for (Tensor part : parts.subList(1, parts.size())) {
            shape = join(shape, part.shape());
        }
        int along = Axes.normalize(axis, shape.rank());
        Tensor result = Tensor.allocate(parts.getFirst().dataType(), shape.sizes());
        long[] strides = Odometer.strides(shape.sizes());
        long first = 0;
        for (Tensor part : parts) {
            for (Odometer at = new Odometer(part.sizes(), strides); at.valid(); at.advance()) {
                result.copyElement(first + at.offset(0), part, at.position());
            }
            first += part.size(along) * strides[along];
        }
        return result;
    }
}
