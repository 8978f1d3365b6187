package org.sardonyx.passes.rules;

import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Narrow;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `narrow(x) -> x` where x is known to be what was declared.
public record RemoveNarrow() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        return node.operator() instanceof Narrow && Shapes.sameType(node.operands().getFirst(), node.output(0))
                ? Optional.of(node.operands().getFirst())
                : Optional.empty();
    }
}
