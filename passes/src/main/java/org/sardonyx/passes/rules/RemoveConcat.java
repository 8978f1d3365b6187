package org.sardonyx.passes.rules;

import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Concat;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `concat(x) -> x`
public record RemoveConcat() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        return node.operator() instanceof Concat && node.operands().size() == 1
                ? Optional.of(node.operands().getFirst())
                : Optional.empty();
    }
}
