package org.sardonyx.passes.rules;

import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.BinaryFunction;
import org.sardonyx.ir.operator.Broadcast;
import org.sardonyx.ir.operator.Convolution;
import org.sardonyx.ir.operator.Window;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `convolution(x + c, w) -> convolution(x, w) + convolution(c, w)` where c has one element per channel, or one in all, and
/// there is no padding, which is not shifted.
public record FoldShiftBeforeConvolution() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        boolean shifted = node.operator() instanceof Convolution && node.output(0).dataType().isFloat()
                && site.isConstant(node.operands().get(1))
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
        Convolution convolution = (Convolution) node.operator();
        int rank = node.output(0).shape().rank();
        Optional<Operand> perChannel = x.shape().equals(shift.output(0).shape())
                ? Products.along(site, x, 1 - rank, shift.operands().get(1))
                : Optional.empty();
        if (perChannel.isEmpty() || Windows.mayPad(convolution.window())) {
            return site.refuse("the shift is not one number per channel, or there is padding");
        }
        Operand bias = site.apply(new Convolution(Window.unit(rank - 2), convolution.groups()),
                patch(site, perChannel.get(), w, convolution.groups()), w);
        if (!Products.isFinite(site, bias)) {
            return site.refuse("the bias would not be finite");
        }
        Operand product = site.apply(convolution, x, w);
        Operand vector = site.reshape(bias, w.shape().dimension(0).size());
        return Optional.of(site.binary(BinaryFunction.ADD, product, Products.spread(site, vector, 1 - rank)));
    }

    /// What one place of the kernel sees of a tensor that holds the shift everywhere.
    private static Operand patch(Site site, Operand perChannel, Operand w, long groups) {
        long[] sizes = w.shape().sizes();
        sizes[0] = 1;
        sizes[1] *= groups;
        return site.apply(new Broadcast(), Products.spread(site, perChannel, 1 - sizes.length), site.longs(sizes));
    }
}
