package org.sardonyx.passes.rules;

import java.util.Arrays;
import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Pad;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `pad(x, 0) -> x`
public record RemovePad() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        boolean none = node.operator() instanceof Pad
                && site.integers(node.operands().get(1))
                        .filter(pads -> Arrays.stream(pads).allMatch(pad -> pad == 0)).isPresent();
        return none && node.operands().getFirst().shape().hasRank()
                ? Optional.of(node.operands().getFirst())
                : Optional.empty();
    }
}
