package org.sardonyx.ir.operator;

import java.util.random.RandomGenerator;

/// The distributions from which [Random] draws.
public enum Distribution {
    /// Every number from 0 (inclusive) to 1 (exclusive) alike.
    UNIFORM,
    /// The normal distribution with mean 0 and standard deviation 1.
    NORMAL;

    /// Fills an array with numbers drawn one after the other.
    void draw(RandomGenerator generator, double[] numbers, int count) {
        switch (this) {
            case UNIFORM -> {
                for (int i = 0; i < count; i++) {
                    numbers[i] = generator.nextDouble();
                }
            }
            case NORMAL -> {
                for (int i = 0; i < count; i += 2) {
                    drawPair(generator, numbers, i, count);
                }
            }
        }
    }

    /// G. Marsaglia's polar method: a point drawn in the unit circle gives two independent numbers, here the one from
    /// its second coordinate first, as NumPy orders them. If only one more is wanted, the other is lost.
    private static void drawPair(RandomGenerator generator, double[] numbers, int at, int count) {
        double x;
        double y;
        double square;
        do {
            x = 2 * generator.nextDouble() - 1;
            y = 2 * generator.nextDouble() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double factor = Math.sqrt(-2 * StrictMath.log(square) / square);
        numbers[at] = factor * y;
        if (at + 1 < count) {
            numbers[at + 1] = factor * x;
        }
    }
}
