package org.sardonyx.cli.conform;

/// How far values are from what was expected, at worst.
///
/// @param absolute the largest `|got - want|`; infinite where one of them is not finite and the other differs from it
/// @param relative the largest `|got - want| / |want|`, over elements with `want` not zero
/// @param ulps the largest distance in units in the last place: how many numbers of the element type lie between, plus
///        one; over elements of floating-point types where neither is NaN
public record Errors(double absolute, double relative, long ulps) {
    public static final Errors NONE = new Errors(0, 0, 0);

    Errors max(Errors other) {
        return new Errors(Math.max(absolute, other.absolute), Math.max(relative, other.relative),
                Math.max(ulps, other.ulps));
    }
}
