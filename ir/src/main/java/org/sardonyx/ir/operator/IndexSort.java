package org.sardonyx.ir.operator;

import org.sardonyx.ir.ModelException;

/// A stable merge sort of indices, by what they stand for.
final class IndexSort {
    /// Compares two indices, as a comparator does.
    @FunctionalInterface
    interface Order {
        int compare(int a, int b);
    }

    private IndexSort() {}

    /// The indices from 0 to `count` (exclusive) in ascending order; of equal ones the smaller index comes first.
    ///
    /// @throws ModelException if there are more than an array holds
    static int[] sorted(long count, Order order) {
        if (count > 1 << 30) {
            throw new ModelException(count + " elements to sort, at most " + (1 << 30) + " are supported");
        }
        int[] from = new int[(int) count];
        for (int i = 0; i < from.length; i++) {
            from[i] = i;
        }
        int[] to = new int[from.length];
        for (int width = 1; width < from.length; width *= 2) {
            for (int start = 0; start < from.length; start += 2 * width) {
                merge(from, to, start, Math.min(start + width, from.length), Math.min(start + 2 * width, from.length),
                        order);
            }
            int[] other = from;
            from = to;
            to = other;
        }
        return from;
    }

    private static void merge(int[] from, int[] to, int start, int middle, int end, Order order) {
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takeLeft = right == end || left < middle && order.compare(from[left], from[right]) <= 0;
            to[i] = takeLeft ? from[left++] : from[right++];
        }
    }
}
