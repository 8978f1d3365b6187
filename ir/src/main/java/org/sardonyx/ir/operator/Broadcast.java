package org.sardonyx.ir.operator;

import java.util.List;

import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Odometer;
import org.sardonyx.ir.value.Tensor;

/// Repeats a tensor to the shape that it and a given shape broadcast to. Operands: a tensor and the sizes as a vector of
/// int64.
///
/// @see <a href="https://onnx.ai/onnx/operators/onnx__Expand.html">Expand</a>
public record Broadcast() implements Operator {

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(2, 2);
        operands.requireIntegers(1);
        return List.of(operands.tensor(0).withShape(operands.shape(0).broadcast(operands.shapeGivenBy(1))));
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        long[] sizes = x.shape().broadcast(Shape.of(evaluation.integers(1))).sizes();
        Tensor result = Tensor.allocate(x.dataType(), sizes);
        for (Odometer at = new Odometer(sizes, Odometer.broadcastStrides(x.sizes(), sizes)); at.valid(); at.advance()) {
            result.copyElement(at.position(), x, at.offset(0));
        }
        return List.of(result);
    }
}
