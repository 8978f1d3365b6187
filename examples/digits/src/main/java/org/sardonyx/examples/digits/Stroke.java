package org.sardonyx.examples.digits;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// One movement of the pen: a smooth curve through its points, broken at corners.
record Stroke(List<Stroke.Knot> knots) {
    private static final int STEPS_BETWEEN_KNOTS = 8;

    /// A point that the pen passes; at a corner it changes its direction at once.
    record Knot(Point point, boolean corner) {}

    Stroke {
        knots = List.copyOf(knots);
        if (knots.size() < 2) {
            throw new IllegalArgumentException("a stroke needs two points, not " + knots.size());
        }
    }

    /// Reads `x,y x,y! x,y`: points apart by a space, an exclamation mark after a corner.
    static Stroke parse(String text) {
        List<Knot> knots = new ArrayList<>();
        for (String word : text.strip().split("\\s+")) {
            boolean corner = word.endsWith("!");
            String[] coordinates = (corner ? word.substring(0, word.length() - 1) : word).split(",");
            Point point = new Point(Double.parseDouble(coordinates[0]), Double.parseDouble(coordinates[1]));
            knots.add(new Knot(point, corner));
        }
        return new Stroke(knots);
    }

    /// The stroke with every point moved.
    Stroke map(UnaryOperator<Point> move) {
        return new Stroke(knots.stream().map(knot -> new Knot(move.apply(knot.point), knot.corner)).toList());
    }

    /// The curve as a chain of short straight pieces: a Catmull-Rom spline, whose direction at a point is that from the
    /// point before to the point after.
    List<Point> curve() {
        List<Point> curve = new ArrayList<>();
        curve.add(knots.getFirst().point);
        for (int i = 0; i + 1 < knots.size(); i++) {
            Knot from = knots.get(i);
            Knot to = knots.get(i + 1);
            Point before = i == 0 || from.corner ? from.point : knots.get(i - 1).point;
            Point after = i + 2 == knots.size() || to.corner ? to.point : knots.get(i + 2).point;
            for (int step = 1; step <= STEPS_BETWEEN_KNOTS; step++) {
                curve.add(between(before, from.point, to.point, after, (double) step / STEPS_BETWEEN_KNOTS));
            }
        }
        return curve;
    }

    private static Point between(Point before, Point from, Point to, Point after, double t) {
        return new Point(between(before.x(), from.x(), to.x(), after.x(), t),
                between(before.y(), from.y(), to.y(), after.y(), t));
    }

    private static double between(double before, double from, double to, double after, double t) {
        double linear = to - before;
        double quadratic = 2 * before - 5 * from + 4 * to - after;
        double cubic = 3 * (from - to) + after - before;
        return from + t * (linear + t * (quadratic + t * cubic)) / 2;
    }
}
