package org.sardonyx.passes.rules;

import java.util.Arrays;
import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Slice;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `slice(x) -> x` where nothing is left out and nothing turned round.
public record RemoveSlice() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        if (!(node.operator() instanceof Slice)) {
            return Optional.empty();
        }
        Operand x = node.operands().getFirst();
        boolean forwards = site.integers(node.operands().get(3))
                .filter(steps -> Arrays.stream(steps).allMatch(step -> step == 1)).isPresent();
        return forwards && Shapes.sameType(x, node.output(0)) ? Optional.of(x) : Optional.empty();
    }
}
