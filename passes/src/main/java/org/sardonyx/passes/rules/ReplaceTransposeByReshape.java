package org.sardonyx.passes.rules;

import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Transpose;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `transpose(x) -> reshape(x)` where only axes of size 1 change their places.
public record ReplaceTransposeByReshape() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        if (!(node.operator() instanceof Transpose(List<Integer> permutation))
                || !node.operands().getFirst().shape().hasRank()) {
            return Optional.empty();
        }
        Operand x = node.operands().getFirst();
        List<Integer> moving = permutation.stream().filter(axis -> !x.shape().dimension(axis).is(1)).toList();
        return moving.equals(moving.stream().sorted().toList())
                ? Shapes.reshaped(site, x, node.output(0).shape())
                : Optional.empty();
    }
}
