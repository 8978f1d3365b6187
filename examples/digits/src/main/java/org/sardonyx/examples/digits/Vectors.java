package org.sardonyx.examples.digits;

/// The innermost loops of training, plain enough for the JVM to compile to vector instructions: one index for all
/// arrays, which have one length.
final class Vectors {
    private Vectors() {}

    /// `target += factor * source`, element by element.
    static void addScaled(float[] target, float factor, float[] source) {
        for (int i = 0; i < target.length; i++) {
            target[i] += factor * source[i];
        }
    }

    /// `target += left * right`, element by element.
    static void addProducts(float[] target, float[] left, float[] right) {
        for (int i = 0; i < target.length; i++) {
            target[i] += left[i] * right[i];
        }
    }

    /// The sum of all elements, whose number is a multiple of eight, in eight interleaved parts: no part waits for
    /// another.
    static float sum(float[] values) {
        float sum0 = 0;
        float sum1 = 0;
        float sum2 = 0;
        float sum3 = 0;
        float sum4 = 0;
        float sum5 = 0;
        float sum6 = 0;
        float sum7 = 0;
        for (int i = 0; i < values.length; i += 8) {
            sum0 += values[i];
            sum1 += values[i + 1];
            sum2 += values[i + 2];
            sum3 += values[i + 3];
            sum4 += values[i + 4];
            sum5 += values[i + 5];
            sum6 += values[i + 6];
            sum7 += values[i + 7];
        }
        return sum0 + sum1 + (sum2 + sum3) + (sum4 + sum5 + (sum6 + sum7));
    }
}
