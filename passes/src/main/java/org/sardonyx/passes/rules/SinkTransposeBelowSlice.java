package org.sardonyx.passes.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Slice;
import org.sardonyx.ir.operator.Transpose;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `slice(transpose(x)) -> transpose(slice(x))` along the axes where they are in x, which transposes less.
public record SinkTransposeBelowSlice() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        Optional<Transpose> transpose = node.operator() instanceof Slice
                ? Permutations.of(node.operands().getFirst().node())
                : Optional.empty();
        if (transpose.isEmpty() || !site.isOnlyUse(node.operands().getFirst())) {
            return Optional.empty();
        }
        int rank = transpose.get().permutation().size();
        List<Integer> axes = ((Slice) node.operator()).axes().stream()
                .map(axis -> transpose.get().permutation().get(axis < 0 ? axis + rank : axis)).toList();
        List<Operand> operands = new ArrayList<>(node.operands());
        operands.set(0, node.operands().getFirst().node().operands().getFirst());
        return Optional.of(site.apply(transpose.get(),
                site.apply(new Slice(axes), operands.toArray(Operand[]::new))));
    }
}
