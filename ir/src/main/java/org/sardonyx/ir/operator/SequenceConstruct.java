package org.sardonyx.ir.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.SequenceType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.SequenceValue;
import org.sardonyx.ir.value.Value;

/// Makes a sequence of the operands, an empty one if there are none.
///
/// @param element a type that every element is an instance of
/// @see <a href="https://onnx.ai/onnx/operators/onnx__SequenceConstruct.html">SequenceConstruct</a>
public record SequenceConstruct(ValueType element) implements Operator {
    public SequenceConstruct {
        Objects.requireNonNull(element);
    }

    @Override
    public List<SequenceType> infer(Operands operands) {
        for (int i = 0; i < operands.count(); i++) {
            if (!element.admits(operands.type(i))) {
                throw new ModelException("a " + operands.type(i) + " in a sequence of " + element);
            }
        }
        return List.of(new SequenceType(element));
    }

    @Override
    public List<SequenceValue> evaluate(Evaluation evaluation) {
        List<Value> elements = new ArrayList<>();
        for (int i = 0; i < evaluation.count(); i++) {
            elements.add(evaluation.value(i));
        }
        return List.of(new SequenceValue(element, elements));
    }
}
