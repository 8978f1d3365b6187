package org.sardonyx.passes.rules;

import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.BinaryFunction;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `max(x, c) -> x` for whole numbers x that are never below c, and `min(x, c) -> x` where they are never above.
public record RemoveImpliedBound() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        boolean lower = Products.isWithConstant(node, BinaryFunction.MAXIMUM, site);
        boolean upper = Products.isWithConstant(node, BinaryFunction.MINIMUM, site);
        if (!lower && !upper || !Shapes.sameType(node.operands().getFirst(), node.output(0))) {
            return Optional.empty();
        }
        Operand x = node.operands().getFirst();
        Tensor bound = site.constant(node.operands().get(1)).orElseThrow();
        return IntegerRange.of(x, site)
                .filter(range -> Numbers.all(bound, c -> lower ? range.low() >= c : range.high() <= c)).map(_ -> x);
    }
}
