package org.sardonyx.examples.digits;

/// A square of paper that takes ink: 0 where there is none, 1 where it covers the pixel.
///
/// Distances are in pixels; pixel (x, y) has its centre at (x + 0.5, y + 0.5).
final class Canvas {
    private final int size;
    private final float[] ink;

    Canvas(int size) {
        this.size = size;
        this.ink = new float[size * size];
    }

    int size() {
        return size;
    }

    float ink(int x, int y) {
        return ink[y * size + x];
    }

    /// Draws a straight piece of a stroke whose half width goes from `fromRadius` to `toRadius`.
    ///
    /// The ink fades over a band `softness` wide at the edge: 1 is a sharp but smooth edge, more looks out of focus.
    void line(Point from, double fromRadius, Point to, double toRadius, double softness) {
        double reach = Math.max(fromRadius, toRadius) + softness;
        int left = pixel(Math.min(from.x(), to.x()) - reach);
        int right = pixel(Math.max(from.x(), to.x()) + reach);
        int top = pixel(Math.min(from.y(), to.y()) - reach);
        int bottom = pixel(Math.max(from.y(), to.y()) + reach);
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double squaredLength = Math.max(dx * dx + dy * dy, 1e-12);
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                Point centre = new Point(x + 0.5, y + 0.5);
                double along = ((centre.x() - from.x()) * dx + (centre.y() - from.y()) * dy) / squaredLength;
                double fraction = Math.clamp(along, 0, 1);
                double radius = fromRadius + (toRadius - fromRadius) * fraction;
                double inside = radius - centre.distanceTo(from.towards(to, fraction));
                float coverage = (float) Math.clamp(inside / softness + 0.5, 0, 1);
                ink[y * size + x] = Math.max(ink[y * size + x], coverage);
            }
        }
    }

    private int pixel(double coordinate) {
        return (int) Math.clamp(coordinate, 0, size - 1);
    }
}
