package org.sardonyx.cli.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

import org.sardonyx.ir.value.Tensor;

/// A tensor of numbers seen as one vector, such as the scores of a classifier, or as one for each element of a batch.
///
/// @param count how many vectors
/// @param length of each
record Vectors(Tensor tensor, long count, long length) {

    /// A tensor is one vector if at most one of its axes is longer than 1, and several if that holds for each index of its
    /// first axis.
    static Optional<Vectors> of(Tensor tensor) {
        if (!tensor.dataType().isFloat() && !tensor.dataType().isInteger() || tensor.size() < 2) {
            return Optional.empty();
        }
        long[] longer = Arrays.stream(tensor.sizes()).filter(size -> size > 1).toArray();
        return switch (longer.length) {
            case 1 -> Optional.of(new Vectors(tensor, 1, longer[0]));
            case 2 -> tensor.size(0) > 1
                    ? Optional.of(new Vectors(tensor, longer[0], longer[1]))
                    : Optional.empty();
            default -> Optional.empty();
        };
    }

    /// The indices of the largest elements of a vector, the largest first; of equal ones the first; NaN is left out.
    List<Long> largest(long vector, int most) {
        long start = vector * length;
        Comparator<Long> worstFirst = (a, b) -> Statistics.isLess(tensor, start + a, start + b)
                ? -1
                : Statistics.isLess(tensor, start + b, start + a) ? 1 : Long.compare(b, a);
        PriorityQueue<Long> best = new PriorityQueue<>(worstFirst);
        for (long i = 0; i < length; i++) {
            if (Double.isNaN(tensor.getDouble(start + i))) {
                continue;
            }
            best.add(i);
            if (best.size() > most) {
                best.remove();
            }
        }
        Deque<Long> sorted = new ArrayDeque<>();
        while (!best.isEmpty()) {
            sorted.addFirst(best.remove());
        }
        return new ArrayList<>(sorted);
    }
}
