package org.sardonyx.codegen.lower;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.sardonyx.codegen.kernel.Share;
import org.sardonyx.codegen.kernel.StridedCopy;
import org.sardonyx.codegen.kernel.Winograd;
import org.sardonyx.codegen.kernel.ZeroBorder;
import org.sardonyx.codegen.lower.Stored.Border;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Constant;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.runtime.program.Place;

/// Where the values of a graph lie. A value that is wanted in another order than it was stored in is copied, once.
final class Values {
    private final Buffers buffers;
    private final Steps steps;
    private final int lanes;
    private final Placement placement;
    private final Map<Operand, Stored> inOrder = new HashMap<>();
    private final Map<Operand, Stored> channelsLast = new HashMap<>();
    private final Map<Operand, Integer> onHost = new HashMap<>();
    private int hostValues;

    Values(Buffers buffers, Steps steps, int lanes, Placement placement) {
        this.buffers = buffers;
        this.steps = steps;
        this.lanes = lanes;
        this.placement = placement;
    }

    /// Whether a value can lie in a buffer: a tensor of float32 with fixed sizes.
    static boolean isPlain(Operand value) {
        return value.type() instanceof TensorType(DataType type, var shape) && type == DataType.FLOAT32
                && shape.isStatic();
    }

    static Optional<Tensor> constant(Operand value) {
        return value.node().operator() instanceof Constant(Tensor tensor) ? Optional.of(tensor) : Optional.empty();
    }

    int hostValues() {
        return hostValues;
    }

    void defineInput(Operand value, int index) {
        int buffer = buffers.at(new Place.OfInput(index));
        if (isPlain(value)) {
            inOrder.put(value, ofShape(buffer, value.shape().sizes()));
        } else {
            onHost.put(value, buffer);
        }
    }

    private static Stored ofShape(int buffer, long[] sizes) {
        if (sizes.length == 4) {
            return Stored.inOrder(buffer, sizes[0], sizes[1], sizes[2], sizes[3]);
        }
        return Stored.ofRows(buffer, sizes);
    }

    /// Makes room for a value in the order of its axes.
    Stored allocateInOrder(Operand value) {
        long[] sizes = value.shape().sizes();
        Stored stored = ofShape(buffers.ofValue(Tensor.elementCount(sizes)), sizes);
        inOrder.put(value, stored);
        return stored;
    }

    /// Says that a value lies where another one does, element by element.
    void alias(Operand value, Stored other) {
        inOrder.put(value, ofShape(other.buffer(), value.shape().sizes()));
    }

    /// Makes room for a value `[batch, channels, rows, width]` with its channels last, and the border that is wanted: a part
    /// of the tensor that it will be joined to, or memory of its own.
    Stored allocateChannelsLast(Operand value) {
        Placement.Slice slice = placement.slices().get(value);
        if (slice != null) {
            Stored whole = channelsLast.get(slice.whole());
            Stored part = (whole == null ? allocateChannelsLast(slice.whole()) : whole)
                    .slice(slice.channel(), value.shape().sizes()[1]);
            channelsLast.put(value, part);
            return part;
        }
        long[] sizes = value.shape().sizes();
        Border border = placement.borders().getOrDefault(value, Border.NONE);
        Stored sized = Stored.channelsLast(0, sizes[0], sizes[1], sizes[2], sizes[3], border);
        int buffer = buffers.ofValue(sized.elements());
        Stored stored = Stored.channelsLast(buffer, sizes[0], sizes[1], sizes[2], sizes[3], border);
        channelsLast.put(value, stored);
        if (!border.isNone()) {
            long rows = sizes[2] + border.top() + border.bottom();
            zeros(buffer, sizes[0] * rows, stored.row(), Map.of("rows", rows, "top", border.top(), "bottom",
                    border.top() + sizes[2], "left", border.left() * stored.pixel(), "right",
                    stored.row() - border.right() * stored.pixel()));
        }
        if (border.hasChannels()) {
            long pixels = stored.elements() / stored.pixel();
            zeros(buffer, pixels, stored.pixel(), Map.of("rows", pixels, "top", 0L, "bottom", pixels, "left",
                    border.front(), "right", border.front() + sizes[1]));
        }
        return stored;
    }

