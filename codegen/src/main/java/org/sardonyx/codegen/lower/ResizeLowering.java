package org.sardonyx.codegen.lower;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.sardonyx.codegen.kernel.Resample;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.ResampledAxis;
import org.sardonyx.ir.operator.Resampling;
import org.sardonyx.ir.operator.Resize;
import org.sardonyx.ir.value.Tensor;

/// Images of another size: by copies if each element is repeated a few times, else by tables of the elements that count.
final class ResizeLowering {
    private static final long MOST_COPIES = 16;
    /// Elements that count along an axis: cubic interpolation takes four.
    private static final int MOST_TAPS = 4;
    /// Elements of an axis that there is a table for.
    private static final long LONGEST_AXIS = 1 << 16;

    private final Values values;
    private final Buffers buffers;
    private final Steps steps;
    private final int lanes;

    ResizeLowering(Values values, Buffers buffers, Steps steps, int lanes) {
        this.values = values;
        this.buffers = buffers;
        this.steps = steps;
        this.lanes = lanes;
    }

    /// @return whether there is a kernel
    boolean lower(Node node) {
        if (!(node.operator() instanceof Resize(Resampling resampling)) || !Values.isPlain(node.output(0))
                || !Values.isPlain(node.operands().getFirst())) {
            return false;
        }
        Optional<Tensor> scales = Values.constant(node.operands().get(2));
        Optional<Tensor> region = Values.constant(node.operands().get(3));
        long[] from = node.operands().getFirst().shape().sizes();
        long[] to = node.output(0).shape().sizes();
        if (from.length != 4 || scales.isEmpty() || region.isEmpty() || Tensor.elementCount(to) == 0
                || Tensor.elementCount(from) == 0 || Arrays.stream(to).anyMatch(size -> size > LONGEST_AXIS)) {
            return false;
        }
        if (repeat(node, resampling, scales.get())) {
            return true;
        }
        List<ResampledAxis> axes = new ArrayList<>();
        for (int axis = 0; axis < from.length; axis++) {
            axes.add(new ResampledAxis(resampling, from[axis], to[axis], scales.get().getDouble(axis),
                    region.get().getDouble(axis), region.get().getDouble(axis + from.length)));
        }
        boolean channelsSecond = axes.get(0).isIdentity() && axes.get(1).isIdentity();
        boolean channelsLast = axes.get(0).isIdentity() && axes.get(3).isIdentity();
        return !resampling.antialias() && (channelsSecond || channelsLast) && resample(node, axes, channelsSecond);
    }

    /// @param channelsSecond whether rows and columns are the last axes, else those before the last
    private boolean resample(Node node, List<ResampledAxis> axes, boolean channelsSecond) {
        Optional<Table> rows = Table.of(axes.get(channelsSecond ? 2 : 1));
        Optional<Table> columns = Table.of(axes.get(channelsSecond ? 3 : 2));
        if (rows.isEmpty() || columns.isEmpty()) {
            return false;
        }
        Operand operand = node.operands().getFirst();
        Stored x = channelsSecond ? values.channelsLast(operand) : ofAxes(values.inOrder(operand), operand);
        Stored y = channelsSecond
                ? values.allocateChannelsLast(node.output(0))
                : ofAxes(values.allocateInOrder(node.output(0)), node.output(0));
        Map<String, Long> parameters = new HashMap<>(x.strides("x"));
        parameters.putAll(y.strides("y"));
        parameters.putAll(
                Map.of("images", y.images(), "rows", y.rows(), "width", y.width(), "channels", y.channels()));
        Elements range = Elements.of(steps.target(), parameters);
        Resample kernel = new Resample(rows.get().taps, columns.get().taps, range.lanes(), range.share());
        steps.kernels(node.origin().toString(),
                List.of(new Steps.Call(kernel.kernel(), List.of(x.buffer(), y.buffer(),
                        buffers.constant(rows.get().tensor(buffers)), buffers.constant(columns.get().tensor(buffers))),
                        parameters, Map.of("rows", 1L, "width", 2L, "channels", 3L + lanes))),
                range.extent(parameters), 0,
                y.images() * y.rows() * y.width() * Math.ceilDiv(y.channels(), (long) lanes) * rows.get().taps
                        * columns.get().taps);
        return true;
    }

