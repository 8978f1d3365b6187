package org.sardonyx.passes.rules;

import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Cast;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `cast(x) -> x` where x is of that type already.
public record RemoveCast() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        boolean same = node.operator() instanceof Cast(var to, var _, var _)
                && node.operands().getFirst().dataType() == to;
        return same ? Optional.of(node.operands().getFirst()) : Optional.empty();
    }
}
