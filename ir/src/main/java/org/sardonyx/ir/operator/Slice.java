package org.sardonyx.ir.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Odometer;
import org.sardonyx.ir.value.Tensor;

/// Takes every `step`th element from `start` (inclusive) to `end` (exclusive) along some axes. Operands: a tensor, and for
/// starts, ends and steps a vector of int64 each with one number per axis in `axes`. Negative starts and ends count from
/// the end; those beyond the tensor are clamped; negative steps walk backwards.
///
/// @param axes from 0, each at most once
/// @see <a href="https://onnx.ai/onnx/operators/onnx__Slice.html">Slice</a>
public record Slice(List<Integer> axes) implements Operator {
    /// Where a slice along one axis begins, how far it steps and how many elements it takes.
    public record Range(long start, long step, long count) {
        /// Clamps as ONNX prescribes.
        ///
        /// @throws ModelException if the step is 0
        public static Range of(long start, long end, long step, long size) {
            if (step == 0) {
                throw new ModelException("a slice with step 0");
            }
            long low = step > 0 ? 0 : -1;
            long high = step > 0 ? size : size - 1;
            long from =
                    Math.clamp(start < 0 ? start + size : start, step > 0 ? 0 : Math.min(0, high), Math.max(high, 0));
            long to = Math.clamp(end < 0 ? Math.max(end, -size - 1) + size : end, low, Math.max(high, low));
            long distance = step > 0 ? to - from : from - to;
            long stride = step == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(step);
            return new Range(from, step, distance <= 0 || size == 0 ? 0 : (distance - 1) / stride + 1);
        }
    }

    public Slice {
        axes = List.copyOf(axes);
        if (axes.stream().distinct().count() != axes.size()) {
            throw new ModelException("an axis is given twice in " + axes);
        }
    }

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(4, 4);
        for (int i = 1; i < 4; i++) {
            operands.requireIntegers(i);
        }
        Shape shape = operands.shape(0);
        if (!shape.hasRank()) {
            return List.of(operands.tensor(0));
        }
        List<Dimension> dimensions = new ArrayList<>(shape.dimensions());
        for (int i = 0; i < axes.size(); i++) {
            int axis = Axes.normalize(axes.get(i), shape.rank());
            dimensions.set(axis, sliced(shape.dimension(axis), element(operands, 1, i), element(operands, 2, i),
                    element(operands, 3, i)));
        }
        return List.of(operands.tensor(0).withShape(Shape.of(dimensions)));
    }

    private Dimension element(Operands operands, int operand, int index) {
        Optional<List<Dimension>> elements = operands.dimensions(operand);
        if (elements.isPresent() && elements.get().size() != axes.size()) {
            throw new ModelException(elements.get().size() + " bounds for " + axes.size() + " axes");
        }
        return elements.map(list -> list.get(index)).orElse(Dimension.UNKNOWN);
    }

    private static Dimension sliced(Dimension size, Dimension start, Dimension end, Dimension step) {
        boolean bounded = start.isConstant() && end.isConstant() && step.isConstant();
        if (bounded && size.isConstant()) {
            return Dimension.of(Range.of(start.size(), end.size(), step.size(), size.size()).count());
        }
        boolean toEnd = end.isConstant() && end.size() >= Integer.MAX_VALUE;
        if (start.is(0) && step.is(1) && (toEnd || end.sameSize(size))) {
            return size;
        }
        Dimension stop = toEnd ? size : end;
        boolean inside = step.is(1) && start.isNonNegative() && stop.minus(start).isNonNegative()
                && size.minus(stop).isNonNegative();
        return inside ? stop.minus(start) : Dimension.UNKNOWN;
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        long[] starts = evaluation.integers(1);
        long[] ends = evaluation.integers(2);
        long[] steps = evaluation.integers(3);
        if (starts.length != axes.size() || ends.length != axes.size() || steps.length != axes.size()) {
            throw new ModelException("the number of starts, ends or steps differs from that of the axes " + axes);
        }
        long[] sizes = x.sizes();
        long[] strides = Odometer.strides(sizes);
        long first = 0;
        for (int i = 0; i < axes.size(); i++) {
            int axis = Axes.normalize(axes.get(i), x.rank());
            Range range = Range.of(starts[i], ends[i], steps[i], sizes[axis]);
            first += range.start() * strides[axis];
            strides[axis] *= range.step();
            sizes[axis] = range.count();
        }
        Tensor result = Tensor.allocate(x.dataType(), sizes);
        for (Odometer at = new Odometer(sizes, strides); at.valid(); at.advance()) {
            result.copyElement(at.position(), x, first + at.offset(0));
        }
        return List.of(result);
    }
}
