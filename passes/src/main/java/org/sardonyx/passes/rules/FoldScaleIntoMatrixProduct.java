package org.sardonyx.passes.rules;

import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.MatMul;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `(matMul(x, w) + b) * s -> matMul(x, w * s) + b * s` where s has one element per column, or one in all; also without b, and
/// with a quotient.
public record FoldScaleIntoMatrixProduct() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        Optional<ScaledProduct> scaled = ScaledProduct.of(MatMul.class, node, site);
        if (scaled.isEmpty()) {
            return Optional.empty();
        }
        Optional<Operand> perColumn = Products.along(site, node.output(0), -1, scaled.get().scale());
        return perColumn.isEmpty()
                ? site.refuse("the scale is not one number per column")
                : scaled.get().scaled(site, perColumn.get());
    }
}
