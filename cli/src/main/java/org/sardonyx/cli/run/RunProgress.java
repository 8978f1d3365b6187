package org.sardonyx.cli.run;

import java.util.Optional;

import org.sardonyx.cli.terminal.Progress;
import org.sardonyx.runtime.RunListener;

/// Shows how far a run has come once it has turned out to be long.
final class RunProgress implements RunListener, AutoCloseable {
    private static final long PATIENCE_NANOSECONDS = 1_000_000_000;

    private final long start = System.nanoTime();
    private Optional<Progress> bar = Optional.empty();
    private int built;

    @Override
    public void step(int index, int count, String description) {
        if (bar.isPresent()) {
            bar.get().step();
        } else if (System.nanoTime() - start > PATIENCE_NANOSECONDS) {
            bar = Optional.of(Progress.start("run", count - index));
        }
    }

    /// Kernels take long enough to build that it is shown at once.
    @Override
    public void preparing(int ready, int kernels) {
        if (bar.isEmpty()) {
            bar = Optional.of(Progress.start("build kernels", kernels));
        }
        for (; built < ready; built++) {
            bar.get().step();
        }
    }

    @Override
    public void close() {
        bar.ifPresent(Progress::close);
    }
}
