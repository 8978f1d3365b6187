package org.sardonyx.ir.operator;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.OptionalType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.OptionalValue;
import org.sardonyx.ir.value.Value;

/// Makes an optional value of the operand, an absent one if there is none.
///
/// @param element a type that the value is an instance of
/// @see <a href="https://onnx.ai/onnx/operators/onnx__Optional.html">Optional</a>
public record OptionalConstruct(ValueType element) implements Operator {
    public OptionalConstruct {
        Objects.requireNonNull(element);
    }

    @Override
    public List<OptionalType> infer(Operands operands) {
        operands.requireCount(0, 1);
        if (operands.count() == 1 && !element.admits(operands.type(0))) {
            throw new ModelException("a " + operands.type(0) + " in an optional of " + element);
        }
        return List.of(new OptionalType(element));
    }

    @Override
    public List<OptionalValue> evaluate(Evaluation evaluation) {
        Optional<Value> value = evaluation.count() == 0 ? Optional.empty() : Optional.of(evaluation.value(0));
        return List.of(new OptionalValue(element, value));
    }
}
