package org.sardonyx.ir.analysis;

import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.ArgMaxWindow;
import org.sardonyx.ir.operator.Binary;
import org.sardonyx.ir.operator.Broadcast;
import org.sardonyx.ir.operator.Cast;
import org.sardonyx.ir.operator.Compare;
import org.sardonyx.ir.operator.Concat;
import org.sardonyx.ir.operator.Constant;
import org.sardonyx.ir.operator.Convolution;
import org.sardonyx.ir.operator.ConvolutionTranspose;
import org.sardonyx.ir.operator.MatMul;
import org.sardonyx.ir.operator.Narrow;
import org.sardonyx.ir.operator.Pad;
import org.sardonyx.ir.operator.Reduce;
import org.sardonyx.ir.operator.ReduceWindow;
import org.sardonyx.ir.operator.Reshape;
import org.sardonyx.ir.operator.Resize;
import org.sardonyx.ir.operator.Select;
import org.sardonyx.ir.operator.Slice;
import org.sardonyx.ir.operator.Squeeze;
import org.sardonyx.ir.operator.Transpose;
import org.sardonyx.ir.operator.Unary;
import org.sardonyx.ir.operator.Unsqueeze;
import org.sardonyx.ir.operator.Window;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// What each operator makes of an interval.
final class ReachRules {
    private ReachRules() {}

    /// The reach of a node's result by way of one of its operands.
    static Reach through(Node node, int output, int index, Reach.Interval reach) {
        Operand operand = node.operands().get(index);
        if (!(operand.type() instanceof TensorType && node.output(output).type() instanceof TensorType)
                || !operand.shape().hasRank() || !node.output(output).shape().hasRank()) {
            return Reach.EVERYTHING;
        }
        Shape from = operand.shape();
        Shape to = node.output(output).shape();
        return switch (node.operator()) {
            case Unary _,Cast _,Narrow _ -> reach;
            case Binary _,Compare _,Select _ -> broadcast(from, to, reach);
            case Broadcast _ when index == 0 -> broadcast(from, to, reach);
            case Convolution convolution when index == 0 ->
                    window(convolution.window(), node.operands().get(1).shape(), from, reach);
            case ReduceWindow pool ->
                    window(pool.window(), Shape.of(pool.kernel().stream().map(Dimension::of).toList()),
                            from, reach);
            case ArgMaxWindow pool ->
                    window(pool.window(), Shape.of(pool.kernel().stream().map(Dimension::of).toList()),
                            from, reach);
            case ConvolutionTranspose convolution when index == 0 ->
                    transposed(convolution.window(), node.operands().get(1).shape(), from, reach);
            case MatMul _ -> product(from, to, index, reach);
            case Reduce reduce when index == 0 -> reduced(reduce, node, from, reach);
            case Transpose transpose -> reach.through(transpose.permutation().indexOf(reach.axis()), 1, 0, 0);
            case Concat concat -> joined(concat, node, index, reach);
            case Reshape _,Squeeze _,Unsqueeze _ when index == 0 -> reshaped(from, to, reach);
            case Pad _ when index == 0 -> padded(node, from, reach);
            case Slice slice when index == 0 -> sliced(slice, node, from, reach);
            case Resize resize when index == 0 -> resized(resize, node, from, to, reach);
            default -> Reach.EVERYTHING;
        };
    }

    private static Optional<Tensor> constant(Operand operand) {
        return operand.node().operator() instanceof Constant(Tensor tensor) ? Optional.of(tensor) : Optional.empty();
    }

    /// Axes are aligned at their end; all elements along one that is repeated depend on the same.
    private static Reach broadcast(Shape from, Shape to, Reach.Interval reach) {
        int axis = reach.axis() + to.rank() - from.rank();
        Dimension size = from.dimension(reach.axis());
        if (size.is(1) && !to.dimension(axis).is(1)) {
            return reach.through(axis, 0, 0, 0);
        }
        return size.sameSize(to.dimension(axis)) ? reach.through(axis, 1, 0, 0) : Reach.EVERYTHING;
    }

