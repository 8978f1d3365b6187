package org.sardonyx.passes.rules;

import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.passes.rewrite.ConstantFolding;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `f(constant, ...) -> constant`, within the budget of [ConstantFolding].
public record EvaluateConstants() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        return ConstantFolding.evaluate(node).map(site::constant);
    }
}
