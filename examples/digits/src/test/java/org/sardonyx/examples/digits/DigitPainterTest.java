package org.sardonyx.examples.digits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

class DigitPainterTest {
    private static Picture paint(int digit, long seed) {
        return new DigitPainter(Handwriting.everyday()).paint(digit, 32, new SplittableRandom(seed));
    }

    @Test
    void aSeedGivesOnePictureAndAnotherSeedAnother() {
        assertArrayEquals(paint(3, 1).pixels(), paint(3, 1).pixels());
        assertFalse(Arrays.equals(paint(3, 1).pixels(), paint(3, 2).pixels()));
    }

    /// Pins one image of each hand, so that a change of the drawing, or a machine that draws otherwise, is noticed.
    @Test
    void thePicturesAreTheSameOnEveryMachine() {
        assertEquals(-1715136170, Arrays.hashCode(paint(8, 1).pixels()));
        Picture calligraphic = new DigitPainter(Handwriting.calligraphic()).paint(2, 128, new SplittableRandom(1));
        assertEquals(1096910447, Arrays.hashCode(calligraphic.pixels()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void aDigitIsDarkInkOnMuchLightPaper(int digit) {
        for (long seed = 0; seed < 50; seed++) {
            byte[] pixels = paint(digit, seed).pixels();
            int[] sorted = IntStream.range(0, pixels.length).map(i -> Byte.toUnsignedInt(pixels[i])).sorted().toArray();
            int paper = sorted[sorted.length / 2];
            int ink = sorted[sorted.length / 100];
            assertTrue(paper - ink > 20, "seed " + seed + ": paper " + paper + ", ink " + ink);
        }
    }

    @Test
    void aDatasetDoesNotDependOnItsThreads() {
        Dataset drawn = Dataset.draw(Handwriting.everyday(), 40, 7);
        SplittableRandom seeds = new SplittableRandom(7);
        DigitPainter painter = new DigitPainter(Handwriting.everyday());
        for (int i = 0; i < drawn.size(); i++) {
            assertEquals(i % 10, drawn.labels()[i]);
            assertArrayEquals(painter.paint(i % 10, 32, seeds.split()).pixels(), drawn.images().get(i).pixels());
        }
    }
}
