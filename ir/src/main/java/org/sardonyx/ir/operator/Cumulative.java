package org.sardonyx.ir.operator;

import java.util.List;
import java.util.Objects;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Running sums or products along an axis: `y[i] = x[0] + ... + x[i]`. Operands: a tensor and the axis, one integer.
///
/// @param exclusive whether `y[i]` leaves out `x[i]`, so that the first one is the function's value of no elements
/// @param reverse whether it runs from the last element to the first
/// @see <a href="https://onnx.ai/onnx/operators/onnx__CumSum.html">CumSum</a>
public record Cumulative(ReduceFunction function, boolean exclusive, boolean reverse) implements Operator {
    public Cumulative {
        Objects.requireNonNull(function);
    }

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(2, 2);
        operands.requireIntegers(1);
        DataType type = operands.dataType(0);
        if (!type.isFloat() && !type.isInteger()) {
            throw new ModelException("the running " + function + " of elements of type " + type.text());
        }
        operands.integer(1).filter(_ -> operands.shape(0).hasRank())
                .ifPresent(axis -> Axes.normalize(axis, operands.shape(0).rank()));
        return List.of(operands.tensor(0));
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        int axis = Axes.normalize(evaluation.integer(1), x.rank());
        long size = x.size(axis);
        long inner = x.shape().product(axis + 1, x.rank()).size();
        Tensor result = Tensor.allocate(x.dataType(), x.sizes());
        for (long line = 0; size > 0 && line < x.size() / size; line++) {
            long first = line / inner * size * inner + line % inner + (reverse ? (size - 1) * inner : 0);
            accumulate(x, result, first, reverse ? -inner : inner, size);
        }
        return List.of(result);
    }

    private void accumulate(Tensor x, Tensor result, long first, long stride, long size) {
        DataType type = x.dataType();
        double sum = type.isFloat() ? function.initialDouble(type) : 0;
        long wholeSum = type.isFloat() ? 0 : function.initialLong(type);
        for (long i = 0; i < size; i++) {
            long at = first + i * stride;
            if (type.isFloat()) {
                double next = function.combine(sum, x.getDouble(at));
                result.setDouble(at, exclusive ? sum : next);
                sum = next;
            } else {
                long next = function.combine(wholeSum, x.getLong(at), type.isSigned());
                result.setLong(at, exclusive ? wholeSum : next);
                wholeSum = next;
            }
        }
    }
}
