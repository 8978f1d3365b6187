package org.sardonyx.ir.operator;

import java.util.List;
import java.util.Objects;

import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Value;

/// An input of a graph. It has no operands; whoever runs the graph supplies its value.
///
/// @param type the type a value must have; symbolic dimensions are bound by the value
/// @param elements what is known of the elements of a small integer tensor, such as a shape that a sub-graph takes from
///        around it; empty if nothing is
public record Input(String name, ValueType type, List<Dimension> elements) implements Operator {
    public Input {
        Objects.requireNonNull(name);
        Objects.requireNonNull(type);
        elements = List.copyOf(elements);
    }

    /// An input of whose elements nothing is known.
    public Input(String name, ValueType type) {
        this(name, type, List.of());
    }

    @Override
    public List<ValueType> infer(Operands operands) {
        operands.requireCount(0, 0);
        return List.of(type);
    }

    @Override
    public List<Value> evaluate(Evaluation evaluation) {
        throw new IllegalStateException("the value of an input is given, not computed");
    }
}
