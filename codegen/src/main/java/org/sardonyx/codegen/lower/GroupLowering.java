package org.sardonyx.codegen.lower;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.sardonyx.codegen.kernel.Epilogue;
import org.sardonyx.codegen.kernel.Share;
import org.sardonyx.codegen.kernel.WindowProduct;
import org.sardonyx.codegen.kernel.WindowReduction;
import org.sardonyx.codegen.lower.Stored.Border;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Constant;
import org.sardonyx.ir.operator.Convolution;
import org.sardonyx.ir.operator.ConvolutionTranspose;
import org.sardonyx.ir.operator.MatMul;
import org.sardonyx.ir.operator.Reduce;
import org.sardonyx.ir.operator.ReduceFunction;
import org.sardonyx.ir.operator.ReduceWindow;
import org.sardonyx.ir.operator.Window;
import org.sardonyx.ir.value.Tensor;

/// Makes the kernel of one group.
final class GroupLowering {
    /// Windows of so many taps are unrolled.
    private static final int MOST_TAPS = 25;
    /// Products of so many pairs of matrices are put into one step.
    private static final long MOST_PAIRS = 64;

    private final Group group;
    private final Values values;
    private final Buffers buffers;
    private final Steps steps;
    private final int lanes;
    private final Operand output;
    private final ProductLowering products;

    GroupLowering(Group group, Values values, Buffers buffers, Steps steps, int lanes) {
        this.group = group;
        this.values = values;
        this.buffers = buffers;
        this.steps = steps;
        this.lanes = lanes;
        this.output = group.node().output(0);
        this.products = new ProductLowering(values, buffers, steps, lanes);
    }

    /// @return whether there are kernels
    boolean lower() {
        for (Group before : group.before()) {
            if (!new GroupLowering(before, values, buffers, steps, lanes).lower()) {
                return false;
            }
        }
        if (group.anchor().isEmpty()) {
            return new PointwiseLowering(group, values, buffers, steps, lanes).lower();
        }
        Optional<Group> flat = wastesLanes() ? group.splitBehindBias() : Optional.empty();
        if (flat.isPresent()) {
            return new GroupLowering(flat.get(), values, buffers, steps, lanes).lower();
        }
        return anchored(group.anchor().get()) || group.split()
                .filter(split -> new GroupLowering(split, values, buffers, steps, lanes).lower()).isPresent();
    }

    /// Whether much is done to each element, by vectors of which at least half of the lanes have no channel: it had better be
    /// done to all elements of a row as if they were one channel's.
    private boolean wastesLanes() {
        long[] shape = output.shape().sizes();
        return group.anchor().orElseThrow().operator() instanceof Convolution && shape.length == 4
                && 2 * shape[1] <= lanes
                && new Epilogue(Collections.nCopies(group.taken().size(), Epilogue.Operand.PER_ELEMENT),
                        group.results().size(),
                        new Formula(group.results(), group.anchor().map(anchor -> anchor.output(0)), group.taken()))
                        .isLong();
    }

    private boolean anchored(Node anchor) {
        return switch (anchor.operator()) {
            case Convolution convolution when ConvolutionLowering.isSupported(group) ->
                    ConvolutionLowering.isDepthwise(group)
                            ? depthwise(anchor, convolution)
                            : convolution(convolution);
            case ConvolutionTranspose _ when TransposedConvolutionLowering.isSupported(group) -> transposed();
            case ReduceWindow _ when ChannelWindowLowering.isSupported(group) ->
                    new ChannelWindowLowering(values, steps, lanes).lower(group,
                            Bound.of(group, values, buffers, true));
            case MatMul _ -> matrixProduct(anchor);
            case ReduceWindow pool when pool.kernel().size() == 2 && output.shape().rank() == 4 ->
                    pooling(anchor, pool);
            case Reduce reduce -> globalPooling(anchor, reduce)
                    || new ReductionLowering(values, steps, lanes).lower(group);
            default -> false;
        };
    }

    private Operand outer(Node anchor, int operand) {
        return group.outer().get(anchor.operands().get(operand));
    }

    private boolean convolution(Convolution convolution) {
        Optional<Bound> bound = Bound.of(group, values, buffers, true);
        bound.ifPresent(epilogue -> values.winograd(group.anchor().orElseThrow()).ifPresentOrElse(
                winograd -> new WinogradLowering(values, buffers, steps, lanes).convolution(group, epilogue, winograd),
                () -> directConvolution(convolution, epilogue)));
        return bound.isPresent();
    }

    private void directConvolution(Convolution convolution, Bound epilogue) {
        FewChannelsLowering few = new FewChannelsLowering(group, convolution, values, lanes);
        if (few.isSupported()) {
            few.lower(epilogue, buffers, steps);
        } else {
            products.convolution(group, convolution, epilogue);
        }
    }

    private boolean transposed() {
        Optional<Bound> bound = Bound.of(group, values, buffers, true);
        bound.ifPresent(
                epilogue -> new TransposedConvolutionLowering(values, buffers, steps, products).lower(group, epilogue));
        return bound.isPresent();
    }

    private boolean matrixProduct(Node anchor) {
        Operand left = outer(anchor, 0);
        Operand right = outer(anchor, 1);
        Optional<Tensor> constant = Values.constant(right).filter(tensor -> tensor.rank() == 2);
        if (!Values.isPlain(left) || !Values.isPlain(right) || left.shape().rank() < 2 && constant.isEmpty()
                || Tensor.elementCount(output.shape().sizes()) == 0) {
            return false;
        }
        Optional<Long> batch = constant.isPresent() ? Optional.of(1L) : batch(left, right);
        Optional<Bound> bound =
                batch.isEmpty() ? Optional.empty() : Bound.of(group, values, buffers, false);
        MatrixLowering matrices = new MatrixLowering(values, buffers, steps, lanes, products);
        bound.ifPresent(epilogue -> constant.ifPresentOrElse(
                matrix -> matrices.matrixProduct(group, matrix, epilogue),
                () -> matrices.matrixProducts(group, epilogue, batch.get())));
        return bound.isPresent();
    }

