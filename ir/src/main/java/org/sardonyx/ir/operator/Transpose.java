package org.sardonyx.ir.operator;

import java.util.List;
import java.util.stream.IntStream;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Odometer;
import org.sardonyx.ir.value.Tensor;

/// Reorders axes: axis `i` of the result is axis `permutation[i]` of the operand.
public record Transpose(List<Integer> permutation) implements Operator {
    public Transpose {
        permutation = List.copyOf(permutation);
        List<Integer> sorted = permutation.stream().sorted().toList();
        if (!sorted.equals(IntStream.range(0, sorted.size()).boxed().toList())) {
            throw new ModelException(permutation + " is not a permutation of the axes");
        }
    }

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(1, 1);
        Shape shape = operands.shape(0);
        if (!shape.hasRank()) {
            return List.of(operands.tensor(0).withShape(Shape.ofRank(permutation.size())));
        }
        requireRank(shape.rank());
        return List.of(operands.tensor(0).withShape(Shape.of(permutation.stream().map(shape::dimension).toList())));
    }

    private void requireRank(int rank) {
        if (rank != permutation.size()) {
            throw new ModelException("the permutation " + permutation + " is applied to a tensor of rank " + rank);
        }
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        requireRank(x.rank());
        long[] from = Odometer.strides(x.sizes());
        long[] sizes = permutation.stream().mapToLong(x::size).toArray();
        long[] strides = permutation.stream().mapToLong(axis -> from[axis]).toArray();
        Tensor result = Tensor.allocate(x.dataType(), sizes);
        for (Odometer at = new Odometer(sizes, strides); at.valid(); at.advance()) {
            result.copyElement(at.position(), x, at.offset(0));
        }
        return List.of(result);
    }
}
