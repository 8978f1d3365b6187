package org.sardonyx.passes.rules;

import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.BinaryFunction;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `(y + a) + b -> y + (a + b)` where y is a convolution or a matrix product.
public record MergeBiases() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        boolean twice = Products.isWithConstant(node, BinaryFunction.ADD, site)
                && Products.isWithConstant(node.operands().getFirst().node(), BinaryFunction.ADD, site)
                && Products.isProduct(node.operands().getFirst().node().operands().getFirst().node());
        if (!twice) {
            return Optional.empty();
        }
        Operand once = node.operands().getFirst();
        if (!site.isOnlyUse(once)) {
            return site.refuse("the sum with the first bias is used elsewhere too");
        }
        Operand bias = site.binary(BinaryFunction.ADD, once.node().operands().get(1), node.operands().get(1));
        return Optional.of(site.binary(BinaryFunction.ADD, once.node().operands().getFirst(), bias));
    }
}
