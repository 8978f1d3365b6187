package org.sardonyx.ir.operator;

import java.util.List;
import java.util.Objects;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Converts each element to another type.
///
/// Floats are rounded to nearest even; a float becomes an integer by truncation towards zero and wrapping; an integer
/// wraps; anything not zero becomes true; numbers and strings are converted as they are written down.
///
/// @param to the type of the result
/// @param saturate whether a number too large for an 8-bit float becomes the largest finite one (else infinity or NaN)
/// @see <a href="https://onnx.ai/onnx/operators/onnx__Cast.html">Cast</a>
public record Cast(DataType to, boolean saturate) implements Operator {
    public Cast {
        Objects.requireNonNull(to);
    }

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(1, 1);
        return List.of(operands.tensor(0).withDataType(to));
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        if (x.dataType() == to) {
            return List.of(x);
        }
        Tensor result = Tensor.allocate(to, x.sizes());
        for (long i = 0; i < x.size(); i++) {
            if (x.dataType().isInteger() && to.isInteger()) {
                result.setLong(i, x.getLong(i));
            } else if (saturate && to.isFloat() && to.bits() <= 8) {
                result.setBits(i, to.encodeSaturating(x.getDouble(i)));
            } else if (to == DataType.BOOL) {
                result.setBoolean(i, x.getDouble(i) != 0);
            } else {
                result.setDouble(i, x.getDouble(i));
            }
        }
        return List.of(result);
    }
}
