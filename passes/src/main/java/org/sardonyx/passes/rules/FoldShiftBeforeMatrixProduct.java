package org.sardonyx.passes.rules;

import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.BinaryFunction;
import org.sardonyx.ir.operator.Broadcast;
import org.sardonyx.ir.operator.MatMul;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `matMul(x + c, w) -> matMul(x, w) + matMul(c, w)` for a matrix w, where c has one element per row of w, or one in all.
public record FoldShiftBeforeMatrixProduct() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        boolean shifted = node.operator() instanceof MatMul && node.output(0).dataType().isFloat()
                && site.isConstant(node.operands().get(1)) && node.operands().get(1).shape().rank() == 2
                && Products.isWithConstant(node.operands().getFirst().node(), BinaryFunction.ADD, site);
        if (!shifted) {
            return Optional.empty();
        }
        if (!site.isOnlyUse(node.operands().getFirst())) {
            return site.refuse("something else needs the shifted value, too");
        }
        Node shift = node.operands().getFirst().node();
        Operand x = shift.operands().getFirst();
        Operand w = node.operands().get(1);
        Optional<Operand> perRow = x.shape().equals(shift.output(0).shape())
                ? Products.along(site, x, -1, shift.operands().get(1))
                : Optional.empty();
        if (perRow.isEmpty()) {
            return site.refuse("the shift is not one number per row of the weights");
        }
        Operand row = site.apply(new Broadcast(), perRow.get(), site.longs(1, w.shape().dimension(0).size()));
        Operand bias = site.apply(node.operator(), row, w);
        return Products.isFinite(site, bias)
                ? Optional.of(site.binary(BinaryFunction.ADD, site.apply(node.operator(), x, w),
                        site.reshape(bias, w.shape().dimension(1).size())))
                : site.refuse("the bias would not be finite");
    }
}
