package org.sardonyx.ir.operator;

import java.util.List;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Odometer;
import org.sardonyx.ir.value.Tensor;

/// Picks elements: `y[i] = condition[i] ? a[i] : b[i]`. Operands: a condition of type bool, and two tensors of the same
/// element type; all three broadcast against each other.
public record Select() implements Operator {

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(3, 3);
        if (operands.dataType(0) != DataType.BOOL) {
            throw new ModelException("the condition is of type " + operands.dataType(0).text() + ", expected bool");
        }
        DataType type = operands.commonDataType(1, 2);
        return List
                .of(new TensorType(type, operands.shape(0).broadcast(operands.shape(1)).broadcast(operands.shape(2))));
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor condition = evaluation.tensor(0);
        Tensor a = evaluation.tensor(1);
        Tensor b = evaluation.tensor(2);
        long[] sizes = Elementwise.broadcast(condition, a, b);
        Tensor result = Tensor.allocate(a.dataType(), sizes);
        Odometer at = new Odometer(sizes, Odometer.broadcastStrides(condition.sizes(), sizes),
                Odometer.broadcastStrides(a.sizes(), sizes), Odometer.broadcastStrides(b.sizes(), sizes));
        for (; at.valid(); at.advance()) {
            boolean first = condition.getBoolean(at.offset(0));
            result.copyElement(at.position(), first ? a : b, at.offset(first ? 1 : 2));
        }
        return List.of(result);
    }
}
