package org.sardonyx.passes.rules;

import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Reshape;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `reshape(reshape(x)) -> reshape(x)`
public record MergeReshapes() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        boolean both = node.operator() instanceof Reshape
                && node.operands().getFirst().node().operator() instanceof Reshape;
        return both
                ? Shapes.reshaped(site, node.operands().getFirst().node().operands().getFirst(),
                        node.output(0).shape())
                : Optional.empty();
    }
}
