package org.sardonyx.passes.rules;

import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.BinaryFunction;
import org.sardonyx.ir.operator.MatMul;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `matMul(x * s, w) -> matMul(x, w * s)` where s has one element per row of w, or one in all.
public record FoldScaleBeforeMatrixProduct() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        boolean scaled = node.operator() instanceof MatMul && node.output(0).dataType().isFloat()
                && site.isConstant(node.operands().get(1))
                && Products.isWithConstant(node.operands().getFirst().node(), BinaryFunction.MULTIPLY, site);
        if (!scaled) {
            return Optional.empty();
        }
        if (!site.isOnlyUse(node.operands().getFirst())) {
            return site.refuse("something else needs the scaled value, too");
        }
        Node scaling = node.operands().getFirst().node();
        Operand x = scaling.operands().getFirst();
        Optional<Operand> perRow = x.shape().equals(scaling.output(0).shape())
                ? Products.along(site, x, -1, scaling.operands().get(1))
                : Optional.empty();
        if (perRow.isEmpty()) {
            return site.refuse("the scale is not one number per row of the weights");
        }
        Operand weights = site.binary(BinaryFunction.MULTIPLY, node.operands().get(1),
                Products.spread(site, perRow.get(), -2));
        return Products.isFinite(site, weights) && Products.isFinite(site, perRow.get())
                ? Optional.of(site.apply(node.operator(), x, weights))
                : site.refuse("scaled weights would not be finite");
    }
}
