package org.sardonyx.codegen.lower;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

import org.sardonyx.codegen.kernel.MirroredCopy;
import org.sardonyx.codegen.kernel.Share;
import org.sardonyx.codegen.kernel.ZeroBorder;
import org.sardonyx.codegen.lower.Stored.Border;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Pad;
import org.sardonyx.ir.operator.PadMode;
import org.sardonyx.ir.operator.Slice;
import org.sardonyx.ir.operator.Transpose;
import org.sardonyx.ir.value.Odometer;
import org.sardonyx.ir.value.Tensor;

/// Operators that move elements: slices, transposes, padding of images.
final class MovementLowering {
    private static final int MOST_AXES = 4;

    private final Values values;
    private final Steps steps;
    private final int lanes;

    MovementLowering(Values values, Steps steps, int lanes) {
        this.values = values;
        this.steps = steps;
        this.lanes = lanes;
    }

    /// @return whether there is a kernel
    boolean lower(Node node) {
        if (node.types().size() != 1 || !Values.isPlain(node.output(0))
                || !Values.isPlain(node.operands().getFirst()) || node.operands().getFirst().shape().rank() == 0
                || Tensor.elementCount(node.output(0).shape().sizes()) == 0) {
            return false;
        }
        return switch (node.operator()) {
            case Slice slice -> slice(node, slice);
            case Transpose(List<Integer> permutation) -> transpose(node, permutation);
            case Pad(PadMode mode) when mode == PadMode.CONSTANT -> zeros(node);
            case Pad(PadMode mode) when mode == PadMode.REFLECT || mode == PadMode.EDGE -> pad(node, mode);
            default -> false;
        };
    }

    private boolean slice(Node node, Slice slice) {
        Operand x = node.operands().getFirst();
        List<Optional<Tensor>> given = node.operands().subList(1, 4).stream().map(Values::constant).toList();
        if (given.stream().anyMatch(Optional::isEmpty)) {
            return false;
        }
        long[] sizes = x.shape().sizes();
        Slice.Range[] ranges = new Slice.Range[sizes.length];
        Arrays.setAll(ranges, axis -> new Slice.Range(0, 1, sizes[axis]));
        for (int i = 0; i < slice.axes().size(); i++) {
            int axis = slice.axes().get(i);
            ranges[axis] = Slice.Range.of(given.get(0).get().getLong(i), given.get(1).get().getLong(i),
                    given.get(2).get().getLong(i), sizes[axis]);
        }
        if (values.isChannelsLast(x) && ranges[0].start() == 0 && ranges[0].step() == 1 && ranges[1].step() == 1) {
            values.view(node.output(0), view(values.channelsLast(x), ranges));
            return true;
        }
        long[] strides = Odometer.strides(sizes);
        long origin = 0;
        for (int axis = 0; axis < sizes.length; axis++) {
            origin += ranges[axis].start() * strides[axis];
            strides[axis] *= ranges[axis].step();
        }
        return copy(node, strides, origin);
    }

    private static Stored view(Stored x, Slice.Range[] ranges) {
        return new Stored(x.buffer(), ranges[0].count(), ranges[2].count(), ranges[3].count(), ranges[1].count(),
                x.origin() + ranges[1].start() * x.channel() + ranges[2].start() * x.row()
                        + ranges[3].start() * x.pixel(),
                x.image(), ranges[2].step() * x.row(), ranges[3].step() * x.pixel(), x.channel());
    }

    private boolean transpose(Node node, List<Integer> permutation) {
        long[] strides = Odometer.strides(node.operands().getFirst().shape().sizes());
        return copy(node, permutation.stream().mapToLong(axis -> strides[axis]).toArray(), 0);
    }

    /// Copies from the order of the axes to the order of the axes.
    ///
    /// @param strides of the operand along the axes of the result
    private boolean copy(Node node, long[] strides, long origin) {
        long[] sizes = node.output(0).shape().sizes();
        return copy(node, new Places(sizes, strides, Odometer.strides(sizes), origin, 0), List.of());
    }

    /// Elements that are copied.
    ///
    /// @param sizes how many along each axis
    /// @param from the strides of the operand
    /// @param to the strides of the result
    /// @param first the first element of the operand
    /// @param target the first element of the result
    private record Places(long[] sizes, long[] from, long[] to, long first, long target) {
        /// The axes, those taken together that both tensors go through as if they were one: size, strides.
        List<long[]> axes() {
            List<long[]> axes = new ArrayList<>();
            for (int axis = 0; axis < sizes.length; axis++) {
                long[] last = axes.isEmpty() ? null : axes.getLast();
                if (sizes[axis] == 1) {
                    continue;
                }
                if (last != null && last[1] == from[axis] * sizes[axis] && last[2] == to[axis] * sizes[axis]) {
                    last[0] *= sizes[axis];
                    last[1] = from[axis];
                    last[2] = to[axis];
                } else {
                    axes.add(new long[] {sizes[axis], from[axis], to[axis]});
                }
            }
            return axes;
        }
    }

