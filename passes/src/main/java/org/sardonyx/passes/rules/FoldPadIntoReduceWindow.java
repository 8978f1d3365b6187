package org.sardonyx.passes.rules;

import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.ReduceWindow;
import org.sardonyx.ir.operator.Window;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `reduceWindow(pad(x, p, c)) -> reduceWindow(x)` with a window that pads, where c is what changes nothing: 0 of a sum, negative
/// infinity of a maximum, infinity of a minimum.
public record FoldPadIntoReduceWindow() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        Optional<Pads> pads = node.operator() instanceof ReduceWindow && node.output(0).dataType().isFloat()
                ? Pads.of(node.operands().getFirst().node(), site)
                : Optional.empty();
        if (pads.isEmpty()) {
            return Optional.empty();
        }
        ReduceWindow pool = (ReduceWindow) node.operator();
        Tensor fill = pads.get().fill();
        boolean neutral = switch (pool.function()) {
            case SUM -> Numbers.isZero(fill);
            case PRODUCT -> Numbers.allAre(fill, 1);
            case MAXIMUM -> Numbers.allAre(fill, Double.NEGATIVE_INFINITY);
            case MINIMUM -> Numbers.allAre(fill, Double.POSITIVE_INFINITY);
        };
        Optional<Window> window = Windows.padded(pool.window(), pads.get());
        return neutral && window.isPresent()
                ? Optional
                        .of(site.apply(new ReduceWindow(pool.function(), pool.kernel(), window.get()), pads.get().x()))
                : site.refuse("padding takes part in the " + pool.function()
                        + ", or is not only along the axes that the window moves over");
    }
}