    /// The number of an axis among those of a window, negative if the window does not move over it.
    private static int windowAxis(Window window, Shape shape, int axis) {
        return axis - (shape.rank() - window.strides().size());
    }

    private static Reach window(Window window, Shape kernel, Shape from, Reach.Interval reach) {
        int axis = windowAxis(window, from, reach.axis());
        if (axis < 0) {
            // A convolution mixes the channels; pooling and the batch are not touched.
            boolean mixed = kernel.rank() > window.strides().size() && reach.axis() == 1;
            return mixed ? Reach.EVERYTHING : reach;
        }
        Dimension taps = kernel.dimension(kernel.rank() - window.strides().size() + axis);
        Optional<Long> before = padBefore(window, axis, taps, from.dimension(reach.axis()));
        if (!taps.isConstant() || before.isEmpty()) {
            return Reach.EVERYTHING;
        }
        double span = (taps.size() - 1.0) * window.dilations().get(axis);
        return reach.through(reach.axis(), window.strides().get(axis), -before.get(), span - before.get());
    }

    private static Optional<Long> padBefore(Window window, int axis, Dimension taps, Dimension size) {
        boolean given = window.places() == Window.Places.INSIDE || window.places() == Window.Places.OVERHANGING;
        if (given) {
            return Optional.of(window.padsBefore().get(axis));
        } else if (!size.isConstant() || !taps.isConstant()) {
            return Optional.empty();
        }
        long stride = window.strides().get(axis);
        long span = (taps.size() - 1) * window.dilations().get(axis) + 1;
        long total = Math.max(0, (Math.ceilDiv(size.size(), stride) - 1) * stride + span - size.size());
        return Optional.of(window.places() == Window.Places.SAME_UPPER ? total / 2 : total - total / 2);
    }

    /// Element `i` of the result gets something from element `(i + pad - dilation * tap) / stride`, where that is whole.
    private static Reach transposed(Window window, Shape kernel, Shape from, Reach.Interval reach) {
        int axis = windowAxis(window, from, reach.axis());
        if (axis < 0) {
            return reach.axis() == 1 ? Reach.EVERYTHING : reach;
        }
        Dimension taps = kernel.dimension(kernel.rank() - window.strides().size() + axis);
        if (!taps.isConstant() || window.places() != Window.Places.INSIDE) {
            return Reach.EVERYTHING;
        }
        double stride = window.strides().get(axis);
        double before = window.padsBefore().get(axis);
        double span = (taps.size() - 1.0) * window.dilations().get(axis);
        return reach.through(reach.axis(), 1 / stride, (before - span) / stride, before / stride);
    }

    private static Reach product(Shape from, Shape to, int index, Reach.Interval reach) {
        int summed = index == 0 ? from.rank() - 1 : from.rank() - 2;
        return reach.axis() == summed
                ? Reach.EVERYTHING
                : reach.axis() < from.rank() - 2
                        ? broadcast(from, to, reach)
                        : reach.through(reach.axis() + to.rank() - from.rank(), 1, 0, 0);
    }

    private static Reach reduced(Reduce reduce, Node node, Shape from, Reach.Interval reach) {
        Optional<Tensor> axes = constant(node.operands().get(1));
        if (axes.isEmpty() || axes.get().size() == 0) {
            return Reach.EVERYTHING;
        }
        int before = 0;
        for (long axis : axes.get().toLongs()) {
            long normal = axis < 0 ? axis + from.rank() : axis;
            if (normal == reach.axis() && !from.dimension(reach.axis()).is(1)) {
                return Reach.EVERYTHING;
            }
            before += normal < reach.axis() && !reduce.keepDimensions() ? 1 : 0;
        }
        return reach.through(reach.axis() - before, 1, 0, 0);
    }

    private static Reach joined(Concat concat, Node node, int index, Reach.Interval reach) {
        if (concat.axis() != reach.axis()) {
            return reach;
        }
        Dimension offset = Dimension.of(0);
        for (int i = 0; i < index; i++) {
            offset = offset.plus(node.operands().get(i).shape().dimension(concat.axis()));
        }
        return offset.isConstant()
                ? reach.through(reach.axis(), 1, -offset.size(), -offset.size())
                : Reach.EVERYTHING;
    }

