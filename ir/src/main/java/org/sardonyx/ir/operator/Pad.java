package org.sardonyx.ir.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Odometer;
import org.sardonyx.ir.value.Tensor;

/// Adds elements before and after those along each axis. Operands: a tensor of rank r; a vector of 2r int64, how many to
/// add at the start of each axis, then at the end of each; and in mode [PadMode#CONSTANT] the element that fills the
/// new places. A negative number takes elements away, before others are added.
///
/// @param mode what the new elements are
/// @see <a href="https://onnx.ai/onnx/operators/onnx__Pad.html">Pad</a>
public record Pad(PadMode mode) implements Operator {
    /// How one axis is padded.
    ///
    /// @param first the first element that stays
    /// @param count how many elements stay
    /// @param before how many are added before them
    /// @param size how many there are in the end
    private record Edges(long first, long count, long before, long size) {
        static Edges of(long size, long before, long after) {
            try {
                long first = Math.max(0, Math.negateExact(before));
                long count = Math.subtractExact(size - first, Math.max(0, Math.negateExact(after)));
                long padded = Math.addExact(Math.addExact(size, before), after);
                return new Edges(first, count, Math.max(before, 0), padded);
            } catch (ArithmeticException _) {
                throw new ModelException("pads " + before + " and " + after + " of an axis of size " + size);
            }
        }
    }

    public Pad {
        Objects.requireNonNull(mode);
    }

    @Override
    public List<TensorType> infer(Operands operands) {
        int count = mode == PadMode.CONSTANT ? 3 : 2;
        operands.requireCount(count, count);
        operands.requireIntegers(1);
        if (mode == PadMode.CONSTANT) {
            operands.commonDataType(0, 2);
        }
        Shape shape = operands.shape(0);
        if (!shape.hasRank()) {
            return List.of(operands.tensor(0));
        }
        Optional<List<Dimension>> pads = operands.dimensions(1);
        if (pads.isEmpty()) {
            return List.of(operands.tensor(0).withShape(Shape.ofRank(shape.rank())));
        }
        requireLength(pads.get().size(), shape);
        List<Dimension> dimensions = new ArrayList<>();
        for (int axis = 0; axis < shape.rank(); axis++) {
            Dimension added = pads.get().get(axis).plus(pads.get().get(axis + shape.rank()));
            dimensions.add(shape.dimension(axis).plus(added));
        }
        return List.of(operands.tensor(0).withShape(Shape.of(dimensions)));
    }

    private static void requireLength(int length, Shape shape) {
        if (length != 2 * shape.rank()) {
            throw new ModelException(
                    length + " pads for a tensor of shape " + shape + ", expected " + 2 * shape.rank());
        }
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        long[] pads = evaluation.integers(1);
        requireLength(pads.length, x.shape());
        List<Edges> axes = new ArrayList<>();
        for (int axis = 0; axis < x.rank(); axis++) {
            axes.add(Edges.of(x.size(axis), pads[axis], pads[axis + x.rank()]));
        }
        Tensor result = Tensor.allocate(x.dataType(), axes.stream().mapToLong(Edges::size).toArray());
        long[] strides = Odometer.strides(x.sizes());
        for (Odometer at = new Odometer(result.sizes()); at.valid(); at.advance()) {
            long from = 0;
            for (int axis = 0; axis < x.rank() && from >= 0; axis++) {
                long source = source(axes.get(axis), at.index(axis));
                from = source < 0 ? -1 : from + source * strides[axis];
            }
            if (from >= 0) {
                result.copyElement(at.position(), x, from);
            } else {
                result.copyElement(at.position(), filling(evaluation), 0);
            }
        }
        return List.of(result);
    }

    private static Tensor filling(Evaluation evaluation) {
        Tensor filling = evaluation.tensor(2);
        if (filling.size() != 1) {
            throw new ModelException("padding with a " + filling.type() + ", expected one element");
        }
        return filling;
    }

    /// The index of the element that stands at an index of the padded axis, or -1 if that is none of the tensor's.
    private long source(Edges axis, long index) {
        long at = index - axis.before();
        if (at >= 0 && at < axis.count()) {
            return axis.first() + at;
        }
        if (mode == PadMode.CONSTANT) {
            return -1;
        }
        if (axis.count() <= 0) {
            throw new ModelException("no element is left to pad an axis with in mode " + mode);
        }
        long last = axis.count() - 1;
        return axis.first() + switch (mode) {
            case CONSTANT -> throw new IllegalStateException("handled above");
            case EDGE -> Math.clamp(at, 0, last);
            case WRAP -> Math.floorMod(at, axis.count());
            case REFLECT -> last == 0 ? 0 : last - Math.abs(last - Math.floorMod(at, 2 * last));
        };
    }
}
