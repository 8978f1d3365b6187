package org.sardonyx.passes.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Window;
import org.sardonyx.passes.rewrite.Site;

/// Questions about windows, and changed windows.
final class Windows {
    private Windows() {}

    /// Whether a place of the window may lie partly outside of the tensor.
    static boolean mayPad(Window window) {
        return window.places() != Window.Places.INSIDE
                || Stream.concat(window.padsBefore().stream(), window.padsAfter().stream()).anyMatch(pad -> pad > 0);
    }

    /// The window over a tensor that is not padded, if it moves over the axes that are padded only and padding is what it
    /// does itself.
    ///
    /// @param pads of all axes of the tensor, of which the window moves over the last
    static Optional<Window> padded(Window window, Pads pads) {
        int rank = pads.x().shape().rank();
        int outer = rank - window.rank();
        List<Long> before = new ArrayList<>();
        List<Long> after = new ArrayList<>();
        for (int axis = 0; axis < rank; axis++) {
            long first = pads.pads()[axis];
            long last = pads.pads()[axis + rank];
            if (axis < outer && (first != 0 || last != 0)) {
                return Optional.empty();
            }
            if (axis >= outer) {
                before.add(first + window.padsBefore().get(axis - outer));
                after.add(last + window.padsAfter().get(axis - outer));
            }
        }
        boolean fits = Stream.concat(before.stream(), after.stream()).allMatch(pad -> pad <= Integer.MAX_VALUE);
        return fits && window.places() == Window.Places.INSIDE
                ? Optional.of(new Window(window.strides(), window.dilations(), before, after, window.places()))
                : Optional.empty();
    }

    /// Whether a node computes rows `[batch, channels, length]` of fixed size from others.
    static boolean areRows(Node node) {
        return node.output(0).shape().isStatic() && node.output(0).shape().rank() == 3
                && node.operands().stream().allMatch(operand -> operand.shape().isStatic())
                && node.operands().getFirst().shape().rank() == 3;
    }

    /// A tensor with an axis of size 1 before its last.
    static Operand asImages(Site site, Operand rows) {
        long[] sizes = rows.shape().sizes();
        long[] images = Arrays.copyOf(sizes, sizes.length + 1);
        images[sizes.length] = sizes[sizes.length - 1];
        images[sizes.length - 1] = 1;
        return site.reshape(rows, images);
    }

    /// A window over rows as one over images of one row.
    static Window withRow(Window window) {
        return new Window(List.of(1L, window.strides().getFirst()), List.of(1L, window.dilations().getFirst()),
                List.of(0L, window.padsBefore().getFirst()), List.of(0L, window.padsAfter().getFirst()),
                window.places());
    }
}
