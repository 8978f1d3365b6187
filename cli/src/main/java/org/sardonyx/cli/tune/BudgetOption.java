package org.sardonyx.cli.tune;

import java.time.Duration;

import org.sardonyx.ir.ModelException;
import picocli.CommandLine.Option;

/// The option that says how long tiles are measured; a mixin of commands that do.
public final class BudgetOption {
    private static final long MOST_SECONDS = 7L * 24 * 60 * 60;

    @Option(names = "--budget", paramLabel = "SECONDS", defaultValue = "60",
            description = "After how long no further round of measurements begins; there is always one (default: ${DEFAULT-VALUE}).")
    private long seconds;

    /// @throws ModelException if it is no time
    public Duration duration() {
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw new ModelException("--budget " + seconds + ": expected 1 to " + MOST_SECONDS);
        }
        return Duration.ofSeconds(seconds);
    }
}
