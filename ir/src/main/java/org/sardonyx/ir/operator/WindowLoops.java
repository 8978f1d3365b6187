package org.sardonyx.ir.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.value.Odometer;
import org.sardonyx.ir.value.Tensor;

/// The loops of operators that make one element of those in a window: over the rows of the result, and for each over the
/// rows of the tensor that its windows reach into. What happens along the rows is up to a [Visitor].
final class WindowLoops {
    /// What is done with the rows. A row is a run of elements along the innermost axis.
    interface Visitor {
        /// A row of the result begins.
        void begin();

        /// The windows of the current row of the result reach into the row of the tensor that begins at an offset.
        void row(long from);

        /// The current row of the result, which begins at an offset, has seen all rows.
        void end(long to);
    }

    private final Tensor x;
    private final Window.Axis[] axes;

    /// @throws ModelException if the window does not fit into the tensor
    WindowLoops(Tensor x, List<Long> kernel, Window window) {
        this.x = x;
        int leading = x.rank() - window.rank();
        this.axes = IntStream.range(0, window.rank())
                .mapToObj(axis -> window.axis(axis, x.size(leading + axis), kernel.get(axis)))
                .toArray(Window.Axis[]::new);
    }

    static void requireKernel(List<Long> kernel, Window window) {
        if (window.rank() == 0) {
            throw new ModelException("a window over no axes");
        }
        Window.requireEach("kernel", kernel, 1, window.rank());
    }

    /// The shape of the result: along each axis of the window the number of its places.
    static Shape result(Shape x, List<Long> kernel, Window window) {
        if (!x.hasRank()) {
            return x;
        }
        int leading = x.rank() - window.rank();
        if (leading < 0) {
            throw new ModelException("a window over " + window.rank() + " axes of a tensor of shape " + x);
        }
        List<Dimension> dimensions = new ArrayList<>(x.dimensions().subList(0, leading));
        dimensions.addAll(window.counts(x.dimensions().subList(leading, x.rank()),
                kernel.stream().map(Dimension::of).toList()));
        return Shape.of(dimensions);
    }

    /// The innermost axis.
    Window.Axis inner() {
        return axes[axes.length - 1];
    }

    /// The result has to have elements.
    void forEachRow(Visitor visitor) {
        int outer = axes.length - 1;
        long[] places = IntStream.range(0, outer).mapToLong(axis -> axes[axis].count()).toArray();
        long planes = x.shape().product(0, x.rank() - axes.length).size();
        long planeSize = x.shape().product(x.rank() - axes.length, x.rank()).size();
        long rows = Tensor.elementCount(places);
        for (long plane = 0; plane < planes; plane++) {
            for (Odometer place = new Odometer(places); place.valid(); place.advance()) {
                visitor.begin();
                visitRows(visitor, place, plane * planeSize);
                visitor.end((plane * rows + place.position()) * inner().count());
            }
        }
    }

    private void visitRows(Visitor visitor, Odometer place, long plane) {
        int outer = axes.length - 1;
        long[] taps = new long[outer];
        for (int axis = 0; axis < outer; axis++) {
            long at = place.index(axis);
            taps[axis] = Math.max(0, axes[axis].endTap(at) - axes[axis].firstTap(at));
        }
        for (Odometer tap = new Odometer(taps); tap.valid(); tap.advance()) {
            long row = 0;
            for (int axis = 0; axis < outer; axis++) {
                long at = place.index(axis);
                row = row * axes[axis].size() + axes[axis].element(at, axes[axis].firstTap(at) + tap.index(axis));
            }
            visitor.row(plane + row * inner().size());
        }
    }
}
