package org.sardonyx.ir.operator;

import java.util.List;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.SequenceValue;
import org.sardonyx.ir.value.Value;

/// An element of a sequence. Operands: the sequence, and the position (an integer), counted from the end if negative.
///
/// @see <a href="https://onnx.ai/onnx/operators/onnx__SequenceAt.html">SequenceAt</a>
public record SequenceAt() implements Operator {

    @Override
    public List<ValueType> infer(Operands operands) {
        operands.requireCount(2, 2);
        operands.requireIntegers(1);
        return List.of(operands.sequence(0).element());
    }

    @Override
    public List<Value> evaluate(Evaluation evaluation) {
        SequenceValue sequence = evaluation.sequence(0);
        return List.of(sequence.get(position(evaluation.integer(1), sequence.size() - 1, sequence)));
    }

    /// The position counted from 0, in a sequence in which positions up to `last` are allowed.
    static int position(long position, int last, SequenceValue sequence) {
        long fromStart = position < 0 ? position + sequence.size() : position;
        if (fromStart < 0 || fromStart > last) {
            throw new ModelException("position " + position + " in a sequence of length " + sequence.size());
        }
        return (int) fromStart;
    }
}
