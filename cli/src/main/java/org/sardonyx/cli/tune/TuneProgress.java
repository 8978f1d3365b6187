package org.sardonyx.cli.tune;

import java.util.Optional;

import org.sardonyx.cli.terminal.Progress;
import org.sardonyx.codegen.tuning.Tuner;

/// Shows how far a measurement of tiles has come.
final class TuneProgress implements Tuner.Listener, AutoCloseable {
    private Optional<Progress> bar = Optional.empty();

    @Override
    public void round(int done, int left) {
        if (bar.isEmpty()) {
            bar = Optional.of(Progress.start("tune", (long) done + left));
        }
        bar.get().step();
    }

    @Override
    public void close() {
        bar.ifPresent(Progress::close);
    }
}
