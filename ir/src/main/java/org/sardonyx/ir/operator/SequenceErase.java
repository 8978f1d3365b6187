package org.sardonyx.ir.operator;

import java.util.List;

import org.sardonyx.ir.type.SequenceType;
import org.sardonyx.ir.value.SequenceValue;

/// A sequence with one element less. Operands: the sequence, and the position (an integer) of the element that goes,
/// counted from the end if negative.
///
/// @see <a href="https://onnx.ai/onnx/operators/onnx__SequenceErase.html">SequenceErase</a>
public record SequenceErase() implements Operator {

    @Override
    public List<SequenceType> infer(Operands operands) {
        operands.requireCount(2, 2);
        operands.requireIntegers(1);
        return List.of(operands.sequence(0));
    }

    @Override
    public List<SequenceValue> evaluate(Evaluation evaluation) {
        SequenceValue sequence = evaluation.sequence(0);
        return List.of(sequence
                .without(SequenceAt.position(evaluation.integer(1), sequence.size() - 1, sequence)));
    }
}