    /// How many pairs of matrices there are, empty if they are not simply one after the other, or too many.
    private static Optional<Long> batch(Operand left, Operand right) {
        long[] a = left.shape().sizes();
        long[] b = right.shape().sizes();
        if (b.length == 2) {
            return Optional.of(1L);
        }
        boolean same = a.length == b.length && Arrays.equals(a, 0, a.length - 2, b, 0, b.length - 2);
        long count = Arrays.stream(b, 0, Math.max(0, b.length - 2)).reduce(1, (m, n) -> m * n);
        return same && count <= MOST_PAIRS ? Optional.of(count) : Optional.empty();
    }

    private boolean depthwise(Node anchor, Convolution convolution) {
        Tensor weights = Values.constant(outer(anchor, 1)).orElseThrow();
        int packed = buffers.constant(ConvolutionLowering.depthwise(buffers, weights));
        return reduction(outer(anchor, 0), WindowReduction.Function.PRODUCT_SUM, Optional.of(packed),
                new long[] {weights.size(2), weights.size(3)}, convolution.window(),
                ConvolutionLowering.border(anchor, convolution), output.shape().sizes()[1]);
    }

    private boolean pooling(Node anchor, ReduceWindow pool) {
        Operand x = outer(anchor, 0);
        Window window = pool.window();
        boolean given = window.places() == Window.Places.INSIDE || window.places() == Window.Places.OVERHANGING;
        if (!Values.isPlain(x) || !given || ReductionLowering.function(pool.function()).isEmpty()) {
            return false;
        }
        return reduction(x, ReductionLowering.function(pool.function()).get(), Optional.empty(),
                pool.kernel().stream().mapToLong(Long::longValue).toArray(), window,
                Border.of(window.padsBefore(), window.padsAfter()), 0);
    }

    private boolean globalPooling(Node anchor, Reduce reduce) {
        Operand x = outer(anchor, 0);
        boolean spatial =
                anchor.operands().get(1).node().operator() instanceof Constant(Tensor axes) && axes.size() == 2
                        && axes.getLong(0) == 2 && axes.getLong(1) == 3;
        if (!spatial || !reduce.keepDimensions() || output.shape().rank() != 4 || !Values.isPlain(x)
                || x.shape().rank() != 4
                || ReductionLowering.function(reduce.function()).isEmpty()) {
            return false;
        }
        long[] sizes = x.shape().sizes();
        return reduction(x, ReductionLowering.function(reduce.function()).get(), Optional.empty(),
                new long[] {sizes[2], sizes[3]},
                Window.unit(2), Border.NONE, 0);
    }

    private boolean reduction(Operand input, WindowReduction.Function function, Optional<Integer> weights,
            long[] kernel,
            Window window, Border border, long tap) {
        Optional<Bound> bound = Bound.of(group, values, buffers, true);
        if (bound.isEmpty()) {
            return false;
        }
        long[] shape = output.shape().sizes();
        Stored x = values.channelsLast(input);
        Stored y = values.allocateChannelsLast(output);
        Map<String, Long> parameters = new HashMap<>(y.strides("y"));
        parameters.putAll(x.strides("x"));
        parameters
                .putAll(Map.of("images", shape[0], "rows", shape[2], "width", shape[3], "channels", shape[1], "x_rows",
                        x.rows(), "x_width", x.width(), "taps_h", kernel[0], "taps_w", kernel[1]));
        parameters.putAll(Map.of("stride_h", window.strides().get(0), "stride_w", window.strides().get(1), "dilation_h",
                window.dilations().get(0), "dilation_w", window.dilations().get(1), "pad_h", border.top(), "pad_w",
                border.left(), "w_tap", tap));
        List<Integer> used = new ArrayList<>(List.of(x.buffer(), y.buffer()));
        weights.ifPresent(used::add);
        used.addAll(bound.get().buffers());
        parameters.putAll(bound.get().parameters());
        if (weights.isEmpty() && border.isNone() && GroupReductions.isWorthIt(steps.target(), parameters)) {
            steps.phases(group.node().origin().toString(),
                    List.of(GroupReductions.phase(function, bound.get().epilogue(), used, parameters)), 0);
            return true;
        }
        Elements range = Elements.of(steps.target(), parameters);
        boolean unrolled = range.share() == Share.ROWS && kernel[0] * kernel[1] <= MOST_TAPS && shape[1] % lanes == 0
                && shape[3] >= WindowReduction.PIXELS;
        WindowReduction builder = new WindowReduction(function, unrolled ? Math.toIntExact(kernel[0]) : 0,
                unrolled ? Math.toIntExact(kernel[1]) : 0, range.lanes(), range.share(), bound.get().epilogue());
        Map<String, Long> small = new HashMap<>(Map.of("images", 1L, "rows", 1L, "channels", 2L * lanes, "x_rows", 16L,
                "x_width", 40L, "pad_h", 0L, "dilation_h", 1L, "dilation_w", 1L));
        small.putAll(unrolled ? Map.of("width", 8L) : Map.of("width", 2L, "taps_h", 2L, "taps_w", 2L));
        steps.kernels(group.node().origin().toString(),
                List.of(new Steps.Call(builder.kernel(), used, parameters, small)), range.extent(parameters), 0,
                Tensor.elementCount(shape) * kernel[0] * kernel[1] / lanes);
        return true;
    }
}
