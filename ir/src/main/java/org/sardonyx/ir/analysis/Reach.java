package org.sardonyx.ir.analysis;

/// Which coordinates along one axis of an input an element of a value depends on.
sealed interface Reach {
    /// On none: the value does not depend on the input.
    record Nothing() implements Reach {}

    /// On any, or it is not known on which.
    record Everything() implements Reach {}

    /// On those from `scale * i + low` to `scale * i + high`, `i` being the element's coordinate along an axis of the value.
    ///
    /// @param axis of the value
    record Interval(int axis, double scale, double low, double high) implements Reach {
        /// The interval of another value, of which coordinate `step * i + (first to last)` makes up coordinate `i`.
        Interval through(int newAxis, double step, double first, double last) {
            return new Interval(newAxis, scale * step, low + scale * first, high + scale * last);
        }
    }

    Reach NOTHING = new Nothing();
    Reach EVERYTHING = new Everything();

    /// Of a value that is computed from two.
    default Reach join(Reach other) {
        if (this instanceof Nothing) {
            return other;
        } else if (other instanceof Nothing) {
            return this;
        }
        if (this instanceof Interval(int axis, double scale, double low, double high)
                && other instanceof Interval(int otherAxis, double otherScale, double otherLow, double otherHigh)
                && axis == otherAxis && scale == otherScale) {
            return new Interval(axis, scale, Math.min(low, otherLow), Math.max(high, otherHigh));
        }
        return EVERYTHING;
    }
}
