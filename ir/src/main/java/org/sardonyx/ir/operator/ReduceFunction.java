package org.sardonyx.ir.operator;

import org.sardonyx.ir.type.DataType;

/// The functions by which [Reduce] combines the elements along axes.
public enum ReduceFunction {
    /// 0 of no elements.
    SUM,
    /// 1 of no elements.
    PRODUCT,
    /// The largest value of the type, or positive infinity, of no elements; NaN if an element is.
    MINIMUM,
    /// The smallest value of the type, or negative infinity, of no elements; NaN if an element is.
    MAXIMUM;

    double initialDouble(DataType type) {
        return switch (this) {
            case SUM -> 0;
            case PRODUCT -> 1;
            case MINIMUM -> infinite(type) ? Double.POSITIVE_INFINITY : type.highest();
            case MAXIMUM -> infinite(type) ? Double.NEGATIVE_INFINITY : type.lowest();
        };
    }

    private static boolean infinite(DataType type) {
        return Double.isInfinite(type.decode(type.encode(Double.POSITIVE_INFINITY)));
    }

    long initialLong(DataType type) {
        return switch (this) {
            case SUM -> 0;
            case PRODUCT -> 1;
            case MINIMUM -> type.kind() == DataType.Kind.SIGNED ? Long.MAX_VALUE >>> (64 - type.bits()) : -1L >>> (64 - type.bits());
            case MAXIMUM -> type.kind() == DataType.Kind.SIGNED ? Long.MIN_VALUE >> (64 - type.bits()) : 0;
        };
    }

    double combine(double a, double b) {
        return switch (this) {
            case SUM -> a + b;
            case PRODUCT -> a * b;
            case MINIMUM -> Math.min(a, b);
            case MAXIMUM -> Math.max(a, b);
        };
    }

    /// Integers wrap around.
    long combine(long a, long b, boolean signed) {
        return switch (this) {
            case SUM -> a + b;
            case PRODUCT -> a * b;
            case MINIMUM -> (signed ? Long.compare(a, b) : Long.compareUnsigned(a, b)) <= 0 ? a : b;
            case MAXIMUM -> (signed ? Long.compare(a, b) : Long.compareUnsigned(a, b)) >= 0 ? a : b;
        };
    }
}
