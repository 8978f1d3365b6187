package org.sardonyx.ir.operator;

import java.util.List;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Odometer;
import org.sardonyx.ir.value.Tensor;

/// Joins strings element by element; the two operands broadcast against each other.
///
/// @see <a href="https://onnx.ai/onnx/operators/onnx__StringConcat.html">StringConcat</a>
public record StringConcat() implements Operator {

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(2, 2);
        operands.requireStrings(0);
        operands.requireStrings(1);
        return List.of(operands.tensor(0).withShape(operands.shape(0).broadcast(operands.shape(1))));
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor a = evaluation.tensor(0);
        Tensor b = evaluation.tensor(1);
        long[] sizes = Elementwise.broadcast(a, b);
        Tensor result = Tensor.allocate(DataType.STRING, sizes);
        Odometer at = new Odometer(sizes, Odometer.broadcastStrides(a.sizes(), sizes),
                Odometer.broadcastStrides(b.sizes(), sizes));
        for (; at.valid(); at.advance()) {
            result.setString(at.position(), a.getString(at.offset(0)) + b.getString(at.offset(1)));
        }
        return List.of(result);
    }
}
