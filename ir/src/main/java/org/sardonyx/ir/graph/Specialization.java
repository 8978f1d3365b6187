package org.sardonyx.ir.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.operator.Fusion;
import org.sardonyx.ir.operator.Input;
import org.sardonyx.ir.operator.Operator;
import org.sardonyx.ir.type.ValueType;

/// A graph made from another for inputs of narrower types: sizes for symbols, a shape where none was known. All types are
/// inferred anew, and what depends on the sizes only is computed.
///
/// @param graph the new graph
/// @param operands the new operand for each operand of the old graph
public record Specialization(Graph graph, Map<Operand, Operand> operands) {
    public Specialization {
        operands = Map.copyOf(operands);
    }

    /// Specializes a graph.
    ///
    /// @param types by name of the input; inputs without an entry keep their type
    /// @throws ModelException if an input does not admit its new type, or if the model is not defined for it
    public static Specialization of(Graph graph, Map<String, ? extends ValueType> types) {
        GraphBuilder builder = new GraphBuilder(graph.name());
        Map<Operand, Operand> replaced = new HashMap<>();
        for (Operand input : graph.inputs()) {
            Input old = Graph.inputOf(input);
            ValueType type = types.containsKey(old.name()) ? types.get(old.name()) : old.type();
            if (!old.type().admits(type)) {
                throw new ModelException("input '" + old.name() + "' cannot be a " + type + ", it is " + old.type());
            }
            replaced.put(input, builder.input(old.name(), type, old.elements()));
        }
        for (Node node : graph.nodes()) {
            if (!(node.operator() instanceof Input)) {
                apply(node, builder, replaced);
            }
        }
        graph.outputs().forEach((name, output) -> builder.output(name, replaced.get(output)));
        return new Specialization(builder.build(), replaced);
    }

    private static void apply(Node node, GraphBuilder builder, Map<Operand, Operand> replaced) {
        List<Operand> operands = new ArrayList<>();
        node.operands().forEach(operand -> operands.add(replaced.get(operand)));
        builder.origin(node.origin());
        try {
            Operator operator = node.operator() instanceof Fusion fusion ? fusion.of(operands) : node.operator();
            List<Operand> results = builder.apply(operator, operands);
            for (int i = 0; i < results.size(); i++) {
                replaced.put(node.output(i), results.get(i));
            }
        } catch (ModelException e) {
            throw node.origin() == Origin.NONE ? e : e.at(node.origin().toString());
        }
    }
}
