package org.sardonyx.examples.digits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class StrokeTest {
    @Test
    void theCurvePassesThroughItsPoints() {
        List<Point> curve = Stroke.parse("0,0 10,20 30,0").curve();
        assertEquals(17, curve.size());
        assertEquals(new Point(0, 0), curve.getFirst());
        assertEquals(new Point(10, 20), curve.get(8));
        assertEquals(new Point(30, 0), curve.getLast());
    }

    @Test
    void theCurveIsSmoothAtAPointAndSharpAtACorner() {
        assertTrue(turn(Stroke.parse("0,0 10,20 20,0")) < 1.1);
        assertTrue(turn(Stroke.parse("0,0 10,20! 20,0")) > 2);
    }

    /// The angle between the pieces before and after the middle point, in radians.
    private static double turn(Stroke stroke) {
        List<Point> curve = stroke.curve();
        Point before = curve.get(7);
        Point middle = curve.get(8);
        Point after = curve.get(9);
        double dot = (middle.x() - before.x()) * (after.x() - middle.x())
                + (middle.y() - before.y()) * (after.y() - middle.y());
        return Math.acos(dot / (before.distanceTo(middle) * middle.distanceTo(after)));
    }

    @Test
    void aStrokeOfOnePointIsRefused() {
        assertEquals("a stroke needs two points, not 1",
                assertThrows(IllegalArgumentException.class, () -> Stroke.parse("1,2")).getMessage());
    }
}
