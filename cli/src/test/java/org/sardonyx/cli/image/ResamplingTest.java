package org.sardonyx.cli.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ResamplingTest {
    private static double[] resampled(int to, double... from) {
        Resampling resampling = Resampling.of(from.length, to);
        double[] result = new double[to];
        Arrays.setAll(result, i -> resampling.apply(i, from, 0));
        return result;
    }

    @Test
    void shrinkingAveragesTheAreaCovered() {
        assertArrayEquals(new double[] {1.5, 3.5}, resampled(2, 1, 2, 3, 4), 1e-12);
        assertArrayEquals(new double[] {4 / 3.0, 8 / 3.0}, resampled(2, 1, 2, 3), 1e-12);
        assertArrayEquals(new double[] {2}, resampled(1, 1, 2, 3), 1e-12);
    }

    @Test
    void growingInterpolatesBetweenCentres() {
        assertArrayEquals(new double[] {0, 1, 3, 4}, resampled(4, 0, 4), 1e-12);
        assertArrayEquals(new double[] {7, 7, 7}, resampled(3, 7), 1e-12);
    }

    @Test
    void theSameSizeChangesNothing() {
        assertArrayEquals(new double[] {3, 1, 4, 1, 5}, resampled(5, 3, 1, 4, 1, 5), 0);
    }

    @Test
    void fineStripesBecomeGreyAndDoNotAlias() {
        double[] stripes = new double[100];
        Arrays.setAll(stripes, i -> i % 2 * 255);
        for (double value : resampled(10, stripes)) {
            assertEquals(127.5, value, 1e-9);
        }
    }

    @Property
    void weightsAreAnAverageOfElementsThatExist(@ForAll @IntRange(min = 1, max = 300) int from,
            @ForAll @IntRange(min = 1, max = 300) int to) {
        Resampling resampling = Resampling.of(from, to);
        for (int i = 0; i < to; i++) {
            double[] weights = resampling.weights()[i];
            assertEquals(1, Arrays.stream(weights).sum(), 1e-9);
            assertTrue(Arrays.stream(weights).allMatch(weight -> weight > -1e-12));
            assertTrue(resampling.first()[i] >= 0 && resampling.first()[i] + weights.length <= from);
        }
    }

    @Property
    void shrinkingKeepsTheMean(@ForAll @IntRange(min = 1, max = 50) int from,
            @ForAll @IntRange(min = 1, max = 50) int to, @ForAll int seed) {
        double[] source = new java.util.Random(seed).doubles(Math.max(from, to)).toArray();
        double mean = Arrays.stream(source).average().orElseThrow();
        assertEquals(mean, Arrays.stream(resampled(Math.min(from, to), source)).average().orElseThrow(), 1e-9);
    }
}
