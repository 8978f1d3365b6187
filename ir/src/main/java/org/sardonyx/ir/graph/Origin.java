package org.sardonyx.ir.graph;

import java.util.Objects;

/// Where a node comes from in the user's model; it is told in messages and reports and has no influence on the result.
///
/// @param node the name of the model's node, or of its first output if it has none
/// @param operator the operator as the model names it, such as `Conv`
/// @param version the opset version the operator is taken from, 0 if it has none
public record Origin(String node, String operator, int version) {
    /// Of nodes that no model contains.
    public static final Origin NONE = new Origin("", "", 0);

    public Origin {
        Objects.requireNonNull(node);
        Objects.requireNonNull(operator);
    }

    /// `node 'conv1' (Conv-11)`
    @Override
    public String toString() {
        return "node '" + node + "' (" + operator + (version > 0 ? "-" + version : "") + ")";
    }
}
