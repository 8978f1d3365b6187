package org.sardonyx.passes.rules;

import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Binary;
import org.sardonyx.ir.operator.Reshape;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `f(reshape(x), c) -> reshape(f(x, c))` for a number c, and `f(reshape(x), reshape(y)) -> reshape(f(x, y))` where x and y have
/// the same shape, so that f meets what makes x.
public record SinkReshapeBelowBinary() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        boolean reshaped = node.operator() instanceof Binary
                && node.operands().getFirst().node().operator() instanceof Reshape
                && site.isOnlyUse(node.operands().getFirst())
                && Shapes.sameShape(node.operands().getFirst(), node.output(0));
        if (!reshaped) {
            return Optional.empty();
        }
        Operand x = node.operands().get(0).node().operands().getFirst();
        Operand other = node.operands().get(1);
        boolean number = site.isConstant(other) && other.shape().elementCount().is(1);
        boolean alike = other.node().operator() instanceof Reshape
                && Shapes.sameShape(x, other.node().operands().getFirst()) && Shapes.sameShape(other, node.output(0));
        if (!number && !alike) {
            return Optional.empty();
        }
        Operand y = number ? site.reshape(other) : other.node().operands().getFirst();
        return Shapes.reshaped(site, site.apply(node.operator(), x, y), node.output(0).shape());
    }
}
