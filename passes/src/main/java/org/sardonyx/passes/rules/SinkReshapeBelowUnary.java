package org.sardonyx.passes.rules;

import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Cast;
import org.sardonyx.ir.operator.Reshape;
import org.sardonyx.ir.operator.Unary;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `f(reshape(x)) -> reshape(f(x))` for a function of one number or a cast, so that f meets what makes x.
public record SinkReshapeBelowUnary() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        boolean reshaped = (node.operator() instanceof Unary || node.operator() instanceof Cast)
                && node.operands().getFirst().node().operator() instanceof Reshape
                && site.isOnlyUse(node.operands().getFirst());
        return reshaped
                ? Shapes.reshaped(site,
                        site.apply(node.operator(), node.operands().getFirst().node().operands().getFirst()),
                        node.output(0).shape())
                : Optional.empty();
    }
}
