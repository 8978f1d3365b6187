package org.sardonyx.ir.operator;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// A stable merge sort of indices, by what they stand for.
final class IndexSort {
    /// Compares what two indices stand for, as a comparator does.
    @FunctionalInterface
    interface Order {
        int compare(long a, long b);
    }

    private IndexSort() {}

    /// The indices from 0 to `count` (exclusive) in ascending order, as int64; of equal ones the smaller index comes first.
    static Tensor sorted(long count, Order order) {
        Tensor from = Tensor.allocate(DataType.INT64, count);
        for (long i = 0; i < count; i++) {
            from.setLong(i, i);
        }
        Tensor to = Tensor.allocate(DataType.INT64, count);
        for (long width = 1; width < count; width *= 2) {
            for (long start = 0; start < count; start += 2 * width) {
                merge(from, to, start, Math.min(start + width, count), Math.min(start + 2 * width, count), order);
            }
            Tensor other = from;
            from = to;
            to = other;
        }
        return from;
    }

    private static void merge(Tensor from, Tensor to, long start, long middle, long end, Order order) {
        long left = start;
        long right = middle;
        for (long i = start; i < end; i++) {
            boolean takeLeft = right == end
                    || left < middle && order.compare(from.getLong(left), from.getLong(right)) <= 0;
            to.setLong(i, from.getLong(takeLeft ? left++ : right++));
        }
    }
}