    /// An axis stays an axis if as many elements lie before it as did, and it is of the same size.
    private static Reach reshaped(Shape from, Shape to, Reach.Interval reach) {
        Dimension before = from.product(0, reach.axis());
        Dimension size = from.dimension(reach.axis());
        for (int axis = 0; axis < to.rank(); axis++) {
            if (to.product(0, axis).sameSize(before) && to.dimension(axis).sameSize(size)) {
                return reach.through(axis, 1, 0, 0);
            }
        }
        return Reach.EVERYTHING;
    }

    private static Reach padded(Node node, Shape from, Reach.Interval reach) {
        Optional<Tensor> pads = constant(node.operands().get(1));
        if (pads.isEmpty() || pads.get().size() != 2L * from.rank()) {
            return Reach.EVERYTHING;
        }
        long before = pads.get().getLong(reach.axis());
        return reach.through(reach.axis(), 1, -before, -before);
    }

    private static Reach sliced(Slice slice, Node node, Shape from, Reach.Interval reach) {
        int place = slice.axes().indexOf(reach.axis());
        if (place < 0) {
            return reach;
        }
        Optional<Tensor> starts = constant(node.operands().get(1));
        Optional<Tensor> steps = constant(node.operands().get(3));
        if (starts.isEmpty() || steps.isEmpty() || steps.get().getLong(place) <= 0) {
            return Reach.EVERYTHING;
        }
        long start = starts.get().getLong(place);
        Dimension size = from.dimension(reach.axis());
        if (start < 0 && !size.isConstant()) {
            return Reach.EVERYTHING;
        }
        double first = start < 0 ? Math.max(0, start + size.size()) : start;
        return reach.through(reach.axis(), steps.get().getLong(place), first, first);
    }

    /// Element `i` of the result lies at a multiple of `i`, and its neighbours count as the method says.
    private static Reach resized(Resize resize, Node node, Shape from, Shape to, Reach.Interval reach) {
        Dimension size = from.dimension(reach.axis());
        Optional<Tensor> scales = constant(node.operands().get(2));
        if (size.sameSize(to.dimension(reach.axis()))) {
            return reach;
        }
        if (scales.isEmpty() || resize.resampling().antialias()) {
            return Reach.EVERYTHING;
        }
        double scale = scales.get().getDouble(reach.axis());
        return switch (resize.resampling().coordinates()) {
            case ASYMMETRIC -> neighbours(resize, reach, 1 / scale, 0);
            case HALF_PIXEL, PYTORCH_HALF_PIXEL, HALF_PIXEL_FOR_NEAREST ->
                    neighbours(resize, reach, 1 / scale, 0.5 / scale - 0.5);
            case ALIGN_CORNERS -> size.isConstant() && scale * size.size() > 1
                    ? neighbours(resize, reach, (size.size() - 1) / (scale * size.size() - 1), 0)
                    : Reach.EVERYTHING;
            case HALF_PIXEL_SYMMETRIC, CROP_AND_RESIZE -> Reach.EVERYTHING;
        };
    }

    /// @param step from one element of the result to the next
    /// @param first where the first one lies
    private static Reach neighbours(Resize resize, Reach.Interval reach, double step, double first) {
        // Between two elements lie so many places of the result that none is closer to one of them than this.
        double closest = step == 1 / Math.rint(1 / step) ? step / 2 : 0;
        return switch (resize.resampling().method()) {
            case NEAREST -> switch (resize.resampling().rounding()) {
                case FLOOR -> reach.through(reach.axis(), step, first - 1 + closest, first);
                case CEILING -> reach.through(reach.axis(), step, first, first + 1 - closest);
                case PREFER_FLOOR, PREFER_CEILING -> reach.through(reach.axis(), step, first - 0.5, first + 0.5);
            };
            case LINEAR -> reach.through(reach.axis(), step, first - 1 + closest, first + 1 - closest);
            case CUBIC -> reach.through(reach.axis(), step, first - 2 + closest, first + 2 - closest);
        };
    }
}
