package org.sardonyx.tests.hostile;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

import com.sun.management.ThreadMXBean;
import org.sardonyx.ir.ModelException;

/// Tries something with hostile input and holds it to the promise: it succeeds or throws a [ModelException], within a
/// limit of memory. Hangs are for the tests' own time limits to find.
final class Attempt {
    private static final long MOST_BYTES = 256L << 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private int succeeded;
    private int refused;
    private long slowest;

    /// @param what describes the input, for the message of a failure
    void at(Runnable action, Supplier<String> what) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        try {
            action.run();
            succeeded++;
        } catch (ModelException e) {
            refused++;
            if (e.getMessage() == null || e.getMessage().isBlank()) {
                fail(what.get() + ": a message without words", e);
            }
        } catch (Throwable e) {
            fail(what.get() + ": " + e, e);
        }
        slowest = Math.max(slowest, System.nanoTime() - start);
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < MOST_BYTES, () -> what.get() + " took " + (allocated >> 20) + " MiB of heap");
    }

    int succeeded() {
        return succeeded;
    }

    int refused() {
        return refused;
    }

    /// For the test's output.
    String summary() {
        return succeeded + " read, " + refused + " refused, the slowest in " + slowest / 1_000_000 + " ms";
    }
}
