package org.sardonyx.ir.operator;

import java.util.ArrayList;
import java.util.List;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// The different slices along an axis; slices are compared element by element, NaN being equal to NaN. Operand: a tensor.
/// Outputs: the slices, each once; where each occurs first; for each slice of the operand which of them it is; how often
/// each occurs (three vectors of int64).
///
/// @param axis from 0
/// @param sorted whether the slices come in ascending order, or in the order in which they occur first
/// @see <a href="https://onnx.ai/onnx/operators/onnx__Unique.html">Unique</a>
public record Unique(int axis, boolean sorted) implements Operator {

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(1, 1);
        ElementOrder.require(operands.dataType(0));
        Shape shape = operands.shape(0);
        TensorType perSlice = new TensorType(DataType.INT64, Shape.ofRank(1));
        if (!shape.hasRank()) {
            return List.of(operands.tensor(0), perSlice, perSlice, perSlice);
        }
        List<Dimension> dimensions = new ArrayList<>(shape.dimensions());
        Dimension size = dimensions.set(Axes.normalize(axis, shape.rank()), Dimension.UNKNOWN);
        return List.of(operands.tensor(0).withShape(Shape.of(dimensions)), perSlice,
                perSlice.withShape(Shape.of(List.of(size))), perSlice);
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        long size = x.size(Axes.normalize(axis, x.rank()));
        Tensor order = IndexSort.sorted(size, (a, b) -> compare(x, a, b));
        Tensor firstLike = Tensor.allocate(DataType.INT64, size);
        Tensor number = Tensor.allocate(DataType.INT64, size);
        long count = 0;
        for (long i = 0; i < size; i++) {
            boolean isFirst = i == 0 || compare(x, order.getLong(i - 1), order.getLong(i)) != 0;
            firstLike.setLong(order.getLong(i), isFirst ? order.getLong(i) : firstLike.getLong(order.getLong(i - 1)));
            number.setLong(order.getLong(i), isFirst ? count++ : 0);
        }
        if (!sorted) {
            numberInOrderOfOccurrence(firstLike, number);
        }
        Tensor indices = Tensor.allocate(DataType.INT64, count);
        Tensor inverse = Tensor.allocate(DataType.INT64, size);
        Tensor counts = Tensor.allocate(DataType.INT64, count);
        for (long i = 0; i < size; i++) {
            long first = firstLike.getLong(i);
            long slice = number.getLong(first);
            indices.setLong(slice, first);
            inverse.setLong(i, slice);
            counts.setLong(slice, counts.getLong(slice) + 1);
        }
        return List.of(slices(x, indices), indices, inverse, counts);
    }

    private static void numberInOrderOfOccurrence(Tensor firstLike, Tensor number) {
        long count = 0;
        for (long i = 0; i < firstLike.size(); i++) {
            if (firstLike.getLong(i) == i) {
                number.setLong(i, count++);
            }
        }
    }

    private int compare(Tensor x, long a, long b) {
        long inner = x.shape().product(axis + 1, x.rank()).size();
        long outer = x.shape().product(0, axis).size();
        for (long o = 0; o < outer; o++) {
            long start = o * x.size(axis) * inner;
            for (long i = 0; i < inner; i++) {
                int order = ElementOrder.compare(x, start + a * inner + i, start + b * inner + i);
                if (order != 0) {
                    return order;
                }
            }
        }
        return 0;
    }

    private Tensor slices(Tensor x, Tensor which) {
        long[] sizes = x.sizes();
        sizes[axis] = which.size();
        Tensor result = Tensor.allocate(x.dataType(), sizes);
        long inner = x.shape().product(axis + 1, x.rank()).size();
        for (long i = 0; i < result.size(); i++) {
            long slice = which.getLong(i / inner % which.size());
            result.copyElement(i, x, (i / inner / which.size() * x.size(axis) + slice) * inner + i % inner);
        }
        return result;
    }
}
