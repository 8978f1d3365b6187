package org.sardonyx.passes.rewrite;

import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;

/// A rewrite of one node: `before -> after`. Both compute the same values, up to the rounding of weights that are combined
/// beforehand, and have the same type; the driver checks the type.
@FunctionalInterface
public interface Rule {

    /// Rewrites a node with one output.
    ///
    /// @param node of the graph that is being built; so are its operands, to any depth
    /// @return what takes the place of its output, or empty if the rule does not apply; where that may surprise a reader,
    ///         [Site#refuse] tells why
    Optional<Operand> rewrite(Node node, Site site);

    /// The name in reports: that of the class.
    default String name() {
        return getClass().getSimpleName();
    }
}
