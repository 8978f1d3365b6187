package org.sardonyx.frontend.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.ConvolutionTranspose;
import org.sardonyx.ir.operator.Reshape;
import org.sardonyx.ir.operator.Window;
import org.sardonyx.ir.operator.Window.Places;
import org.sardonyx.ir.type.Dimension;

/// The expansion of ConvTranspose. Where the node gives the size of the result, in `output_shape` or as the stride times
/// that of the input (`SAME_UPPER`, `SAME_LOWER`), its pads follow: the surplus is cut off, half of it at either side. They
/// become attributes if the sizes are known, else the whole result is computed and cut.
///
/// @param attributes the window with the pads of the node, if it has any
/// @param wanted the sizes of the result, if the node gives them
/// @see <a href="https://onnx.ai/onnx/operators/onnx__ConvTranspose.html">ConvTranspose</a>
record TransposedConvolution(Expressions e, Operand x, Operand weights, Window attributes, List<Long> outputPadding,
        long groups, Optional<long[]> wanted) {

    static Operand expand(OnnxNode n, Expressions e) {
        int rank = WindowAttributes.rank(n, 0, 1);
        WindowAttributes.requireKernel(n, n.input(1).shape());
        List<Long> outputPadding = WindowAttributes.numbers(n, "output_padding", rank, 0);
        boolean given = n.attributes().has("output_shape");
        Optional<long[]> wanted = Optional.empty();
        if (given) {
            List<Long> sizes = WindowAttributes.numbers(n, "output_shape", rank, 0);
            wanted = Optional.of(sizes.stream().mapToLong(Long::longValue).toArray());
        }
        return new TransposedConvolution(e, n.input(0), n.input(1), WindowAttributes.window(n, rank), outputPadding,
                n.attributes().integer("group", 1), wanted).expand();
    }

    private Operand expand() {
        if (wanted.isEmpty() && attributes.places() == Places.INSIDE) {
            return apply(attributes, outputPadding);
        }
        List<Long> before = new ArrayList<>();
        List<Long> after = new ArrayList<>();
        List<Long> more = new ArrayList<>();
        for (int axis = 0; axis < attributes.rank(); axis++) {
            Dimension surplus = surplus(axis);
            if (!surplus.isConstant()) {
                return cut();
            }
            long cut = Math.max(surplus.size(), 0);
            before.add(cutBefore(cut));
            after.add(cut - cutBefore(cut));
            more.add(outputPadding.get(axis) + Math.max(-surplus.size(), 0));
        }
        return apply(padded(before, after), more);
    }

    private Operand apply(Window window, List<Long> padding) {
        return e.apply(new ConvolutionTranspose(window, padding, groups), x, weights);
    }

    private Window padded(List<Long> before, List<Long> after) {
        return new Window(attributes.strides(), attributes.dilations(), before, after, Places.INSIDE);
    }

    private long cutBefore(long surplus) {
        return attributes.places() == Places.SAME_UPPER ? surplus / 2 : surplus - surplus / 2;
    }

    /// By how much the result would be too large without pads.
    private Dimension surplus(int axis) {
        if (!x.shape().hasRank() || !weights.shape().hasRank()) {
            return Dimension.UNKNOWN;
        }
        Dimension size = x.shape().dimension(2 + axis);
        long stride = attributes.strides().get(axis);
        Dimension span = attributes.span(axis, weights.shape().dimension(2 + axis));
        Dimension result = wanted.map(sizes -> Dimension.of(sizes[axis])).orElse(size.times(stride));
        return size.minus(1).times(stride).plus(outputPadding.get(axis)).plus(span).minus(result);
    }

    /// Computes the result without pads, with as many elements more at the end as could be missing, and takes out of it
    /// what is wanted.
    private Operand cut() {
        int rank = attributes.rank();
        List<Long> zeros = Collections.nCopies(rank, 0L);
        List<Long> more = new ArrayList<>();
        for (int axis = 0; axis < rank; axis++) {
            more.add(wanted.isPresent()
                    ? Math.max(wanted.get()[axis], outputPadding.get(axis))
                    : attributes.strides().get(axis) + outputPadding.get(axis));
        }
        Operand result = apply(padded(zeros, zeros), more);
        List<Operand> sizes = new ArrayList<>(List.of(e.longs(0, 0)));
        for (int axis = 0; axis < rank; axis++) {
            Operand stride = e.longs(attributes.strides().get(axis));
            Operand size = e.sizeOf(x, 2 + axis);
            Operand span =
                    e.add(e.multiply(e.subtract(e.sizeOf(weights, 2 + axis), 1), attributes.dilations().get(axis)), 1);
            Operand want = wanted.isPresent() ? e.longs(wanted.get()[axis]) : e.multiply(size, stride);
            Operand full = e.add(e.add(e.multiply(e.subtract(size, 1), stride), span), outputPadding.get(axis));
            Operand surplus = e.maximum(e.subtract(full, want), e.longs(0));
            Operand half = e.divide(surplus, 2);
            Operand start = attributes.places() == Places.SAME_UPPER ? half : e.subtract(surplus, half);
            result = e.slice(result, 2 + axis, start, e.add(start, want));
            sizes.add(want);
        }
        return e.apply(new Reshape(true), result, e.concat(0, sizes));
    }
}
