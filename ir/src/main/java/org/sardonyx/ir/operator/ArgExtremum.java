package org.sardonyx.ir.operator;

import java.util.ArrayList;
import java.util.List;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// The index of the largest or smallest element along an axis, which stays with size 1. A NaN counts as more extreme than
/// any number. Operand: a tensor whose axis is not empty. The result is of type int64.
///
/// @param axis from 0
/// @param largest whether the largest element is looked for, or the smallest
/// @param last whether of equal elements the last one counts, or the first
/// @see <a href="https://onnx.ai/onnx/operators/onnx__ArgMax.html">ArgMax</a>
public record ArgExtremum(int axis, boolean largest, boolean last) implements Operator {

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(1, 1);
        ElementOrder.require(operands.dataType(0));
        Shape shape = operands.shape(0);
        return List.of(new TensorType(DataType.INT64, shape.hasRank() ? reduced(shape) : shape));
    }

    private Shape reduced(Shape shape) {
        List<Dimension> dimensions = new ArrayList<>(shape.dimensions());
        Dimension old = dimensions.set(Axes.normalize(axis, shape.rank()), Dimension.of(1));
        if (old.is(0)) {
            throw new ModelException("the largest or smallest of no elements, axis " + axis + " of " + shape);
        }
        return Shape.of(dimensions);
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        Tensor result = Tensor.allocate(DataType.INT64, reduced(x.shape()).sizes());
        long inner = x.shape().product(axis + 1, x.rank()).size();
        for (long line = 0; line < result.size(); line++) {
            long first = line / inner * x.size(axis) * inner + line % inner;
            long best = 0;
            for (long i = 1; i < x.size(axis); i++) {
                int order = compare(x, first + i * inner, first + best * inner);
                if (order > 0 || order == 0 && last) {
                    best = i;
                }
            }
            result.setLong(line, best);
        }
        return List.of(result);
    }

    private int compare(Tensor x, long a, long b) {
        if (x.dataType().isFloat() && (Double.isNaN(x.getDouble(a)) || Double.isNaN(x.getDouble(b)))) {
            return Boolean.compare(Double.isNaN(x.getDouble(a)), Double.isNaN(x.getDouble(b)));
        }
        int order = ElementOrder.compare(x, a, b);
        return largest ? order : -order;
    }
}
