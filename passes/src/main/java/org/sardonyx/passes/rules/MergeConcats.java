package org.sardonyx.passes.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Concat;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `concat(concat(a, b), c) -> concat(a, b, c)` along the same axis, where nothing else uses the inner one.
public record MergeConcats() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        if (!(node.operator() instanceof Concat concat)) {
            return Optional.empty();
        }
        List<Operand> parts = new ArrayList<>();
        for (Operand part : node.operands()) {
            if (part.node().operator().equals(concat) && site.isOnlyUse(part)) {
                parts.addAll(part.node().operands());
            } else {
                parts.add(part);
            }
        }
        return parts.size() == node.operands().size()
                ? Optional.empty()
                : Optional.of(site.apply(concat, parts.toArray(Operand[]::new)));
    }
}
