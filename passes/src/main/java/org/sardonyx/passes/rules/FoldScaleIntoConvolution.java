package org.sardonyx.passes.rules;

import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Convolution;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `(convolution(x, w) + b) * s -> convolution(x, w * s) + b * s` where s has one element per output channel, or one in all;
/// also without b, and with a quotient. Of a batch normalization this is what multiplies.
public record FoldScaleIntoConvolution() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        Optional<ScaledProduct> scaled = ScaledProduct.of(Convolution.class, node, site);
        if (scaled.isEmpty()) {
            return Optional.empty();
        }
        int rank = node.output(0).shape().rank();
        Optional<Operand> perChannel = Products.along(site, node.output(0), 1 - rank, scaled.get().scale());
        return perChannel.isEmpty()
                ? site.refuse("the scale is not one number per channel")
                : scaled.get().scaled(site, Products.spread(site, perChannel.get(), -rank));
    }
}
