package org.sardonyx.ir.operator;

import java.util.List;
import java.util.Objects;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// A function of two numbers, applied element by element: `y[i] = f(a[i], b[i])`. The operands have the same element type
/// and broadcast against each other as in NumPy.
public record Binary(BinaryFunction function) implements Operator {
    public Binary {
        Objects.requireNonNull(function);
    }

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(2, 2);
        DataType type = operands.commonDataType(0, 1);
        boolean defined = switch (type.kind()) {
            case FLOAT -> function.ofDouble() != null;
            case SIGNED -> function.ofSigned() != null;
            case UNSIGNED -> function.ofUnsigned() != null;
            case BOOL -> function.isBitwise();
            case STRING, COMPLEX -> false;
        };
        if (!defined) {
            throw new ModelException(function + " is not defined for elements of type " + type.text());
        }
        return List.of(new TensorType(type, operands.shape(0).broadcast(operands.shape(1))));
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor a = evaluation.tensor(0);
        Tensor b = evaluation.tensor(1);
        DataType type = a.dataType();
        return List.of(switch (type.kind()) {
            case FLOAT -> Elementwise.doubles(type, a, b, function.ofDouble());
            case SIGNED -> Elementwise.longs(type, a, b, function.ofSigned());
            case UNSIGNED, BOOL, STRING, COMPLEX -> Elementwise.longs(type, a, b, function.ofUnsigned());
        });
    }
}
