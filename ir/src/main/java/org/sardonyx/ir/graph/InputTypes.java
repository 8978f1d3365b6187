package org.sardonyx.ir.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;

/// Checks what is given for the inputs of a graph.
public final class InputTypes {
    private InputTypes() {}

    /// Puts what is given by name into the order of the inputs.
    ///
    /// @throws ModelException if one is missing, or one is given that the graph does not have
    public static <T> List<T> inOrder(Graph graph, Map<String, ? extends T> byName) {
        return inOrder(graph.inputNames(), byName);
    }

    /// As [#inOrder(Graph, Map)] for a model whose inputs have these names.
    public static <T> List<T> inOrder(List<String> names, Map<String, ? extends T> byName) {
        List<T> ordered = new ArrayList<>();
        for (String name : names) {
            T given = byName.get(name);
            if (given == null) {
                throw new ModelException("input '" + name + "' is missing");
            }
            ordered.add(given);
        }
        for (String name : byName.keySet()) {
            if (!names.contains(name)) {
                throw new ModelException("the model has no input '" + name + "', it has " + names);
            }
        }
        return ordered;
    }

    /// Checks types and fixed dimensions, and that one symbol stands for one size.
    ///
    /// @param types in the order of the inputs, every dimension a number
    /// @throws ModelException if an input does not take its type
    public static void check(Graph graph, List<? extends ValueType> types) {
        if (types.size() != graph.inputs().size()) {
            throw new ModelException(types.size() + " inputs for a graph with " + graph.inputs().size());
        }
        Map<Dimension, Long> sizes = new HashMap<>();
        for (int i = 0; i < types.size(); i++) {
            Operand input = graph.inputs().get(i);
            String name = Graph.inputOf(input).name();
            if (!input.type().admits(types.get(i))) {
                throw new ModelException("input '" + name + "' is a " + types.get(i) + ", expected " + input.type());
            }
            if (input.type() instanceof TensorType declared && declared.shape().hasRank()) {
                bindSymbols(name, declared, (TensorType) types.get(i), sizes);
            }
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
