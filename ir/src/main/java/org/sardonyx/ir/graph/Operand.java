package org.sardonyx.ir.graph;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;

import org.sardonyx.ir.ModelException;

/// An edge of a graph: the output of a node, used as an operand of others.
///
/// @param node the node that computes it
/// @param output which of the node's outputs, from 0
public record Operand(Node node, int output) {
    public Operand {
        if (output < 0 || output >= node.types().size()) {
            throw new IllegalArgumentException("no output " + output);
        }
    }

    public ValueType type() {
        return node.types().get(output);
    }

    /// @throws ModelException if it is not a tensor
    public TensorType tensorType() {
        if (type() instanceof TensorType tensor) {
            return tensor;
        }
        throw new ModelException("found a " + type() + ", expected a tensor");
    }

    public DataType dataType() {
        return tensorType().dataType();
    }

    public Shape shape() {
        return tensorType().shape();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Operand(Node otherNode, int otherOutput) && node == otherNode && output == otherOutput;
    }

    @Override
    public int hashCode() {
        return 31 * System.identityHashCode(node) + output;
    }

    @Override
    public String toString() {
        return node.operator().mnemonic() + "." + output + ": " + type();
    }
}
