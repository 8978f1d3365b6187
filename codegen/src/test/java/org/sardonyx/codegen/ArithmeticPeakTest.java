package org.sardonyx.codegen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import org.sardonyx.codegen.jvm.JvmRenderer;
import org.sardonyx.ir.loop.LoopInterpreter;

class ArithmeticPeakTest {
    /// Each chain is `s = x * s + x` from its number on, once for each count.
    @Test
    void theKernelMultipliesAndAdds() {
        float[] y = new float[4 * (1 + 2 * 12)];
        Arrays.fill(y, 0, 4, 0.5f);
        LoopInterpreter.run(ArithmeticPeak.kernel(4), new float[][] {y}, new long[] {2}, 1, 2);
        float[] expected = y.clone();
        for (int chain = 0; chain < 12; chain++) {
            float sum = chain;
            for (int i = 0; i < 2; i++) {
                sum = Math.fma(0.5f, sum, 0.5f);
            }
            Arrays.fill(expected, 4 * (1 + 12 + chain), 4 * (1 + 12 + chain) + 4, sum);
        }
        assertArrayEquals(expected, y);
        assertEquals(0, y[4], "the part of another thread");
    }

    @Test
    void vectorsAreFasterThanAnyScalarLoop() {
        ArithmeticPeak peak = ArithmeticPeak.measure(1);
        assertEquals(JvmRenderer.preferredLanes(), peak.lanes());
        // No processor does more than 16 multiply-adds of a vector per nanosecond, and any does one in ten.
        double perLane = peak.operationsPerSecond() / 2 / peak.lanes();
        assertTrue(perLane > 1e8 && perLane < 1.6e10, peak.toString());
    }
}
