package org.sardonyx.ir.operator;

import java.util.List;
import java.util.Objects;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// A function of one number, applied to each element: `y[i] = f(x[i])`. Type and shape stay.
public record Unary(UnaryFunction function) implements Operator {
    public Unary {
        Objects.requireNonNull(function);
    }

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(1, 1);
        DataType type = operands.dataType(0);
        boolean defined = switch (type.kind()) {
            case FLOAT -> function.ofDouble() != null;
            case SIGNED -> function.ofSigned() != null;
            case UNSIGNED -> function.ofUnsigned() != null && function != UnaryFunction.NOT;
            case BOOL -> function == UnaryFunction.NOT;
            case STRING, COMPLEX -> false;
        };
        if (!defined) {
            throw new ModelException(function + " is not defined for elements of type " + type.text());
        }
        return List.of(operands.tensor(0));
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        DataType type = x.dataType();
        return List.of(switch (type.kind()) {
            case FLOAT -> Elementwise.doubles(type, x, function.ofDouble());
            case SIGNED -> Elementwise.longs(type, x, function.ofSigned());
            case UNSIGNED, BOOL, STRING, COMPLEX -> Elementwise.longs(type, x, function.ofUnsigned());
        });
    }
}
