package org.sardonyx.ir.operator;

import java.util.List;
import java.util.Objects;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// A relation between two operands, element by element: `y[i] = a[i] op b[i]` of type bool. The operands have the same
/// element type and broadcast against each other. Strings and complex numbers can be equal, but have no order.
public record Compare(Comparison comparison) implements Operator {
    public Compare {
        Objects.requireNonNull(comparison);
    }

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(2, 2);
        DataType type = operands.commonDataType(0, 1);
        if (comparison != Comparison.EQUAL && (type == DataType.STRING || type.isComplex())) {
            throw new ModelException(comparison + " is not defined for elements of type " + type.text());
        }
        return List.of(new TensorType(DataType.BOOL, operands.shape(0).broadcast(operands.shape(1))));
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor a = evaluation.tensor(0);
        Tensor b = evaluation.tensor(1);
        Tensor result = Tensor.allocate(DataType.BOOL, Elementwise.broadcast(a, b));
        Elementwise.forEach(result, a, b, switch (a.dataType().kind()) {
            case FLOAT -> (at, i, j) -> result.setBoolean(at, comparison.holds(a.getDouble(i), b.getDouble(j)));
            case SIGNED, BOOL ->
                    (at, i, j) -> result.setBoolean(at, comparison.holds(Long.compare(a.getLong(i), b.getLong(j))));
            case UNSIGNED ->
                    (at, i, j) -> result.setBoolean(at,
                            comparison.holds(Long.compareUnsigned(a.getLong(i), b.getLong(j))));
            case STRING -> (at, i, j) -> result.setBoolean(at, a.getString(i).equals(b.getString(j)));
            case COMPLEX -> (at, i, j) -> result.setBoolean(at,
                    a.getDouble(i) == b.getDouble(j) && a.getImaginary(i) == b.getImaginary(j));
        });
        return List.of(result);
    }
}
