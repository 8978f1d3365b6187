package org.sardonyx.passes.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Pad;
import org.sardonyx.ir.operator.Transpose;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `pad(transpose(x), p) -> transpose(pad(x, p'))`, where the transpose may meet another one.
public record SinkTransposeBelowPad() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        Optional<Transpose> transpose = node.operator() instanceof Pad
                ? Permutations.of(node.operands().getFirst().node())
                : Optional.empty();
        Optional<long[]> pads = transpose.flatMap(_ -> site.integers(node.operands().get(1)));
        if (pads.isEmpty() || !site.isOnlyUse(node.operands().getFirst())) {
            return Optional.empty();
        }
        List<Integer> permutation = transpose.get().permutation();
        int rank = permutation.size();
        long[] moved = new long[2 * rank];
        for (int axis = 0; axis < rank; axis++) {
            moved[permutation.get(axis)] = pads.get()[axis];
            moved[permutation.get(axis) + rank] = pads.get()[axis + rank];
        }
        List<Operand> operands = new ArrayList<>(node.operands());
        operands.set(0, node.operands().getFirst().node().operands().getFirst());
        operands.set(1, site.longs(moved));
        return Optional.of(site.apply(transpose.get(), site.apply(node.operator(), operands.toArray(Operand[]::new))));
    }
}
