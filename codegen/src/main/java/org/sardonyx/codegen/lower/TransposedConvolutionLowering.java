package org.sardonyx.codegen.lower;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.sardonyx.codegen.lower.Stored.Border;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.ConvolutionTranspose;
import org.sardonyx.ir.operator.Window;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Transposed convolutions as ordinary ones: the places of the result that leave the same rest when they are divided by the
/// strides see the same taps, so each such set is a convolution with stride 1 whose results are stored that far apart.
final class TransposedConvolutionLowering {
    private final Values values;
    private final Buffers buffers;
    private final Steps steps;
    private final ProductLowering products;

    TransposedConvolutionLowering(Values values, Buffers buffers, Steps steps, ProductLowering products) {
        this.values = values;
        this.buffers = buffers;
        this.steps = steps;
        this.products = products;
    }

    /// One set of places along an axis.
    ///
    /// @param rest of the first place
    /// @param places how many there are
    /// @param tap the first of the kernel that they see, in the order of the input
    /// @param tapStep from one tap to the next, negative
    /// @param taps how many they see
    /// @param start the element of the input that the first tap of the first place meets, negative before the edge
    /// @param dilation from the element of a tap to that of the next
    private record Phase(long rest, long places, long tap, long tapStep, long taps, long start, long dilation) {
        /// Elements before the first of the input.
        long before() {
            return taps == 0 ? 0 : Math.max(0, -start);
        }

        /// Elements after the last of an input of a size.
        long after(long size) {
            return taps == 0 ? 0 : Math.max(0, start + places - 1 + (taps - 1) * dilation - (size - 1));
        }
    }

    private static List<Phase> phases(Window window, int axis, long kernel, long size) {
        long stride = window.strides().get(axis);
        long dilation = window.dilations().get(axis);
        long pad = window.padsBefore().get(axis);
        long divisor = BigInteger.valueOf(stride).gcd(BigInteger.valueOf(dilation)).longValueExact();
        List<Phase> phases = new ArrayList<>();
        for (long rest = 0; rest < Math.min(stride, size); rest++) {
            long first = 0;
            while (first < kernel && Math.floorMod(rest + pad - first * dilation, stride) != 0) {
                first++;
            }
            long step = stride / divisor;
            long taps = first < kernel ? Math.ceilDiv(kernel - first, step) : 0;
            long nearest = Math.floorDiv(rest + pad - first * dilation, stride);
            long apart = dilation / divisor;
            phases.add(new Phase(rest, Math.ceilDiv(size - rest, stride), first + (taps - 1) * step, -step, taps,
                    nearest - (taps - 1) * apart, apart));
        }
        return phases;
    }

    static boolean isSupported(Group group) {
        Node anchor = group.anchor().orElseThrow();
        return anchor.operator() instanceof ConvolutionTranspose convolution
                && convolution.window().strides().size() == 2 && Values.isPlain(anchor.output(0))
                && Values.isPlain(anchor.operands().get(0))
                && Tensor.elementCount(anchor.output(0).shape().sizes()) > 0
                && Values.constant(group.outer().get(anchor.operands().get(1)))
                        .filter(weights -> weights.dataType() == DataType.FLOAT32).isPresent();
    }

    /// The zeros that the taps reach.
    static Border border(Node anchor) {
        Window window = ((ConvolutionTranspose) anchor.operator()).window();
        long[] x = anchor.operands().get(0).shape().sizes();
        long[] kernel = anchor.operands().get(1).shape().sizes();
        long[] y = anchor.output(0).shape().sizes();
        Border border = Border.NONE;
        for (Phase high : phases(window, 0, kernel[2], y[2])) {
            for (Phase wide : phases(window, 1, kernel[3], y[3])) {
                border = border.join(new Border(high.before(), wide.before(), high.after(x[2]), wide.after(x[3])));
            }
        }
        return border;
    }

    /// @param bound the epilogue, channels last
    void lower(Group group, Bound bound) {
        Node anchor = group.anchor().orElseThrow();
        Operand output = group.node().output(0);
        ConvolutionTranspose convolution = (ConvolutionTranspose) anchor.operator();
        Window window = convolution.window();
        Tensor weights = Values.constant(group.outer().get(anchor.operands().get(1))).orElseThrow();
        long[] shape = output.shape().sizes();
        Stored x = values.channelsLast(group.outer().get(anchor.operands().getFirst()));
        Stored y = values.allocateChannelsLast(output);
        List<Steps.Phase> phases = new ArrayList<>();
        long operations = 0;
        for (Phase high : phases(window, 0, weights.size(2), shape[2])) {
            for (Phase wide : phases(window, 1, weights.size(3), shape[3])) {
                Map<String, Long> parameters = new HashMap<>(x.strides("x"));
                parameters.putAll(Map.of("images", shape[0], "rows", high.places, "width", wide.places, "pixels",
                        high.places * wide.places, "channels", weights.size(1)));
                long in = weights.size(0) / convolution.groups();
                parameters.putAll(Map.of("x_origin", x.origin() + high.start * x.row() + wide.start * x.pixel(),
                        "x_row", x.row(), "x_pixel", x.pixel(), "x_group", in));
                parameters.putAll(Map.of("taps_h", high.taps, "x_tap_h", high.dilation * x.row(), "taps_w", wide.taps,
                        "x_tap_w", wide.dilation * x.pixel(), "run", in));
                parameters.putAll(apart("y", y.strides("y"), high, wide, window));
                for (int i = 0; i < bound.epilogue().operands().size(); i++) {
                    parameters.putAll(apart("e" + i, bound.parameters(), high, wide, window));
                }
                for (int i = 1; i < bound.epilogue().results(); i++) {
                    parameters.putAll(apart("y" + i, bound.parameters(), high, wide, window));
                }
                parameters.remove("x_channel");
                phases.addAll(products.sums(
                        taps(weights, convolution.groups(), high, wide), convolution.groups(),
                        List.of(x.buffer(), y.buffer()), bound, parameters));
                operations += products.operations(convolution.groups(), parameters);
            }
        }
        steps.phases(group.node().origin().toString(), phases, operations);
    }

    /// The strides of a tensor of the result's shape from one place of a set to the next.
    private static Map<String, Long> apart(String name, Map<String, Long> strides, Phase high, Phase wide,
            Window window) {
        Long row = strides.get(name + "_row");
        if (row == null) {
            return Map.of();
        }
        long pixel = strides.get(name + "_pixel");
        return Map.of(name + "_origin", strides.get(name + "_origin") + high.rest * row + wide.rest * pixel,
                name + "_image", strides.get(name + "_image"), name + "_row", row * window.strides().get(0),
                name + "_pixel", pixel * window.strides().get(1));
    }

    /// The weights that a set of places sees, as those of a convolution: `[channels, channels in / groups, rows, columns]`.
    private static Tensor taps(Tensor weights, long groups, Phase high, Phase wide) {
        long in = weights.size(0) / groups;
        long channels = weights.size(1);
        Tensor taps = Tensor.allocate(DataType.FLOAT32, groups * channels, in, high.taps, wide.taps);
        long to = 0;
        for (long channel = 0; channel < groups * channels; channel++) {
            for (long c = 0; c < in; c++) {
                long from = ((channel / channels * in + c) * channels + channel % channels) * weights.size(2);
                for (long h = 0; h < high.taps; h++) {
                    long row = (from + high.tap + h * high.tapStep) * weights.size(3);
                    for (long w = 0; w < wide.taps; w++) {
                        taps.setDouble(to++, weights.getDouble(row + wide.tap + w * wide.tapStep));
                    }
                }
            }
        }
        return taps;
    }
}
