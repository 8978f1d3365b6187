package org.sardonyx.examples.digits;

/// A point of a drawing: x grows to the right, y downwards.
record Point(double x, double y) {
    /// The point `fraction` of the way from here to `other`.
    Point towards(Point other, double fraction) {
        return new Point(x + (other.x - x) * fraction, y + (other.y - y) * fraction);
    }

    double distanceTo(Point other) {
        double dx = other.x - x;
        double dy = other.y - y;
        return Math.sqrt(dx * dx + dy * dy);
    }
}
