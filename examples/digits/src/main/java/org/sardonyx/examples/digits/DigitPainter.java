package org.sardonyx.examples.digits;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/// Draws digits in dark ink on light paper, each one different.
///
/// Only exactly specified arithmetic is used ([StrictMath], no fonts, no native drawing), so a seed gives the same
/// image on every machine.
final class DigitPainter {
    private final Handwriting hand;

    DigitPainter(Handwriting hand) {
        this.hand = hand;
    }

    /// A picture of `digit` with `size` rows and columns.
    Picture paint(int digit, int size, RandomGenerator random) {
        Glyph glyph = hand.alphabet().choose(digit, random);
        double wobble = hand.wobble().draw(random);
        Glyph shaky = glyph.map(point -> wobble(point, wobble, random));
        Glyph placed = shaky.map(placement(size, random));

        Canvas canvas = new Canvas(size);
        Pen pen = pen(size, random);
        placed.strokes().forEach(stroke -> pen.draw(stroke, canvas));
        return develop(canvas, random);
    }

    private static Point wobble(Point point, double extent, RandomGenerator random) {
        Range range = Range.around(extent);
        return new Point(point.x() + range.draw(random), point.y() + range.draw(random));
    }

    /// Maps the glyph's box to the image: narrower or wider, slanted, turned, and moved within the room left.
    private UnaryOperator<Point> placement(int size, RandomGenerator random) {
        double height = hand.height().draw(random) * size;
        double aspect = hand.aspect().draw(random);
        double slant = hand.slant().draw(random);
        double angle = hand.rotation().draw(random);
        double cosine = StrictMath.cos(angle);
        double sine = StrictMath.sin(angle);
        double room = (size - height) / 2;
        double middleX = size / 2.0 + hand.offset().draw(random) * room;
        double middleY = size / 2.0 + hand.offset().draw(random) * room;
        return point -> {
            double down = (point.y() - 50) / 100 * height;
            double right = (point.x() - 50) / 100 * height * aspect - slant * down;
            return new Point(middleX + right * cosine - down * sine, middleY + right * sine + down * cosine);
        };
    }

    private Pen pen(int size, RandomGenerator random) {
        return new Pen(hand.width().draw(random) * size / 2, hand.contrast().draw(random),
                hand.nibAngle().draw(random), hand.taper().draw(random), hand.softness().draw(random) * size);
    }

    /// Turns ink into brightness: paper and ink have theirs, light falls from one side, and every pixel has some noise.
    private Picture develop(Canvas canvas, RandomGenerator random) {
        int size = canvas.size();
        double paper = hand.paper().draw(random);
        double ink = hand.ink().draw(random);
        double shadeRight = hand.shade().draw(random) / size;
        double shadeDown = hand.shade().draw(random) / size;
        Range noise = Range.around(hand.noise().draw(random));
        byte[] pixels = new byte[size * size];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                double shade = shadeRight * (x - size / 2.0) + shadeDown * (y - size / 2.0);
                double brightness = paper + (ink - paper) * canvas.ink(x, y) + shade + noise.draw(random);
                pixels[y * size + x] = (byte) Math.round(255 * Math.clamp(brightness, 0, 1));
            }
        }
        return new Picture(size, pixels);
    }

    /// A pen in the writer's hand; its parameters are those of [Handwriting], lengths in pixels.
    private record Pen(double radius, double contrast, double nibAngle, double taper, double softness) {
        void draw(Stroke stroke, Canvas canvas) {
            List<Point> curve = stroke.curve();
            int pieces = curve.size() - 1;
            double previous = radius(curve.get(0), curve.get(1), 0);
            for (int i = 0; i < pieces; i++) {
                Point from = curve.get(i);
                Point to = curve.get(i + 1);
                double next = radius(from, to, (i + 1.0) / pieces);
                canvas.line(from, previous, to, next, softness);
                previous = next;
            }
        }

        /// Half the width of the stroke, `progress` of the way through it, while the pen moves in this direction.
        private double radius(Point from, Point to, double progress) {
            double length = Math.max(from.distanceTo(to), 1e-9);
            double across = ((to.x() - from.x()) * StrictMath.sin(nibAngle)
                    - (to.y() - from.y()) * StrictMath.cos(nibAngle)) / length;
            double fromMiddle = 2 * Math.abs(progress - 0.5);
            double thinning = 1 - taper * fromMiddle * fromMiddle * fromMiddle * fromMiddle;
            return radius * (1 - contrast * (1 - Math.abs(across))) * thinning;
        }
    }
}
