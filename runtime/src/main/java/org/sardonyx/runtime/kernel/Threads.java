package org.sardonyx.runtime.kernel;

/// Threads that use memory which is freed after them.
public final class Threads {
    private Threads() {}

    /// Waits for the end of a thread. If the caller is interrupted meanwhile, it still waits, and is interrupted afterwards.
    public static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
