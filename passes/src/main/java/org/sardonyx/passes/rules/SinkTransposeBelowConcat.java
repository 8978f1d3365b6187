package org.sardonyx.passes.rules;

import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Concat;
import org.sardonyx.ir.operator.Transpose;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `concat(transpose(x), transpose(y)) -> transpose(concat(x, y))` where all transposes are the same.
public record SinkTransposeBelowConcat() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        Optional<Transpose> transpose = node.operator() instanceof Concat
                ? Permutations.of(node.operands().getFirst().node())
                : Optional.empty();
        boolean same = transpose.isPresent() && node.operands().stream()
                .allMatch(part -> part.node().operator().equals(transpose.get()) && site.isOnlyUse(part));
        if (!same) {
            return Optional.empty();
        }
        Operand[] parts =
                node.operands().stream().map(part -> part.node().operands().getFirst()).toArray(Operand[]::new);
        int axis = transpose.get().permutation().get(((Concat) node.operator()).axis());
        return Optional.of(site.apply(transpose.get(), site.apply(new Concat(axis), parts)));
    }
}
