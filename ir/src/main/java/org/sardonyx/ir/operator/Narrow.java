package org.sardonyx.ir.operator;

import java.util.List;
import java.util.Objects;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// States more about the shape of a tensor than can be inferred, because the model declares it. The tensor itself is not
/// changed; one of another shape is an error when the model runs.
///
/// @param declared what the model says of the tensor
public record Narrow(TensorType declared) implements Operator {
    public Narrow {
        Objects.requireNonNull(declared);
    }

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(1, 1);
        if (operands.dataType(0) != declared.dataType()) {
            throw new ModelException("declared as " + declared + ", but it is a " + operands.type(0));
        }
        return List.of(declared.withShape(operands.shape(0).meet(declared.shape())));
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor tensor = evaluation.tensor(0);
        if (!declared.admits(tensor.type())) {
            throw new ModelException("declared as " + declared + ", but it is a " + tensor.type());
        }
        return List.of(tensor);
    }
}