    private void zeros(int buffer, long rows, long length, Map<String, Long> border) {
        Map<String, Long> parameters = new HashMap<>(border);
        parameters.put("length", length);
        long inner = border.get("right") - border.get("left");
        Map<String, Long> small = Map.of("rows", 3L, "top", 1L, "bottom", 2L, "left",
                Math.min(32, border.get("left")), "right", 96 - Math.min(32, length - border.get("right")), "length",
                96L);
        boolean byRows = steps.target().gpu().isEmpty();
        long extent = byRows
                ? rows
                : rows / border.get("rows") * ZeroBorder.elements(border.get("rows"), length, border.get("top"),
                        border.get("bottom"), border.get("left"), border.get("right"));
        steps.prepare(new Steps.Phase(List.of(new Steps.Call(
                new ZeroBorder(lanes, byRows ? Share.ROWS : Share.ELEMENTS).kernel(), List.of(buffer), parameters,
                small)), extent, rows * (length - inner) / 4));
    }

    /// Whether a value lies with its channels last already.
    boolean isChannelsLast(Operand value) {
        return channelsLast.containsKey(value);
    }

    /// Says that a value lies channels-last in the memory of another; it is copied if a border is wanted around it.
    void view(Operand value, Stored stored) {
        if (placement.borders().getOrDefault(value, Border.NONE).equals(Border.NONE)) {
            channelsLast.put(value, stored);
        } else {
            copy("slice", stored, allocateChannelsLast(value));
        }
    }

    /// The form in which a convolution is computed, empty for sums of products.
    Optional<Winograd> winograd(Node anchor) {
        return Optional.ofNullable(placement.winograd().get(anchor));
    }

    /// Whether a value is to lie in another at some channel.
    boolean isPlacedIn(Operand value, Operand whole, long channel) {
        return new Placement.Slice(whole, channel).equals(placement.slices().get(value));
    }

    /// A value with its channels last.
    Stored channelsLast(Operand value) {
        Stored there = channelsLast.get(value);
        if (there != null) {
            return there;
        }
        Stored from = inOrder(value);
        Stored to = allocateChannelsLast(value);
        copy("to channels-last", from, to);
        return to;
    }

    /// A value in the order of its axes, densely.
    Stored inOrder(Operand value) {
        Stored there = inOrder.get(value);
        if (there != null) {
            return there;
        }
        Optional<Tensor> constant = constant(value);
        if (constant.isPresent()) {
            Stored stored = ofShape(buffers.constant(constant.get()), constant.get().sizes());
            inOrder.put(value, stored);
            return stored;
        }
        Stored from = channelsLast.get(value);
        if (from == null) {
            throw new IllegalStateException("no step computes " + value);
        }
        if (from.isDense() && (from.rows() * from.width() == 1 || from.channels() == 1)) {
            alias(value, from);
            return inOrder.get(value);
        }
        Stored to = allocateInOrder(value);
        copy("to the order of the axes", from, to);
        return to;
    }

    /// Copies a tensor, element by element.
    void copy(String description, Stored from, Stored to) {
        steps.phases(description, List.of(copying(from, to)), 0);
    }

    /// A copy of a tensor, element by element. Neighbouring work-items of a GPU write what lies side by side: where that is not
    /// channels but pixels, these are the kernel's channels.
    Steps.Phase copying(Stored from, Stored to) {
        if (steps.target().gpu().isPresent() && to.channel() > to.pixel() && to.pixel() > 0) {
            return copying(from.turned(), to.turned());
        }
        Map<String, Long> parameters = new HashMap<>(from.strides("x"));
        parameters.putAll(to.strides("y"));
        parameters.putAll(
                Map.of("images", to.images(), "rows", to.rows(), "width", to.width(), "channels", to.channels()));
        boolean contiguous = from.channel() == 1 && to.channel() == 1;
        Elements range = Elements.of(steps.target(), parameters);
        Elements used = contiguous ? range : range.scalar();
        long elements = to.images() * to.rows() * to.width() * to.channels();
        return new Steps.Phase(
                List.of(new Steps.Call(new StridedCopy(used.lanes(), used.share()).kernel(),
                        List.of(from.buffer(), to.buffer()), parameters)),
                used.extent(parameters), elements / used.lanes());
    }

    /// The buffer of a value for a step on the host: in the order of its axes, or the host's own.
    int forHost(Operand value) {
        if (onHost.containsKey(value)) {
            return onHost.get(value);
        }
        return constant(value).isPresent() ? buffers.constant(constant(value).get()) : inOrder(value).buffer();
    }

    /// Makes room for what a step on the host computes.
    int allocateOnHost(Operand value) {
        if (isPlain(value)) {
            return allocateInOrder(value).buffer();
        }
        int buffer = buffers.at(new Place.OnHost(hostValues++));
        onHost.put(value, buffer);
        return buffer;
    }
}