    /// @param before what is done before the copy to the result
    private boolean copy(Node node, Places places, List<LongFunction<Steps.Phase>> before) {
        List<long[]> axes = places.axes();
        if (axes.size() > MOST_AXES) {
            return false;
        }
        while (axes.size() < MOST_AXES) {
            axes.addFirst(new long[] {1, 0, 0});
        }
        long[] count = axes.stream().mapToLong(axis -> axis[0]).toArray();
        long[] from = axes.stream().mapToLong(axis -> axis[1]).toArray();
        long[] to = axes.stream().mapToLong(axis -> axis[2]).toArray();
        int x = values.inOrder(node.operands().getFirst()).buffer();
        int y = values.allocateInOrder(node.output(0)).buffer();
        List<Steps.Phase> phases = new ArrayList<>();
        before.forEach(phase -> phases.add(phase.apply(y)));
        phases.add(values.copying(
                new Stored(x, count[0], count[1], count[2], count[3], places.first, from[0], from[1], from[2], from[3]),
                new Stored(y, count[0], count[1], count[2], count[3], places.target, to[0], to[1], to[2], to[3])));
        steps.phases(node.origin().toString(), phases, 0);
        return true;
    }

    /// A tensor in the middle of zeros.
    private boolean zeros(Node node) {
        Optional<Tensor> pads = Values.constant(node.operands().get(1));
        Optional<Tensor> value = Values.constant(node.operands().get(2));
        if (pads.isEmpty() || value.isEmpty() || Double.doubleToRawLongBits(value.get().getDouble(0)) != 0) {
            return false;
        }
        long[] sizes = node.operands().getFirst().shape().sizes();
        long[] to = Odometer.strides(node.output(0).shape().sizes());
        long target = 0;
        for (int axis = 0; axis < sizes.length; axis++) {
            if (pads.get().getLong(axis) < 0 || pads.get().getLong(axis + sizes.length) < 0) {
                return false;
            }
            target += pads.get().getLong(axis) * to[axis];
        }
        long elements = Tensor.elementCount(node.output(0).shape().sizes());
        Share share = steps.target().gpu().isEmpty() ? Share.ROWS : Share.ELEMENTS;
        Map<String, Long> all = Map.of("rows", 1L, "length", elements, "top", 1L, "bottom", 1L, "left", 0L, "right",
                elements);
        return copy(node, new Places(sizes, Odometer.strides(sizes), to, 0, target),
                List.of(y -> new Steps.Phase(List.of(new Steps.Call(new ZeroBorder(lanes, share).kernel(),
                        List.of(Math.toIntExact(y)), all)), share == Share.ROWS ? 1 : elements, elements / lanes)));
    }

    /// Images that are continued beyond their edges.
    private boolean pad(Node node, PadMode mode) {
        Operand operand = node.operands().getFirst();
        Optional<Tensor> pads = Values.constant(node.operands().get(1));
        if (pads.isEmpty() || operand.shape().rank() != 4) {
            return false;
        }
        long[] sizes = operand.shape().sizes();
        long[] counts = new long[8];
        Arrays.setAll(counts, i -> pads.get().getLong(i));
        boolean images = counts[0] == 0 && counts[1] == 0 && counts[4] == 0 && counts[5] == 0
                && Arrays.stream(counts).allMatch(count -> count >= 0);
        boolean once = mode == PadMode.EDGE || counts[2] < sizes[2] && counts[6] < sizes[2] && counts[3] < sizes[3]
                && counts[7] < sizes[3];
        if (!images || !once) {
            return false;
        }
        Stored x = values.channelsLast(operand);
        Stored y = values.allocateChannelsLast(node.output(0));
        Map<String, Long> parameters = new HashMap<>(x.strides("x"));
        parameters.putAll(y.strides("y"));
        parameters.putAll(Map.of("images", y.images(), "rows", y.rows(), "width", y.width(), "channels", y.channels(),
                "x_rows", x.rows(), "x_width", x.width(), "top", counts[2], "left", counts[3]));
        Elements range = Elements.of(steps.target(), parameters);
        steps.kernels(node.origin().toString(),
                List.of(new Steps.Call(new MirroredCopy(mode == PadMode.REFLECT, range.lanes(), range.share()).kernel(),
                        List.of(x.buffer(), y.buffer()), parameters)),
                range.extent(parameters), 0, y.elements() / lanes);
        return true;
    }
}
