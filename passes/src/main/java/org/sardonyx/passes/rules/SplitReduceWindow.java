package org.sardonyx.passes.rules;

import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.ReduceWindow;
import org.sardonyx.ir.operator.Window;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `reduceWindow` over volumes of fixed size as one over their images, and one over the depths of those.
public record SplitReduceWindow() implements Rule {
    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        boolean volumes = node.operator() instanceof ReduceWindow reduction && reduction.kernel().size() == 3
                && node.output(0).shape().isStatic() && node.output(0).shape().rank() == 5
                && node.operands().getFirst().shape().isStatic();
        if (!volumes) {
            return Optional.empty();
        }
        ReduceWindow reduction = (ReduceWindow) node.operator();
        Window window = reduction.window();
        List<Long> kernel = reduction.kernel();
        long[] x = node.operands().getFirst().shape().sizes();
        long[] y = node.output(0).shape().sizes();
        Operand images = site.apply(new ReduceWindow(reduction.function(), kernel.subList(1, 3),
                new Window(window.strides().subList(1, 3), window.dilations().subList(1, 3),
                        window.padsBefore().subList(1, 3), window.padsAfter().subList(1, 3), window.places())),
                site.reshape(node.operands().getFirst(), x[0], x[1] * x[2], x[3], x[4]));
        Operand depths = site.apply(new ReduceWindow(reduction.function(), List.of(kernel.getFirst(), 1L),
                new Window(List.of(window.strides().getFirst(), 1L), List.of(window.dilations().getFirst(), 1L),
                        List.of(window.padsBefore().getFirst(), 0L), List.of(window.padsAfter().getFirst(), 0L),
                        window.places())),
                site.reshape(images, x[0], x[1], x[2], y[3] * y[4]));
        return Optional.of(site.reshape(depths, y));
    }
}
