package org.sardonyx.passes.rules;

import java.util.Arrays;
import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Pad;
import org.sardonyx.ir.operator.PadMode;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.passes.rewrite.Site;

/// A pad that adds constants, as many as is known, and takes nothing away.
///
/// @param pads as the operand of [Pad]
/// @param fill of one element
record Pads(Operand x, long[] pads, Tensor fill) {

    static Optional<Pads> of(Node node, Site site) {
        if (!(node.operator() instanceof Pad(PadMode mode)) || mode != PadMode.CONSTANT) {
            return Optional.empty();
        }
        Operand x = node.operands().getFirst();
        Optional<long[]> pads = site.integers(node.operands().get(1));
        Optional<Tensor> fill = site.constant(node.operands().get(2)).filter(tensor -> tensor.size() == 1);
        boolean adds =
                pads.isPresent() && Arrays.stream(pads.get()).allMatch(pad -> pad >= 0 && pad < Integer.MAX_VALUE);
        return adds && fill.isPresent() && x.shape().hasRank() && pads.get().length == 2 * x.shape().rank()
                ? Optional.of(new Pads(x, pads.get(), fill.get()))
                : Optional.empty();
    }
}
