package org.sardonyx.passes.rules;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Reduce;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `reduce(x, -1) -> reduce(x, 3)`: axes that are known are counted from 0 and sorted, none at all are all.
public record SettleReductionAxes() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        if (!(node.operator() instanceof Reduce) || !node.operands().getFirst().shape().hasRank()) {
            return Optional.empty();
        }
        Operand x = node.operands().getFirst();
        int rank = x.shape().rank();
        Optional<long[]> axes = site.integers(node.operands().get(1));
        if (axes.isEmpty() || rank == 0) {
            return Optional.empty();
        }
        long[] settled = axes.get().length == 0
                ? LongStream.range(0, rank).toArray()
                : Arrays.stream(axes.get()).map(axis -> axis < 0 ? axis + rank : axis).sorted().distinct().toArray();
        return Arrays.equals(settled, axes.get())
                ? Optional.empty()
                : Optional.of(site.apply(node.operator(), x, site.longs(settled)));
    }
}
