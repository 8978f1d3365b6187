package org.sardonyx.ir.graph;

import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.operator.Constant;
import org.sardonyx.ir.operator.Operands;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;

/// What is known of the operands of a node in a graph.
record KnownOperands(List<Operand> operands, SymbolicValues symbolic) implements Operands {

    static Optional<Tensor> constant(Operand operand) {
        return operand.node().operator() instanceof Constant(Tensor tensor) ? Optional.of(tensor) : Optional.empty();
    }

    @Override
    public int count() {
        return operands.size();
    }

    @Override
    public ValueType type(int operand) {
        return operands.get(operand).type();
    }

    @Override
    public Optional<Tensor> constant(int operand) {
        return constant(operands.get(operand));
    }

    @Override
    public Optional<List<Dimension>> dimensions(int operand) {
        return symbolic.dimensions(operands.get(operand));
    }
}
