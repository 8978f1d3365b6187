package org.sardonyx.ir.operator;

import java.util.List;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// The number of elements of a sequence, a scalar of type int64.
///
/// @see <a href="https://onnx.ai/onnx/operators/onnx__SequenceLength.html">SequenceLength</a>
public record SequenceLength() implements Operator {

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(1, 1);
        operands.sequence(0);
        return List.of(TensorType.of(DataType.INT64));
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        return List.of(Tensor.scalar(evaluation.sequence(0).size()));
    }
}
