package org.sardonyx.ir.operator;

import java.util.List;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Whether an optional value is present, a scalar of type bool.
///
/// @see <a href="https://onnx.ai/onnx/operators/onnx__OptionalHasElement.html">OptionalHasElement</a>
public record OptionalHas() implements Operator {

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(1, 1);
        operands.optional(0);
        return List.of(TensorType.of(DataType.BOOL));
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        return List.of(Tensor.ofBooleans(new long[0], evaluation.optional(0).value().isPresent()));
    }
}
