package org.sardonyx.passes.rules;

import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.ConvolutionTranspose;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `(convolutionTranspose(x, w) + b) * s -> convolutionTranspose(x, w * s) + b * s` where s has one element per output channel
/// and these are not divided into groups, or one element in all; also without b, and with a quotient.
public record FoldScaleIntoTransposedConvolution() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        Optional<ScaledProduct> scaled = ScaledProduct.of(ConvolutionTranspose.class, node, site);
        if (scaled.isEmpty()) {
            return Optional.empty();
        }
        int channels = 1 - node.output(0).shape().rank();
        Optional<Operand> perChannel = Products.along(site, node.output(0), channels, scaled.get().scale());
        boolean grouped = ((ConvolutionTranspose) scaled.get().product().operator()).groups() > 1;
        if (perChannel.isEmpty() || grouped && !perChannel.get().shape().elementCount().is(1)) {
            return site.refuse("the scale is not one number per channel, or channels are in groups");
        }
        return scaled.get().scaled(site, Products.spread(site, perChannel.get(), channels));
    }
}
