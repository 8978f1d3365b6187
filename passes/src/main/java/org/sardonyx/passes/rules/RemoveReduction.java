package org.sardonyx.passes.rules;

import java.util.Arrays;
import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Reduce;
import org.sardonyx.ir.operator.ReduceFunction;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `reduce(x) -> reshape(x)` where every axis that is reduced has size 1. A sum of one negative zero is a positive one, so sums
/// of floating-point numbers stay.
public record RemoveReduction() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        if (!(node.operator() instanceof Reduce(ReduceFunction function, boolean _))
                || !Shapes.isKnown(node.operands().getFirst().shape())) {
            return Optional.empty();
        }
        Operand x = node.operands().getFirst();
        boolean exact = function != ReduceFunction.SUM || !x.dataType().isFloat();
        boolean alone = site.integers(node.operands().get(1)).filter(axes -> axes.length > 0
                && Arrays.stream(axes).allMatch(axis -> x.shape().dimension((int) axis).is(1))).isPresent();
        return exact && alone ? Shapes.reshaped(site, x, node.output(0).shape()) : Optional.empty();
    }
}
