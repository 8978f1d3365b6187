package org.sardonyx.codegen.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.sardonyx.codegen.kernel.ChannelWindow;
import org.sardonyx.codegen.lower.Stored.Border;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.ReduceFunction;
import org.sardonyx.ir.operator.ReduceWindow;
import org.sardonyx.ir.operator.Window;

/// Sums over neighbouring channels, as in local response normalization.
final class ChannelWindowLowering {
    private final Values values;
    private final Steps steps;
    private final int lanes;

    ChannelWindowLowering(Values values, Steps steps, int lanes) {
        this.values = values;
        this.steps = steps;
        this.lanes = lanes;
    }

    /// Whether a group is a sum over channels around each channel of an image.
    static boolean isSupported(Group group) {
        Node anchor = group.anchor().orElseThrow();
        return anchor.operator() instanceof ReduceWindow(var function, List<Long> kernel, Window window)
                && function == ReduceFunction.SUM && kernel.size() == 3 && kernel.get(1) == 1 && kernel.get(2) == 1
                && window.places() == Window.Places.INSIDE && window.strides().equals(List.of(1L, 1L, 1L))
                && window.dilations().getFirst() == 1 && pads(window, 1) + pads(window, 2) == 0
                && pads(window, 0) == kernel.getFirst() - 1 && Values.isPlain(anchor.output(0))
                && anchor.output(0).shape().rank() == 4 && group.outer().containsKey(anchor.operands().getFirst())
                && Values.isPlain(anchor.operands().getFirst());
    }

    private static long pads(Window window, int axis) {
        return window.padsBefore().get(axis) + window.padsAfter().get(axis);
    }

    /// The channels of zeros that the sums reach.
    static Border border(Node anchor) {
        Window window = ((ReduceWindow) anchor.operator()).window();
        return new Border(0, 0, 0, 0, window.padsBefore().getFirst(), window.padsAfter().getFirst());
    }

    /// @return whether there is a kernel
    boolean lower(Group group, Optional<Bound> bound) {
        Node anchor = group.anchor().orElseThrow();
        Operand output = group.node().output(0);
        Stored x = values.channelsLast(group.outer().get(anchor.operands().getFirst()));
        ReduceWindow reduction = (ReduceWindow) anchor.operator();
        long front = reduction.window().padsBefore().getFirst();
        boolean hasBorder = x.pixel() >= x.channels() + reduction.kernel().getFirst() - 1;
        if (bound.isEmpty() || !hasBorder) {
            return false;
        }
        Stored y = values.allocateChannelsLast(output);
        Map<String, Long> parameters = new HashMap<>(x.strides("x"));
        parameters.put("x_origin", x.origin() - front);
        parameters.putAll(y.strides("y"));
        parameters.putAll(bound.get().parameters());
        parameters.putAll(Map.of("images", y.images(), "rows", y.rows(), "width", y.width(), "channels", y.channels(),
                "taps", reduction.kernel().getFirst()));
        List<Integer> used = new ArrayList<>(List.of(x.buffer(), y.buffer()));
        used.addAll(bound.get().buffers());
        Elements range = Elements.of(steps.target(), parameters);
        long elements = y.images() * y.rows() * y.width() * y.channels();
        steps.kernels(group.node().origin().toString(),
                List.of(new Steps.Call(new ChannelWindow(range.lanes(), range.share(), bound.get().epilogue()).kernel(),
                        used,
                        parameters)),
                range.extent(parameters), 0, elements * (reduction.kernel().getFirst() + 4) / lanes);
        return true;
    }
}