    /// A tensor in the order of its axes, of which the last one is the channels.
    private static Stored ofAxes(Stored stored, Operand value) {
        long[] sizes = value.shape().sizes();
        return new Stored(stored.buffer(), sizes[0], sizes[1], sizes[2], sizes[3], 0, sizes[1] * sizes[2] * sizes[3],
                sizes[2] * sizes[3], sizes[3], 1);
    }

    /// The elements that count for each element of an axis, as many for each.
    ///
    /// @param entries their numbers and weights by turns
    private record Table(int taps, double[] entries) {
        /// Where there are fewer, the last one is there twice, with half of its weight each.
        static Optional<Table> of(ResampledAxis axis) {
            ResampledAxis.Taps[] all = axis.taps();
            int most = Arrays.stream(all).mapToInt(taps -> taps.weights().length).max().orElse(0);
            boolean inside = Arrays.stream(all).allMatch(taps -> taps.outside() == 0 && taps.weights().length > 0);
            if (!inside || most > MOST_TAPS) {
                return Optional.empty();
            }
            double[] entries = new double[2 * most * all.length];
            for (int i = 0; i < all.length; i++) {
                double[] weights = all[i].weights();
                for (int j = 0; j < most; j++) {
                    int tap = Math.min(j, weights.length - 1);
                    entries[2 * (i * most + j)] = all[i].indices()[tap];
                    entries[2 * (i * most + j) + 1] =
                            weights[tap] / (tap == weights.length - 1 ? most - weights.length + 1 : 1);
                }
            }
            return Optional.of(new Table(most, entries));
        }

        Tensor tensor(Buffers buffers) {
            Tensor tensor = buffers.allocateConstant(entries.length);
            for (int i = 0; i < entries.length; i++) {
                tensor.setDouble(i, entries[i]);
            }
            return tensor;
        }
    }

    /// Images that are enlarged by repeating each element: a copy for each place that it comes to.
    private boolean repeat(Node node, Resampling resampling, Tensor scales) {
        Operand operand = node.operands().getFirst();
        boolean nearest = resampling.method() == Resampling.Method.NEAREST && (resampling
                .coordinates() == Resampling.Coordinates.ASYMMETRIC
                && resampling.rounding() == Resampling.Rounding.FLOOR
                || resampling.coordinates() == Resampling.Coordinates.HALF_PIXEL
                        && resampling.rounding() != Resampling.Rounding.FLOOR
                        && resampling.rounding() != Resampling.Rounding.CEILING);
        if (!nearest) {
            return false;
        }
        long[] from = operand.shape().sizes();
        long[] to = node.output(0).shape().sizes();
        for (int axis = 0; axis < from.length; axis++) {
            long factor = to[axis] / from[axis];
            boolean whole = factor * from[axis] == to[axis] && scales.getDouble(axis) == factor;
            if (!whole || axis < 2 && factor != 1) {
                return false;
            }
        }
        long high = to[2] / from[2];
        long wide = to[3] / from[3];
        if (high * wide > MOST_COPIES) {
            return false;
        }
        Stored x = values.channelsLast(operand);
        Stored y = values.allocateChannelsLast(node.output(0));
        List<Steps.Phase> phases = new ArrayList<>();
        for (long i = 0; i < high; i++) {
            for (long j = 0; j < wide; j++) {
                Stored places = new Stored(y.buffer(), x.images(), x.rows(), x.width(), x.channels(),
                        y.origin() + i * y.row() + j * y.pixel(), y.image(), high * y.row(), wide * y.pixel(),
                        y.channel());
                phases.add(values.copying(x, places));
            }
        }
        steps.phases(node.origin().toString(), phases, 0);
        return true;
    }
}
