package org.sardonyx.passes.rules;

import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Cast;
import org.sardonyx.ir.operator.Transpose;
import org.sardonyx.ir.operator.Unary;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `f(transpose(x)) -> transpose(f(x))` for a function of one number or a cast.
public record SinkTransposeBelowUnary() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        boolean unary = node.operator() instanceof Unary || node.operator() instanceof Cast;
        Optional<Transpose> transpose = unary ? Permutations.of(node.operands().getFirst().node()) : Optional.empty();
        return transpose.isPresent() && site.isOnlyUse(node.operands().getFirst())
                ? Optional.of(site.apply(transpose.get(),
                        site.apply(node.operator(), node.operands().getFirst().node().operands().getFirst())))
                : Optional.empty();
    }
}
