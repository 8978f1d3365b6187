package org.sardonyx.ir.operator;

import java.util.ArrayList;
import java.util.List;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;

/// What the operators that run a body repeatedly have in common: values that go from an output of the body to an input of
/// its next run, and tensors of all runs that are stacked.
final class Carried {
    private Carried() {}

    /// @throws ModelException if what the body yields is not always what it takes
    static void require(Graph body, int firstInput, int firstOutput, int count) {
        List<Operand> outputs = List.copyOf(body.outputs().values());
        for (int i = 0; i < count; i++) {
            ValueType taken = body.inputs().get(firstInput + i).type();
            ValueType yielded = outputs.get(firstOutput + i).type();
            if (!taken.join(yielded).equals(taken)) {
                throw new ModelException(
                        "the body takes a " + taken + " and yields a " + yielded + " for its next iteration");
            }
        }
    }

    static void requireTensors(Graph body, int firstOutput) {
        for (Operand output : List.copyOf(body.outputs().values()).subList(firstOutput, body.outputs().size())) {
            if (!(output.type() instanceof TensorType)) {
                throw new ModelException("the body yields a " + output.type() + " to be stacked, expected a tensor");
            }
        }
    }

    /// @throws ModelException if one of the operands cannot be what the body takes at the same place
    static void requireAdmitted(Graph body, int from, int to, Operands operands) {
        for (int i = from; i < to; i++) {
            ValueType taken = body.inputs().get(i).type();
            if (!taken.admits(operands.type(i))) {
                throw new ModelException("the body takes a " + taken + ", but gets a " + operands.type(i));
            }
        }
    }

    /// The types of the carried values at the end, be it after no iteration at all.
    static List<ValueType> joined(Graph body, int firstOperand, int firstOutput, int count, Operands operands) {
        List<Operand> outputs = List.copyOf(body.outputs().values());
        List<ValueType> types = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            types.add(operands.type(firstOperand + i).join(outputs.get(firstOutput + i).type()));
        }
        return types;
    }

    static List<TensorStack> stacks(Graph body, int firstOutput) {
        return List.copyOf(body.outputs().values()).subList(firstOutput, body.outputs().size()).stream()
                .map(output -> new TensorStack(output.tensorType())).toList();
    }

    /// The shape of tensors of one shape side by side along a new axis.
    static Shape inserted(Shape shape, int axis, Dimension size) {
        if (!shape.hasRank()) {
            return Shape.UNKNOWN;
        }
        List<Dimension> dimensions = new ArrayList<>(shape.dimensions());
        dimensions.add(Axes.normalize(axis, shape.rank() + 1), size);
        return Shape.of(dimensions);
    }
}
