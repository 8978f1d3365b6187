package org.sardonyx.ir.operator;

import java.util.List;
import java.util.Objects;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.ElementCast;
import org.sardonyx.ir.type.RoundMode;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.HalfPrecision;
import org.sardonyx.ir.value.Tensor;

/// Converts each element to another type. Numbers and truth values are converted as [ElementCast] says, numbers and
/// strings as they are written down, see [NumberText]. Complex numbers cannot be converted.
///
/// @param to the type of the result
/// @param saturate whether a number too large for an 8-bit float becomes the largest finite one (else infinity or NaN);
///        true for all other types
/// @param roundMode the rounding into [DataType#FLOAT8E8M0]; [RoundMode#UP] for all other types
/// @see <a href="https://onnx.ai/onnx/operators/onnx__Cast.html">Cast</a>
public record Cast(DataType to, boolean saturate, RoundMode roundMode) implements Operator {
    public Cast {
        Objects.requireNonNull(roundMode);
        saturate = saturate || !to.isFloat() || to.bits() != 8;
        roundMode = to == DataType.FLOAT8E8M0 ? roundMode : RoundMode.UP;
    }

    /// The cast with ONNX's defaults: saturating, and rounding up into [DataType#FLOAT8E8M0].
    public Cast(DataType to) {
        this(to, true, RoundMode.UP);
    }

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(1, 1);
        DataType from = operands.dataType(0);
        if (from != to && (from.isComplex() || to.isComplex())) {
            throw new ModelException("there is no conversion from " + from.text() + " to " + to.text());
        }
        return List.of(operands.tensor(0).withDataType(to));
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        if (x.dataType() == to) {
            return List.of(x);
        }
        if (to == DataType.FLOAT32 && HalfPrecision.isHalf(x.dataType())) {
            return List.of(HalfPrecision.widened(x));
        }
        if (to == DataType.FLOAT16 && x.dataType() == DataType.FLOAT32) {
            return List.of(HalfPrecision.toFloat16(x));
        }
        Tensor result = Tensor.allocate(to, x.sizes());
        if (to == DataType.STRING) {
            for (long i = 0; i < x.size(); i++) {
                result.setString(i, NumberText.format(x, i));
            }
        } else if (x.dataType() == DataType.STRING) {
            ElementCast fromDouble = new ElementCast(DataType.FLOAT64, to, saturate, roundMode);
            for (long i = 0; i < x.size(); i++) {
                result.setBits(i, NumberText.parse(x.getString(i), fromDouble));
            }
        } else {
            ElementCast cast = new ElementCast(x.dataType(), to, saturate, roundMode);
            for (long i = 0; i < x.size(); i++) {
                result.setBits(i, cast.apply(x.getBits(i)));
            }
        }
        return List.of(result);
    }
}
