package org.sardonyx.cli.input;

import org.sardonyx.ir.ModelException;
import org.sardonyx.runtime.SessionOptions;
import picocli.CommandLine.Option;

/// The option that says how many threads work on a model; a mixin of commands that run one.
public final class ThreadOption {
    @Option(names = "--threads", paramLabel = "N",
            description = "How many threads work on the model (default: one for each processor).")
    private Integer threads;

    /// The options with the number of threads.
    ///
    /// @throws ModelException if there cannot be so many
    public SessionOptions in(SessionOptions options) {
        if (threads == null) {
            return options;
        }
        if (threads < 1 || threads > SessionOptions.MOST_THREADS) {
            throw new ModelException("--threads " + threads + ": expected 1 to " + SessionOptions.MOST_THREADS);
        }
        return options.withThreads(threads);
    }
}
