package org.sardonyx.cli.conform;

import org.sardonyx.ir.type.DataType;

/// Distances between floating-point numbers, counted in numbers of their type.
final class UnitsInLastPlace {
    private UnitsInLastPlace() {}

    /// @param type a floating-point type
    /// @param first bits of a number that is not NaN
    /// @param second likewise
    /// @return the distance of their places in the order of all numbers of the type, both zeros sharing one place;
    ///         [Long#MAX_VALUE] if it is larger than that
    static long distance(DataType type, long first, long second) {
        long a = place(type, first);
        long b = place(type, second);
        boolean overflows = (a < 0) != (b < 0) && (a - b < 0) != (a < 0);
        return overflows ? Long.MAX_VALUE : Math.abs(a - b);
    }

    /// Sign and magnitude turned into a number that grows with the value.
    private static long place(DataType type, long bits) {
        if (!type.isSigned()) {
            return bits;
        }
        long sign = 1L << type.bits() - 1;
        return (bits & sign) == 0 ? bits : -(bits & sign - 1);
    }
}
