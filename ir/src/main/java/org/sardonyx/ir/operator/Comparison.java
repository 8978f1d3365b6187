package org.sardonyx.ir.operator;

/// The relations that [Compare] decides.
public enum Comparison {
    EQUAL,
    LESS,
    LESS_OR_EQUAL;

    /// @param order negative, zero or positive as the first is less than, equal to or greater than the second
    boolean holds(int order) {
        return switch (this) {
            case EQUAL -> order == 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
        };
    }

    /// IEEE 754: false if either is NaN, and the zeros are equal.
    boolean holds(double a, double b) {
        return switch (this) {
            case EQUAL -> a == b;
            case LESS -> a < b;
            case LESS_OR_EQUAL -> a <= b;
        };
    }
}
