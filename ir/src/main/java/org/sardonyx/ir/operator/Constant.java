package org.sardonyx.ir.operator;

import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Objects;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// A tensor that is part of the model: a weight, a shape, a number. Two constants of up to 64 KiB are equal if their
/// contents are, larger ones only if they are the same tensor.
public record Constant(Tensor tensor) implements Operator {
    private static final long LARGEST_COMPARED = 1 << 16;

    public Constant {
        Objects.requireNonNull(tensor);
    }

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(0, 0);
        return List.of(tensor.type());
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        return List.of(tensor);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Constant(Tensor theirs) && (tensor == theirs
                || tensor.byteSize() <= LARGEST_COMPARED && tensor.sameContent(theirs));
    }

    @Override
    public int hashCode() {
        int hash = 31 * tensor.dataType().hashCode() + Long.hashCode(tensor.size());
        if (tensor.dataType() != DataType.STRING && tensor.byteSize() <= LARGEST_COMPARED) {
            for (long i = 0; i < tensor.byteSize(); i++) {
                hash = 31 * hash + tensor.segment().get(ValueLayout.JAVA_BYTE, i);
            }
        }
        return hash;
    }
}
