package org.sardonyx.passes.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Reduce;
import org.sardonyx.ir.operator.Transpose;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `reduce(transpose(x), axes) -> transpose(reduce(x, axes'))`, which transposes less.
public record SinkTransposeBelowReduction() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        Optional<Transpose> transpose = node.operator() instanceof Reduce
                ? Permutations.of(node.operands().getFirst().node())
                : Optional.empty();
        Optional<long[]> axes = transpose.flatMap(_ -> site.integers(node.operands().get(1)));
        boolean counted =
                axes.isPresent() && axes.get().length > 0 && Arrays.stream(axes.get()).allMatch(axis -> axis >= 0);
        if (!counted || !site.isOnlyUse(node.operands().getFirst())) {
            return Optional.empty();
        }
        List<Integer> permutation = transpose.get().permutation();
        List<Integer> reduced =
                Arrays.stream(axes.get()).mapToObj(axis -> permutation.get((int) axis)).sorted().toList();
        Operand result = site.apply(node.operator(), node.operands().getFirst().node().operands().getFirst(),
                site.longs(reduced.stream().map(Integer::longValue).toList()));
        if (((Reduce) node.operator()).keepDimensions()) {
            return Optional.of(site.apply(transpose.get(), result));
        }
        List<Integer> kept = permutation.stream().filter(axis -> !reduced.contains(axis)).toList();
        List<Integer> sorted = kept.stream().sorted().toList();
        return Optional.of(site.apply(new Transpose(kept.stream().map(sorted::indexOf).toList()), result));
    }
}
