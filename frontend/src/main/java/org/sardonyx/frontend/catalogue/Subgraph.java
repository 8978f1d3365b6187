package org.sardonyx.frontend.catalogue;

import java.util.List;

import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.type.ValueType;

/// A graph in an attribute of a node: a branch or the body of a loop.
public interface Subgraph {
    /// A closed graph and what it takes from around it.
    ///
    /// @param graph its inputs are the formal ones, then one for each capture
    /// @param captures operands of the enclosing graph
    record Closure(Graph graph, List<Operand> captures) {
        public Closure {
            captures = List.copyOf(captures);
        }
    }

    /// How many inputs the graph declares.
    int inputCount();

    /// How many outputs the graph declares.
    int outputCount();

    /// Imports the graph for inputs of given types. What the graph itself declares about an input is added where the type
    /// leaves something open.
    Closure close(List<? extends ValueType> inputTypes);

    /// Imports the nodes of the graph into the graph around it, in place of the node that has it.
    ///
    /// @param inputs what the graph's inputs stand for
    /// @return the graph's outputs
    List<Operand> inline(List<Operand> inputs);
}
