package org.sardonyx.codegen.jvm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.WeakReference;

import org.junit.jupiter.api.Test;

import org.sardonyx.ir.text.LoopParser;
import org.sardonyx.runtime.kernel.Kernel;

class JvmRendererTest {
    private static final int ATTEMPTS = 50;

    private static Class<?> load() {
        return JvmRenderer.load(LoopParser.parse("kernel fill(y; value) for place { y[place] = 1.0 }")).getClass();
    }

    @Test
    void nothingIsComputedForIndicesBelowZero() {
        Kernel fill = JvmRenderer.load(LoopParser.parse("kernel fill(y; value) for place { y[place] = 1.0 }"));
        try (Arena arena = Arena.ofShared()) {
            MemorySegment y = arena.allocate(ValueLayout.JAVA_FLOAT, 2);
            fill.run(new MemorySegment[] {y}, new long[] {0}, -3, 1);
            assertArrayEquals(new float[] {1, 0}, y.toArray(ValueLayout.JAVA_FLOAT));
        }
    }

    @Test
    void aKernelThatNothingRefersToIsUnloaded() throws InterruptedException {
        WeakReference<Class<?>> forgotten = new WeakReference<>(load());
        Class<?> held = load();
        for (int i = 0; i < ATTEMPTS && !forgotten.refersTo(null); i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertTrue(forgotten.refersTo(null), "the class is still there");
        assertTrue(held.isHidden());
    }
}
