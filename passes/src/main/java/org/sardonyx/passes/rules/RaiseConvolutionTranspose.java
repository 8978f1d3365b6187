package org.sardonyx.passes.rules;

import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.ConvolutionTranspose;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `convolutionTranspose` of rows of fixed size as one of images of one row, for which there are kernels.
public record RaiseConvolutionTranspose() implements Rule {
    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        if (!(node.operator() instanceof ConvolutionTranspose(var window, var outputPadding, long groups))
                || window.rank() != 1 || !Windows.areRows(node)) {
            return Optional.empty();
        }
        Operand image = site.apply(
                new ConvolutionTranspose(Windows.withRow(window), List.of(0L, outputPadding.getFirst()), groups),
                Windows.asImages(site, node.operands().get(0)), Windows.asImages(site, node.operands().get(1)));
        return Optional.of(site.reshape(image, node.output(0).shape().sizes()));
    }
}
