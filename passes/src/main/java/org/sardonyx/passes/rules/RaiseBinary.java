package org.sardonyx.passes.rules;

import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Binary;
import org.sardonyx.ir.operator.Reshape;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `f(reshape(x), c) -> reshape(f(x, c))` where x holds images of one row, the reshape makes rows of them, and c is a constant
/// that is repeated to these: so that f meets the convolution that makes x.
public record RaiseBinary() implements Rule {
    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        boolean rows = node.operator() instanceof Binary && Windows.areRows(node)
                && node.operands().getFirst().node().operator() instanceof Reshape
                && site.isOnlyUse(node.operands().getFirst()) && site.isConstant(node.operands().get(1))
                && Shapes.sameShape(node.operands().getFirst(), node.output(0))
                && node.operands().get(1).shape().rank() > 0;
        if (!rows) {
            return Optional.empty();
        }
        Operand image = node.operands().getFirst().node().operands().getFirst();
        Operand asImages = Windows.asImages(site, node.operands().getFirst());
        if (!image.shape().equals(asImages.shape())) {
            return Optional.empty();
        }
        Operand result = site.apply(node.operator(), image, Windows.asImages(site, node.operands().get(1)));
        return Optional.of(site.reshape(result, node.output(0).shape().sizes()));
    }
}
