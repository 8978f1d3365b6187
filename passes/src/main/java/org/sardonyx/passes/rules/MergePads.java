package org.sardonyx.passes.rules;

import java.util.Arrays;
import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `pad(pad(x, p, c), q, c) -> pad(x, p + q, c)` where no pad is negative.
public record MergePads() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        Optional<Pads> outer = Pads.of(node, site);
        Optional<Pads> inner = outer.flatMap(_ -> Pads.of(node.operands().getFirst().node(), site));
        if (inner.isEmpty() || !inner.get().fill().sameContent(outer.get().fill())) {
            return Optional.empty();
        }
        long[] sum = inner.get().pads().clone();
        Arrays.setAll(sum, i -> sum[i] + outer.get().pads()[i]);
        return Optional.of(site.apply(node.operator(), inner.get().x(), site.longs(sum), node.operands().get(2)));
    }
}
