package org.sardonyx.frontend.catalogue;

import java.util.List;

import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;

/// What an ONNX operator means in core operators.
@FunctionalInterface
public interface Expansion {

    /// Builds the node's outputs, in ONNX's order, at least as many as the node asks for.
    ///
    /// @throws org.sardonyx.ir.ModelException if the node is not one the operator allows; the caller adds which node it is
    List<Operand> expand(OnnxNode node, Expressions e);

    /// An [Expansion] of an operator with one output.
    @FunctionalInterface
    interface Single {
        Operand expand(OnnxNode node, Expressions e);
    }
}
