package org.sardonyx.passes.rules;

import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Convolution;
import org.sardonyx.ir.operator.Window;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `convolution(pad(x, p, 0), w) -> convolution(x, w)` with a window that pads. What a window adds takes no part in a sum, while
/// a zero would be multiplied by a weight, which matters where that is infinite or NaN.
public record FoldPadIntoConvolution() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        Optional<Pads> pads = node.operator() instanceof Convolution
                ? Pads.of(node.operands().getFirst().node(), site)
                : Optional.empty();
        if (pads.isEmpty()) {
            return Optional.empty();
        }
        Convolution convolution = (Convolution) node.operator();
        Optional<Window> window = Windows.padded(convolution.window(), pads.get());
        if (window.isEmpty() || !Numbers.isZero(pads.get().fill())) {
            return site.refuse("padding is not by zeros, or not only along the axes that the window moves over");
        }
        return Products.isFinite(site, node.operands().get(1))
                ? Optional.of(site.apply(new Convolution(window.get(), convolution.groups()), pads.get().x(),
                        node.operands().get(1)))
                : site.refuse("the weights are not known to be finite");
    }
}
