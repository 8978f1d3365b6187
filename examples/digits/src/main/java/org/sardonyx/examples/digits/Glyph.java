package org.sardonyx.examples.digits;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/// One way to write a digit: the strokes of the pen, in a box from (0, 0) at the top left to (100, 100).
record Glyph(List<Stroke> strokes) {
    Glyph {
        strokes = List.copyOf(strokes);
    }

    /// Reads strokes apart by `/`, each as [Stroke#parse] tells.
    static Glyph parse(String text) {
        return new Glyph(Arrays.stream(text.split("/")).map(Stroke::parse).toList());
    }

    /// The glyph with every point of every stroke moved.
    Glyph map(UnaryOperator<Point> move) {
        return new Glyph(strokes.stream().map(stroke -> stroke.map(move)).toList());
    }
}
