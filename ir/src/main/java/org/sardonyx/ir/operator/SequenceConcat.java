package org.sardonyx.ir.operator;

import java.util.ArrayList;
import java.util.List;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.SequenceValue;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;

/// Joins the tensors of a sequence, of which there is at least one, along an axis.
///
/// @param axis counted from the end if negative; with a new axis, one of the result
/// @param newAxis whether the tensors are stacked along an axis that they do not have
/// @see <a href="https://onnx.ai/onnx/operators/onnx__ConcatFromSequence.html">ConcatFromSequence</a>
public record SequenceConcat(int axis, boolean newAxis) implements Operator {

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(1, 1);
        if (!(operands.sequence(0).element() instanceof TensorType element)) {
            throw new ModelException("found a " + operands.type(0) + ", expected a sequence of tensors");
        }
        return List.of(element.withShape(joined(element.shape())));
    }

    private Shape joined(Shape element) {
        if (newAxis || !element.hasRank()) {
            return Carried.inserted(element, axis, Dimension.UNKNOWN);
        }
        List<Dimension> dimensions = new ArrayList<>(element.dimensions());
        dimensions.set(Axes.normalize(axis, element.rank()), Dimension.UNKNOWN);
        return Shape.of(dimensions);
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        SequenceValue sequence = evaluation.sequence(0);
        if (sequence.size() == 0) {
            throw new ModelException("an empty sequence, expected at least one tensor to join");
        }
        List<Tensor> parts = sequence.elements().stream().map(SequenceConcat::tensor).toList();
        if (newAxis) {
            TensorStack stack = new TensorStack(parts.getFirst().type());
            parts.forEach(stack::add);
            return List.of(stack.stackedAlong(axis, false));
        }
        return List.of(new Concat(Axes.normalize(axis, parts.getFirst().rank())).joined(parts));
    }

    private static Tensor tensor(Value element) {
        return (Tensor) element;
    }
}
