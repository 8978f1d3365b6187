package org.sardonyx.examples.digits;

/// A school of writers with its pens and its paper; each quantity varies from one image to the next.
///
/// @param alphabet how the digits are formed
/// @param wobble how far each point of a glyph strays, in hundredths of the glyph
/// @param height the glyph's height as a fraction of the image
/// @param aspect the glyph's width over its height, relative to the alphabet's own
/// @param slant how far the top leans over to the right, as a fraction of the height
/// @param rotation in radians
/// @param offset how far the glyph's middle is from the image's, as a fraction of the room left
/// @param width the width of the stroke as a fraction of the image
/// @param contrast how much thinner a stroke along the nib's edge is: 0 for a round tip, towards 1 for a broad nib
/// @param nibAngle the direction of the nib's edge, in radians
/// @param taper how much thinner the ends of a stroke are than its middle: 0 for not at all, 1 for pointed
/// @param softness the width of the band in which ink fades into paper, as a fraction of the image
/// @param paper the brightness of the paper: 0 is black, 1 is white
/// @param ink the brightness of the ink
/// @param shade how much brighter one side of the image is than the other
/// @param noise how far each pixel's brightness strays
record Handwriting(Alphabet alphabet, Range wobble, Range height, Range aspect, Range slant, Range rotation,
        Range offset, Range width, Range contrast, Range nibAngle, Range taper, Range softness, Range paper, Range ink,
        Range shade, Range noise) {

    /// Round pens of every width, quick and uneven writing, photographs good and bad: the images of the training.
    static Handwriting everyday() {
        return new Handwriting(Alphabet.everyday(), new Range(0, 5), new Range(0.5, 0.9), new Range(0.65, 1.1),
                new Range(-0.15, 0.35), Range.around(0.17), Range.around(0.7), new Range(0.035, 0.15),
                new Range(0, 0.5), new Range(0, Math.PI), new Range(0, 0.7), new Range(0.03, 0.07),
                new Range(0.6, 1), new Range(0, 0.35), Range.around(0.12), new Range(0, 0.12));
    }

    /// A broad nib held at a steady angle and pointed ends, on good paper: images that training never sees.
    static Handwriting calligraphic() {
        return new Handwriting(Alphabet.calligraphic(), new Range(0, 2.5), new Range(0.66, 0.8), new Range(0.8, 1),
                new Range(0, 0.2), Range.around(0.06), Range.around(0.35), new Range(0.07, 0.11), new Range(0.55, 0.75),
                new Range(-0.9, -0.6), new Range(0.5, 0.9), new Range(0.015, 0.025), new Range(0.88, 0.97),
                new Range(0.08, 0.2), Range.around(0.06), new Range(0.02, 0.05));
    }
}
