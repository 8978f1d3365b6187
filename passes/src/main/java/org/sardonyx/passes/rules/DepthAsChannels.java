package org.sardonyx.passes.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Concat;
import org.sardonyx.ir.operator.Convolution;
import org.sardonyx.ir.operator.Pad;
import org.sardonyx.ir.operator.PadMode;
import org.sardonyx.ir.operator.Slice;
import org.sardonyx.ir.operator.Window;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `convolution` of volumes of fixed size as one of images: each depth of the result is an image of a batch, and the depths that
/// the taps of the kernel meet are joined along the channels.
public record DepthAsChannels() implements Rule {
    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        boolean volumes = node.operator() instanceof Convolution convolution && convolution.window().rank() == 3
                && convolution.groups() == 1 && convolution.window().places() == Window.Places.INSIDE
                && node.output(0).shape().isStatic() && node.operands().stream().allMatch(x -> x.shape().isStatic());
        if (!volumes) {
            return Optional.empty();
        }
        Window window = ((Convolution) node.operator()).window();
        long[] x = node.operands().get(0).shape().sizes();
        long[] w = node.operands().get(1).shape().sizes();
        long[] y = node.output(0).shape().sizes();
        Operand deep = site.transpose(node.operands().get(0), 0, 2, 1, 3, 4);
        Operand padded = site.apply(new Pad(PadMode.CONSTANT), deep,
                site.longs(0, window.padsBefore().getFirst(), 0, 0, 0, 0, window.padsAfter().getFirst(), 0, 0, 0),
                site.constant(Tensor.scalar(node.output(0).dataType(), 0)));
        List<Operand> taps = new ArrayList<>();
        for (long tap = 0; tap < w[2]; tap++) {
            long first = tap * window.dilations().getFirst();
            long stride = window.strides().getFirst();
            Operand depths = site.apply(new Slice(List.of(1)), padded, site.longs(first),
                    site.longs(first + (y[2] - 1) * stride + 1), site.longs(stride));
            taps.add(site.reshape(depths, y[0] * y[2], x[1], x[3], x[4]));
        }
        Operand images = site.apply(new Concat(1), taps.toArray(Operand[]::new));
        Operand weights = site.reshape(site.transpose(node.operands().get(1), 0, 2, 1, 3, 4), w[0], w[2] * w[1], w[3],
                w[4]);
        Operand result = site.apply(new Convolution(inner(window), 1), images, weights);
        return Optional.of(site.transpose(site.reshape(result, y[0], y[2], y[1], y[3], y[4]), 0, 2, 1, 3, 4));
    }

    /// The window over the last two axes.
    private static Window inner(Window window) {
        return new Window(window.strides().subList(1, 3), window.dilations().subList(1, 3),
                window.padsBefore().subList(1, 3), window.padsAfter().subList(1, 3), window.places());
    }
}
