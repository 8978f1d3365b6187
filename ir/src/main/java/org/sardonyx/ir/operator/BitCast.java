package org.sardonyx.ir.operator;

import java.util.List;
import java.util.Objects;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Takes the bits of each element for an element of another type of the same size. Strings have no bits.
///
/// @param to the type of the result
/// @see <a href="https://onnx.ai/onnx/operators/onnx__BitCast.html">BitCast</a>
public record BitCast(DataType to) implements Operator {
    public BitCast {
        Objects.requireNonNull(to);
    }

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(1, 1);
        DataType from = operands.dataType(0);
        if (from.bits() != to.bits() || from == DataType.STRING) {
            throw new ModelException("the bits of " + from.text() + " cannot be taken for " + to.text());
        }
        return List.of(operands.tensor(0).withDataType(to));
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        return List.of(x.dataType() == to ? x : Tensor.of(to, x.segment(), x.sizes()));
    }
}
