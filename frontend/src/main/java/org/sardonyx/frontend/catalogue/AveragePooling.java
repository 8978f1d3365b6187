package org.sardonyx.frontend.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;

import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.ReduceFunction;
import org.sardonyx.ir.operator.ReduceWindow;
import org.sardonyx.ir.operator.Window;
import org.sardonyx.ir.operator.Window.Places;

/// The expansion of AveragePool: the sum in a window divided by a number of elements. That is the size of the kernel, unless
/// padding is not counted, or the window hangs over the padding; then ones are summed in the same way.
///
/// @param countPadding whether elements of padding count, as zeros
/// @see <a href="https://onnx.ai/onnx/operators/onnx__AveragePool.html">AveragePool</a>
record AveragePooling(Expressions e, Operand x, List<Long> kernel, Window window, boolean countPadding) {

    static AveragePooling of(OnnxNode n, Expressions e, Operand x) {
        List<Long> kernel = WindowAttributes.kernel(n);
        return new AveragePooling(e, x, kernel, WindowAttributes.window(n, kernel.size()),
                n.attributes().flag("count_include_pad", false));
    }

    Operand expand() {
        Operand sum = sum(x, window);
        return e.divide(sum, isKernelInside() ? kernelSize() : countPadding ? countWithPadding(sum) : countWithout());
    }

    private Operand sum(Operand elements, Window over) {
        return e.apply(new ReduceWindow(ReduceFunction.SUM, kernel, over), elements);
    }

    /// Whether every place of the window has as many elements to count as the kernel.
    private boolean isKernelInside() {
        boolean padded = LongStream.concat(window.padsBefore().stream().mapToLong(Long::longValue),
                window.padsAfter().stream().mapToLong(Long::longValue)).anyMatch(pad -> pad > 0);
        return switch (window.places()) {
            case INSIDE -> countPadding || !padded;
            case OVERHANGING -> false;
            case SAME_UPPER, SAME_LOWER -> countPadding;
        };
    }

    private Operand kernelSize() {
        double size = 1;
        for (long taps : kernel) {
            size *= taps;
        }
        return e.scalarLike(x, size);
    }

    private Operand countWithout() {
        return sum(ones(Collections.nCopies(kernel.size(), 0L)), window);
    }

    /// As many places as the sum has: of the padding taken for elements there can be more.
    private Operand countWithPadding(Operand sum) {
        List<Long> pads = new ArrayList<>();
        for (int axis = 0; axis < kernel.size(); axis++) {
            pads.add(window.padsBefore().get(axis) + window.padsAfter().get(axis));
        }
        List<Long> none = Collections.nCopies(kernel.size(), 0L);
        Operand count = sum(ones(pads),
                new Window(window.strides(), window.dilations(), none, none, Places.OVERHANGING));
        for (int axis = 2; axis < 2 + kernel.size(); axis++) {
            count = e.slice(count, axis, e.longs(0), e.sizeOf(sum, axis));
        }
        return count;
    }

    /// Ones in the shape of a channel, each axis longer by a number of elements.
    private Operand ones(List<Long> more) {
        List<Operand> sizes = new ArrayList<>(List.of(e.longs(1, 1)));
        for (int axis = 0; axis < more.size(); axis++) {
            sizes.add(e.add(e.sizeOf(x, 2 + axis), e.longs(more.get(axis))));
        }
        return e.fill(x.dataType(), 1, e.concat(0, sizes));
    }
}
