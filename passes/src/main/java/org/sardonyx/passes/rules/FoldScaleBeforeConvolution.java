package org.sardonyx.passes.rules;

import java.util.Arrays;
import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.BinaryFunction;
import org.sardonyx.ir.operator.Broadcast;
import org.sardonyx.ir.operator.Convolution;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `convolution(x * s, w) -> convolution(x, w * s)` where s has one element per channel, or one in all.
public record FoldScaleBeforeConvolution() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        boolean scaled = node.operator() instanceof Convolution && node.output(0).dataType().isFloat()
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
        int rank = node.output(0).shape().rank();
        if (!x.shape().equals(scaling.output(0).shape())) {
            return site.refuse("the scale repeats what it scales");
        }
        Optional<Operand> perChannel = Products.along(site, x, 1 - rank, scaling.operands().get(1));
        if (perChannel.isEmpty()) {
            return site.refuse("the scale is not one number per channel");
        }
        Operand w = node.operands().get(1);
        Operand weights = site.binary(BinaryFunction.MULTIPLY, w,
                perTap(site, perChannel.get(), w, ((Convolution) node.operator()).groups()));
        return Products.isFinite(site, weights) && Products.isFinite(site, perChannel.get())
                ? Optional.of(site.apply(node.operator(), x, weights))
                : site.refuse("scaled weights would not be finite");
    }

    /// The factor of each tap of the kernels: output channels of one group see the channels of that group.
    private static Operand perTap(Site site, Operand perChannel, Operand w, long groups) {
        int rank = w.shape().rank();
        if (groups == 1 || perChannel.shape().elementCount().is(1)) {
            return Products.spread(site, perChannel, 1 - rank);
        }
        long outputs = w.shape().dimension(0).size();
        long channels = w.shape().dimension(1).size();
        Operand grouped = site.reshape(perChannel, groups, 1, channels);
        Operand repeated = site.apply(new Broadcast(), grouped, site.longs(groups, outputs / groups, channels));
        long[] sizes = new long[rank];
        Arrays.fill(sizes, 1);
        sizes[0] = outputs;
        sizes[1] = channels;
        return site.reshape(repeated, sizes);
    }
}
