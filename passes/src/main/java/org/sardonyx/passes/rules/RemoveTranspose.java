package org.sardonyx.passes.rules;

import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Transpose;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `transpose(x) -> x` where every axis stays.
public record RemoveTranspose() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        boolean same = node.operator() instanceof Transpose(List<Integer> permutation)
                && permutation.equals(permutation.stream().sorted().toList());
        return same && node.operands().getFirst().shape().hasRank()
                ? Optional.of(node.operands().getFirst())
                : Optional.empty();
    }
}
