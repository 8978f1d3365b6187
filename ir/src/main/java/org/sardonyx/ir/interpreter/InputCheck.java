package org.sardonyx.ir.interpreter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Value;

/// Checks values against the declared inputs of a graph: types, fixed dimensions, and that one symbol stands for one size.
final class InputCheck {
    private InputCheck() {}

    static void bind(Graph graph, List<? extends Value> inputs, Map<Operand, Value> values) {
        if (inputs.size() != graph.inputs().size()) {
            throw new ModelException(inputs.size() + " inputs for a graph with " + graph.inputs().size());
        }
        Map<Dimension, Long> sizes = new HashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            Operand input = graph.inputs().get(i);
            Value value = inputs.get(i);
            if (!input.type().admits(value.type())) {
                throw new ModelException(
                        "input '" + Graph.inputOf(input).name() + "' is a " + value.type() + ", expected "
                                + input.type());
            }
            if (input.type() instanceof TensorType declared && declared.shape().hasRank()) {
                bindSymbols(Graph.inputOf(input).name(), declared, (TensorType) value.type(), sizes);
            }
            values.put(input, value);
        }
    }

    private static void bindSymbols(String name, TensorType declared, TensorType found, Map<Dimension, Long> sizes) {
        for (int axis = 0; axis < declared.shape().rank(); axis++) {
            Dimension dimension = declared.shape().dimension(axis);
            long size = found.shape().dimension(axis).size();
            Long bound = dimension.isKnown() && !dimension.isConstant() ? sizes.putIfAbsent(dimension, size) : null;
            if (bound != null && bound != size) {
                throw new ModelException("input '" + name + "' is a " + found + ", but " + dimension + " was " + bound
                        + " in another input; expected " + declared);
            }
        }
    }
}
