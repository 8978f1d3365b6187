package org.sardonyx.passes.precision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Cast;
import org.sardonyx.ir.operator.Input;
import org.sardonyx.ir.type.DataType;

/// A graph that is made anew, in which values of some types may have a twin in float32. A value and its twin are made of each
/// other, by a cast, when they are first asked for.
final class FloatTwins {
    private final Graph graph;
    private final Predicate<Operand> hasTwin;
    private final GraphBuilder builder;
    /// Values of the graph in the new one, in their own type and in float32.
    private final Map<Operand, Operand> own = new HashMap<>();
    private final Map<Operand, Operand> floats = new HashMap<>();

    /// @param hasTwin whether a value is of a type that has twins
    FloatTwins(Graph graph, Predicate<Operand> hasTwin) {
        this.graph = graph;
        this.hasTwin = hasTwin;
        this.builder = new GraphBuilder(graph.name());
    }

    /// For the operators of the new graph.
    GraphBuilder builder() {
        return builder;
    }

    /// A value in its own type.
    Operand own(Operand value) {
        Operand there = own.get(value);
        if (there == null) {
            there = builder.apply(new Cast(value.dataType()), floats.get(value));
            own.put(value, there);
        }
        return there;
    }

    /// A value in float32, or as it is if its type has no twins.
    Operand floats(Operand value) {
        if (!hasTwin.test(value)) {
            return own(value);
        }
        Operand there = floats.get(value);
        if (there == null) {
            there = builder.apply(new Cast(DataType.FLOAT32), own.get(value));
            floats.put(value, there);
        }
        return there;
    }

    /// Whether a value has its twin already.
    boolean isInFloats(Operand value) {
        return floats.containsKey(value);
    }

    /// Says what a value has become: its twin if it has one, else itself.
    void define(Operand value, Operand made) {
        (hasTwin.test(value) ? floats : own).put(value, made);
    }

    /// Adds a node that takes and gives what it did.
    void keep(Node node) {
        List<Operand> results = node.operator() instanceof Input(var name, var type, var elements)
                ? List.of(builder.input(name, type, elements))
                : builder.apply(node.operator(), node.operands().stream().map(this::own).toList());
        for (int i = 0; i < results.size(); i++) {
            own.put(node.output(i), results.get(i));
        }
    }

    Graph build() {
        graph.outputs().forEach((name, value) -> builder.output(name, own(value)));
        return builder.build();
    }
}
