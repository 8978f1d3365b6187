package org.sardonyx.passes.precision;

import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.operator.BinaryFunction;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// What is known of numbers that are whole: none is less than `low` or greater than `high`.
record Range(double low, double high) {
    /// Constants of more elements are taken for anything that their type can be.
    private static final long MOST_ELEMENTS = 1 << 22;

    /// All that an integer type can be.
    static Range of(DataType type) {
        return new Range(type.lowest(), type.highest());
    }

    /// Of the elements of a constant; empty if one is no whole number.
    static Optional<Range> of(Tensor tensor) {
        if (tensor.size() == 0 || tensor.size() > MOST_ELEMENTS) {
            return tensor.dataType().isInteger() ? Optional.of(of(tensor.dataType())) : Optional.empty();
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (long i = 0; i < tensor.size(); i++) {
            double value = tensor.getDouble(i);
            if (value != Math.rint(value) || Double.isInfinite(value)) {
                return Optional.empty();
            }
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return Optional.of(new Range(low, high));
    }

    boolean isIn(Range other) {
        return low >= other.low && high <= other.high;
    }

    Range and(Range other) {
        return new Range(Math.min(low, other.low), Math.max(high, other.high));
    }

    /// Of a function of two such numbers; empty if it need not be whole.
    static Optional<Range> of(BinaryFunction function, Range a, Range b) {
        return switch (function) {
            case ADD -> Optional.of(new Range(a.low + b.low, a.high + b.high));
            case SUBTRACT -> Optional.of(new Range(a.low - b.high, a.high - b.low));
            case MULTIPLY -> Optional.of(a.times(b));
            case MINIMUM -> Optional.of(new Range(Math.min(a.low, b.low), Math.min(a.high, b.high)));
            case MAXIMUM -> Optional.of(new Range(Math.max(a.low, b.low), Math.max(a.high, b.high)));
            default -> Optional.empty();
        };
    }

    private Range times(Range other) {
        List<Double> products = List.of(low * other.low, low * other.high, high * other.low, high * other.high);
        return new Range(products.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
                products.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
    }

    /// Of sums of so many products with other numbers, or fewer.
    Range products(Range other, double count) {
        Range product = times(other);
        return new Range(count * Math.min(0, product.low), count * Math.max(0, product.high));
    }
}
