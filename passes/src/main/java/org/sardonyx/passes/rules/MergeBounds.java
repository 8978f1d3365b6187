package org.sardonyx.passes.rules;

import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Binary;
import org.sardonyx.ir.operator.BinaryFunction;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `max(max(x, a), b) -> max(x, max(a, b))`, and so for the minimum.
public record MergeBounds() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        boolean bounds = node.operator() instanceof Binary(BinaryFunction function)
                && (function == BinaryFunction.MAXIMUM || function == BinaryFunction.MINIMUM)
                && node.operands().getFirst().node().operator().equals(node.operator())
                && site.isConstant(node.operands().get(1))
                && site.isConstant(node.operands().getFirst().node().operands().get(1));
        if (!bounds) {
            return Optional.empty();
        }
        Node inner = node.operands().getFirst().node();
        Operand bound = site.apply(node.operator(), inner.operands().get(1), node.operands().get(1));
        return Optional.of(site.apply(node.operator(), inner.operands().getFirst(), bound));
    }
}
