package org.sardonyx.ir.operator;

import java.util.ArrayList;
import java.util.List;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// The largest or smallest elements along an axis, most extreme first; of equal ones the first comes first, and NaN is
/// larger than any number. Operands: a tensor, and how many elements are wanted (one integer). Outputs: the elements, and
/// their indices along the axis (int64).
///
/// @param axis from 0
/// @param largest whether the largest elements are wanted, or the smallest
/// @see <a href="https://onnx.ai/onnx/operators/onnx__TopK.html">TopK</a>
public record TopK(int axis, boolean largest) implements Operator {

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(2, 2);
        operands.requireIntegers(1);
        ElementOrder.require(operands.dataType(0));
        Dimension count = operands.dimensions(1).filter(elements -> elements.size() == 1).map(List::getFirst)
                .orElse(Dimension.UNKNOWN);
        Shape shape = operands.shape(0).hasRank() ? taken(operands.shape(0), count) : Shape.UNKNOWN;
        return List.of(operands.tensor(0).withShape(shape), new TensorType(DataType.INT64, shape));
    }

    private Shape taken(Shape shape, Dimension count) {
        List<Dimension> dimensions = new ArrayList<>(shape.dimensions());
        Dimension size = dimensions.set(Axes.normalize(axis, shape.rank()), count);
        boolean wrong = count.isConstant()
                && (count.size() < 0 || size.isConstant() && count.size() > size.size());
        if (wrong) {
            throw new ModelException("the top " + count + " along axis " + axis + " of a tensor of shape " + shape);
        }
        return Shape.of(dimensions);
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        long count = evaluation.integer(1);
        long[] sizes = taken(x.shape(), Dimension.of(count)).sizes();
        Tensor values = Tensor.allocate(x.dataType(), sizes);
        Tensor indices = Tensor.allocate(DataType.INT64, sizes);
        long inner = x.shape().product(axis + 1, x.rank()).size();
        long lines = count == 0 ? 0 : values.size() / count;
        for (long line = 0; line < lines; line++) {
            long first = line / inner * x.size(axis) * inner + line % inner;
            long to = line / inner * count * inner + line % inner;
            Tensor order = IndexSort.sorted(x.size(axis), (a, b) -> {
                int ascending = ElementOrder.compare(x, first + a * inner, first + b * inner);
                return largest ? -ascending : ascending;
            });
            for (long i = 0; i < count; i++) {
                values.copyElement(to + i * inner, x, first + order.getLong(i) * inner);
                indices.setLong(to + i * inner, order.getLong(i));
            }
        }
        return List.of(values, indices);
    }
}
