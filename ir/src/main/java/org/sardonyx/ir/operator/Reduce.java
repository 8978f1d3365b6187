package org.sardonyx.ir.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Odometer;
import org.sardonyx.ir.value.Tensor;

/// Combines all elements along axes into one. Operands: a tensor, and the axes as a vector of int64; no axes at all stand
/// for every axis.
///
/// @param keepDimensions whether a reduced axis stays with size 1 or is dropped
public record Reduce(ReduceFunction function, boolean keepDimensions) implements Operator {
    public Reduce {
        Objects.requireNonNull(function);
    }

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(2, 2);
        operands.requireIntegers(1);
        DataType type = operands.dataType(0);
        boolean ordered =
                type == DataType.BOOL && (function == ReduceFunction.MINIMUM || function == ReduceFunction.MAXIMUM);
        if (!type.isFloat() && !type.isInteger() && !ordered) {
            throw new ModelException("the " + function + " of elements of type " + type.text());
        }
        return List.of(operands.tensor(0).withShape(reduced(operands)));
    }

    private Shape reduced(Operands operands) {
        Shape shape = operands.shape(0);
        Shape vector = operands.shape(1);
        Optional<long[]> axes = operands.integers(1);
        if (!shape.hasRank()) {
            return Shape.UNKNOWN;
        }
        if (axes.isPresent()) {
            return reduced(shape, axes.get());
        }
        if (vector.hasRank() && vector.rank() == 1 && vector.dimension(0).is(0)) {
            return reduced(shape, new long[0]);
        }
        if (keepDimensions) {
            return Shape.ofRank(shape.rank());
        }
        boolean countKnown = vector.hasRank() && vector.rank() == 1 && vector.dimension(0).isConstant()
                && vector.dimension(0).size() <= shape.rank();
        return countKnown ? Shape.ofRank((int) (shape.rank() - vector.dimension(0).size())) : Shape.UNKNOWN;
    }

    private Shape reduced(Shape shape, long[] axes) {
        boolean[] selected = selected(axes, shape.rank());
        List<Dimension> dimensions = new ArrayList<>();
        for (int axis = 0; axis < shape.rank(); axis++) {
            if (!selected[axis]) {
                dimensions.add(shape.dimension(axis));
            } else if (keepDimensions) {
                dimensions.add(Dimension.of(1));
            }
        }
        return Shape.of(dimensions);
    }

    private static boolean[] selected(long[] axes, int rank) {
        boolean[] selected = Axes.select(axes, rank);
        if (axes.length == 0) {
            Arrays.fill(selected, true);
        }
        return selected;
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        long[] axes = evaluation.integers(1);
        DataType type = x.dataType();
        boolean[] selected = selected(axes, x.rank());
        Tensor result = Tensor.allocate(type, reduced(x.shape(), axes).sizes());
        long[] kept = new long[x.rank()];
        long[] along = new long[x.rank()];
        for (int axis = 0; axis < x.rank(); axis++) {
            kept[axis] = selected[axis] ? 1 : x.size(axis);
            along[axis] = selected[axis] ? x.size(axis) : 1;
        }
        long[] strides = Odometer.strides(x.sizes());
        for (Odometer at = new Odometer(kept, strides); at.valid(); at.advance()) {
            Odometer inner = new Odometer(along, strides);
            if (type.isFloat()) {
                double sum = function.initialDouble(type);
                for (; inner.valid(); inner.advance()) {
                    sum = function.combine(sum, x.getDouble(at.offset(0) + inner.offset(0)));
                }
                result.setDouble(at.position(), sum);
            } else {
                long sum =
                        type == DataType.BOOL ? function == ReduceFunction.MINIMUM ? 1 : 0 : function.initialLong(type);
                for (; inner.valid(); inner.advance()) {
                    sum = function.combine(sum, x.getLong(at.offset(0) + inner.offset(0)), type.isSigned());
                }
                result.setLong(at.position(), sum);
            }
        }
        return List.of(result);
    }
}
