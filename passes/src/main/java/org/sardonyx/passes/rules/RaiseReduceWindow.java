package org.sardonyx.passes.rules;

import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.ReduceWindow;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `reduceWindow` over the last axis of rows of fixed size as one over images of one row, for which there are kernels.
public record RaiseReduceWindow() implements Rule {
    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        if (!(node.operator() instanceof ReduceWindow(var function, List<Long> kernel, var window))
                || kernel.size() != 1
                || !Windows.areRows(node)) {
            return Optional.empty();
        }
        Operand image = site.apply(
                new ReduceWindow(function, List.of(1L, kernel.getFirst()), Windows.withRow(window)),
                Windows.asImages(site, node.operands().getFirst()));
        return Optional.of(site.reshape(image, node.output(0).shape().sizes()));
    }
}
