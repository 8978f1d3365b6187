package org.sardonyx.passes.rules;

import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Broadcast;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `broadcast(x) -> x` where x has that shape already.
public record RemoveBroadcast() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        Operand x = node.operands().isEmpty() ? null : node.operands().getFirst();
        return node.operator() instanceof Broadcast && Shapes.sameType(x, node.output(0))
                ? Optional.of(x)
                : Optional.empty();
    }
}
