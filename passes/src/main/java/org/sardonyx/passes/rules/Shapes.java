package org.sardonyx.passes.rules;

import java.util.Optional;

import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Reshape;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.passes.rewrite.Site;

/// Questions about shapes that several rules ask.
final class Shapes {
    private Shapes() {}

    /// Whether every dimension is a number or an expression, so that equal shapes have equal sizes.
    static boolean isKnown(Shape shape) {
        return shape.hasRank() && shape.dimensions().stream().allMatch(Dimension::isKnown);
    }

    /// Whether both are tensors of one type with the same known shape.
    static boolean sameType(Operand a, Operand b) {
        return a.type().equals(b.type()) && isKnown(a.shape());
    }

    static boolean sameShape(Operand a, Operand b) {
        return isKnown(a.shape()) && a.shape().equals(b.shape());
    }

    /// The sizes by which a reshape makes a shape: numbers, and -1 for the only one that may be none.
    static Optional<long[]> sizes(Shape shape) {
        if (!shape.hasRank()) {
            return Optional.empty();
        }
        long[] sizes = shape.dimensions().stream().mapToLong(size -> size.constant().orElse(-1)).toArray();
        int open = 0;
        boolean empty = false;
        for (long size : sizes) {
            open += size == -1 ? 1 : 0;
            empty |= size == 0;
        }
        return open == 0 || open == 1 && !empty ? Optional.of(sizes) : Optional.empty();
    }

    /// A reshape to a shape, if it can be written with constant sizes and is known to lead there.
    static Optional<Operand> reshaped(Site site, Operand x, Shape to) {
        Optional<long[]> sizes = sizes(to);
        if (sizes.isEmpty()) {
            return Optional.empty();
        }
        Operand result = site.apply(new Reshape(false), x, site.longs(sizes.get()));
        return result.shape().equals(to) ? Optional.of(result) : Optional.empty();
    }
}
