package org.sardonyx.ir.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.SequenceType;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.SequenceValue;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;

/// Cuts a tensor along an axis into a sequence of tensors. Operands: the tensor, and integers: a scalar is the size of
/// every part but the last, which may be smaller; a vector has the size of each part.
///
/// @param axis counted from the end if negative
/// @param keepAxis whether parts keep the axis; if not, they are of size 1 along it
/// @see <a href="https://onnx.ai/onnx/operators/onnx__SplitToSequence.html">SplitToSequence</a>
public record SequenceSplit(int axis, boolean keepAxis) implements Operator {
    private static final int MOST_PARTS = 1 << 24;

    @Override
    public List<SequenceType> infer(Operands operands) {
        operands.requireCount(2, 2);
        operands.requireIntegers(1);
        Shape shape = operands.shape(0);
        if (!shape.hasRank()) {
            return List.of(new SequenceType(operands.tensor(0)));
        }
        int along = Axes.normalize(axis, shape.rank());
        List<Dimension> dimensions = new ArrayList<>(shape.dimensions());
        if (keepAxis) {
            dimensions.set(along, partSize(shape.dimension(along), operands));
        } else {
            dimensions.remove(along);
        }
        return List.of(new SequenceType(operands.tensor(0).withShape(Shape.of(dimensions))));
    }

    /// The size that all parts have in common.
    private static Dimension partSize(Dimension size, Operands operands) {
        Optional<Tensor> split = operands.constant(1).filter(tensor -> tensor.rank() == 0);
        if (split.isEmpty()) {
            return Dimension.UNKNOWN;
        }
        long part = split.get().getLong(0);
        boolean even = part == 1 || part > 0 && size.isConstant() && size.size() % part == 0;
        return even ? Dimension.of(part) : Dimension.UNKNOWN;
    }

    @Override
    public List<SequenceValue> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        int along = Axes.normalize(axis, x.rank());
        List<Value> parts = new ArrayList<>();
        long start = 0;
        for (long part : partSizes(evaluation.tensor(1), x.size(along))) {
            parts.add(part(x, along, start, part));
            start += part;
        }
        ValueType element = parts.isEmpty() ? x.type().ofAnyShape() : parts.getFirst().type();
        for (Value part : parts) {
            element = element.join(part.type());
        }
        return List.of(new SequenceValue(element, parts));
    }

    private static long[] partSizes(Tensor split, long size) {
        if (split.rank() > 1) {
            throw new ModelException("sizes of parts of type " + split.type() + ", expected a scalar or a vector");
        }
        if (split.rank() == 1) {
            long[] parts = split.toLongs();
            long sum = 0;
            for (long part : parts) {
                if (part < 0 || part > size - sum) {
                    throw new ModelException("parts of sizes " + split + " of an axis of size " + size);
                }
                sum += part;
            }
            if (sum != size) {
                throw new ModelException("parts of sizes " + split + " of an axis of size " + size);
            }
            return parts;
        }
        long part = split.getLong(0);
        if (part <= 0 || (size - 1) / part >= MOST_PARTS) {
            throw new ModelException("parts of size " + part + " of an axis of size " + size + ", expected 1 to "
                    + MOST_PARTS + " parts");
        }
        long[] parts = new long[(int) Math.ceilDiv(size, part)];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Math.min(part, size - i * part);
        }
        return parts;
    }

    private Tensor part(Tensor x, int along, long start, long count) {
        if (!keepAxis && count != 1) {
            throw new ModelException("a part of size " + count + " along an axis that is dropped");
        }
        long[] sizes = x.sizes();
        sizes[along] = count;
        Tensor part = Tensor.allocate(x.dataType(), sizes);
        long inner = x.shape().product(along + 1, x.rank()).size();
        for (long i = 0; i < part.size(); i++) {
            long row = i / inner;
            part.copyElement(i, x, (row / count * x.size(along) + start + row % count) * inner + i % inner);
        }
        if (keepAxis) {
            return part;
        }
        List<Dimension> dimensions = new ArrayList<>(part.shape().dimensions());
        dimensions.remove(along);
        return part.reshaped(Shape.of(dimensions).sizes());
    }
}
