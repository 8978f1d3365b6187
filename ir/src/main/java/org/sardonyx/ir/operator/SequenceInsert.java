package org.sardonyx.ir.operator;

import java.util.List;

import org.sardonyx.ir.type.SequenceType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.SequenceValue;

/// A sequence with one element more. Operands: the sequence, the new element, and the position (an integer) before which
/// it is put, counted from the end if negative; the length of the sequence stands for the end.
///
/// @see <a href="https://onnx.ai/onnx/operators/onnx__SequenceInsert.html">SequenceInsert</a>
public record SequenceInsert() implements Operator {

    @Override
    public List<SequenceType> infer(Operands operands) {
        operands.requireCount(3, 3);
        operands.requireIntegers(2);
        return List.of(new SequenceType(operands.sequence(0).element().join(operands.type(1))));
    }

    @Override
    public List<SequenceValue> evaluate(Evaluation evaluation) {
        SequenceValue sequence = evaluation.sequence(0);
        ValueType element = sequence.elementType().join(evaluation.value(1).type());
        int position = SequenceAt.position(evaluation.integer(2), sequence.size(), sequence);
        return List.of(new SequenceValue(element, sequence.elements()).with(position, evaluation.value(1)));
    }
}
