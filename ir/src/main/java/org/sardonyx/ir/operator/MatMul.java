package org.sardonyx.ir.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Odometer;
import org.sardonyx.ir.value.Tensor;

/// The matrix product of `[..., m, k]` and `[..., k, n]` is `[..., m, n]`. The leading axes broadcast; both operands have
/// at least rank 2 and the same element type.
///
/// @see <a href="https://onnx.ai/onnx/operators/onnx__MatMul.html">MatMul</a>
public record MatMul() implements Operator {

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(2, 2);
        DataType type = operands.commonDataType(0, 1);
        if (!type.isFloat() && !type.isInteger()) {
            throw new ModelException("a matrix product of elements of type " + type.text());
        }
        return List.of(new TensorType(type, product(operands.shape(0), operands.shape(1))));
    }

    private static Shape product(Shape a, Shape b) {
        if (!a.hasRank() || !b.hasRank()) {
            return Shape.UNKNOWN;
        }
        if (a.rank() < 2 || b.rank() < 2 || a.dimension(-1).neverSameSize(b.dimension(-2))) {
            throw new ModelException("no matrix product of shapes " + a + " and " + b);
        }
        Shape outer = outer(a).broadcast(outer(b));
        List<Dimension> dimensions = new ArrayList<>(outer.dimensions());
        dimensions.add(a.dimension(-2));
        dimensions.add(b.dimension(-1));
        return Shape.of(dimensions);
    }

    private static Shape outer(Shape shape) {
        return Shape.of(shape.dimensions().subList(0, shape.rank() - 2));
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor a = evaluation.tensor(0);
        Tensor b = evaluation.tensor(1);
        long[] sizes = product(a.shape(), b.shape()).sizes();
        Tensor result = Tensor.allocate(a.dataType(), sizes);
        long rows = a.size(-2);
        long depth = a.size(-1);
        long columns = b.size(-1);
        long[] batch = Arrays.copyOf(sizes, sizes.length - 2);
        Odometer at = new Odometer(batch, Odometer.broadcastStrides(outer(a.shape()).sizes(), batch),
                Odometer.broadcastStrides(outer(b.shape()).sizes(), batch));
        for (; at.valid(); at.advance()) {
            for (long row = 0; row < rows; row++) {
                long from = (at.offset(0) * rows + row) * depth;
                long to = (at.position() * rows + row) * columns;
                if (a.dataType().isFloat()) {
                    multiplyRow(a, from, b, at.offset(1) * depth * columns, result, to);
                } else {
                    multiplyIntegerRow(a, from, b, at.offset(1) * depth * columns, result, to);
                }
            }
        }
        return List.of(result);
    }

    /// One row of the result, as the sum of the rows of `b` weighted by the elements of a row of `a`, in double.
    private static void multiplyRow(Tensor a, long aRow, Tensor b, long bMatrix, Tensor result, long resultRow) {
        int columns = Math.toIntExact(b.size(-1));
        double[] sum = new double[columns];
        double[] row = new double[columns];
        for (long k = 0; k < a.size(-1); k++) {
            double weight = a.getDouble(aRow + k);
            b.readDoubles(bMatrix + k * columns, row, 0, columns);
            for (int column = 0; column < columns; column++) {
                sum[column] += weight * row[column];
            }
        }
        result.writeDoubles(resultRow, sum, 0, columns);
    }

    private static void multiplyIntegerRow(Tensor a, long aRow, Tensor b, long bMatrix, Tensor result, long resultRow) {
        long columns = b.size(-1);
        for (long column = 0; column < columns; column++) {
            long sum = 0;
            for (long k = 0; k < a.size(-1); k++) {
                sum += a.getLong(aRow + k) * b.getLong(bMatrix + k * columns + column);
            }
            result.setLong(resultRow + column, sum);
        }
    }
}
