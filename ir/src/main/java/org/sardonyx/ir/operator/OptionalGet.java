package org.sardonyx.ir.operator;

import java.util.List;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Value;

/// The value of an optional, which must be present.
///
/// @see <a href="https://onnx.ai/onnx/operators/onnx__OptionalGetElement.html">OptionalGetElement</a>
public record OptionalGet() implements Operator {

    @Override
    public List<ValueType> infer(Operands operands) {
        operands.requireCount(1, 1);
        return List.of(operands.optional(0).element());
    }

    @Override
    public List<Value> evaluate(Evaluation evaluation) {
        return List.of(evaluation.optional(0).value()
                .orElseThrow(() -> new ModelException("the optional value is absent, expected one")));
    }
}
