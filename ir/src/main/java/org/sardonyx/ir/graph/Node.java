package org.sardonyx.ir.graph;

import java.util.List;

import org.sardonyx.ir.operator.Operator;
import org.sardonyx.ir.type.ValueType;

/// An operator applied to operands. Nodes are immutable and made only by a [GraphBuilder], which makes equal ones once;
/// they are equal only if they are the same.
public final class Node {
    private final Operator operator;
    private final List<Operand> operands;
    private final List<ValueType> types;
    private final Origin origin;

    Node(Operator operator, List<Operand> operands, List<? extends ValueType> types, Origin origin) {
        this.operator = operator;
        this.operands = List.copyOf(operands);
        this.types = List.copyOf(types);
        this.origin = origin;
    }

    public Operator operator() {
        return operator;
    }

    public List<Operand> operands() {
        return operands;
    }

    /// The types of the outputs.
    public List<ValueType> types() {
        return types;
    }

    public Origin origin() {
        return origin;
    }

    public Operand output(int index) {
        return new Operand(this, index);
    }

    @Override
    public String toString() {
        return operator.mnemonic() + " -> " + types;
    }
}
