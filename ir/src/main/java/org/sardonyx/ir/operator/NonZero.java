package org.sardonyx.ir.operator;

import java.util.List;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Odometer;
import org.sardonyx.ir.value.Tensor;

/// The indices of the elements that are not zero (true, not empty), in row-major order, as int64 of shape `[rank, count]`.
/// Operand: a tensor.
///
/// @see <a href="https://onnx.ai/onnx/operators/onnx__NonZero.html">NonZero</a>
public record NonZero() implements Operator {

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(1, 1);
        Shape shape = operands.shape(0);
        Dimension rank = shape.hasRank() ? Dimension.of(shape.rank()) : Dimension.UNKNOWN;
        return List.of(new TensorType(DataType.INT64, Shape.of(List.of(rank, Dimension.UNKNOWN))));
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        long count = 0;
        for (long i = 0; i < x.size(); i++) {
            count += isZero(x, i) ? 0 : 1;
        }
        Tensor result = Tensor.allocate(DataType.INT64, x.rank(), count);
        long column = 0;
        for (Odometer at = new Odometer(x.sizes()); at.valid(); at.advance()) {
            if (!isZero(x, at.position())) {
                for (int axis = 0; axis < x.rank(); axis++) {
                    result.setLong(axis * count + column, at.index(axis));
                }
                column++;
            }
        }
        return List.of(result);
    }

    private static boolean isZero(Tensor x, long index) {
        return switch (x.dataType().kind()) {
            case FLOAT -> x.getDouble(index) == 0;
            case SIGNED, UNSIGNED, BOOL -> x.getLong(index) == 0;
            case STRING -> x.getString(index).isEmpty();
            case COMPLEX -> x.getDouble(index) == 0 && x.getImaginary(index) == 0;
        };
    }
}
