package org.sardonyx.cli.terminal;

import java.io.Console;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// Shows on a terminal how far long work has come; shows nothing when the output goes elsewhere.
///
/// ```java
/// try (Progress progress = Progress.start("conform", cases.size())) {
///     cases.forEach(test -> { run(test); progress.step(); });
/// }
/// ```
public final class Progress implements AutoCloseable {
    private final Optional<ProgressBar> bar;

    private Progress(Optional<ProgressBar> bar) {
        this.bar = bar;
    }

    /// Starts a bar on the standard error stream.
    ///
    /// @param task a word or two on what is done
    /// @param steps how many steps it takes
    public static Progress start(String task, long steps) {
        return new Progress(isTerminal()
                ? Optional.of(new ProgressBarBuilder().setTaskName(task).setInitialMax(steps)
                        .setConsumer(new ConsoleProgressBarConsumer(System.err)).setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(200).clearDisplayOnFinish().build())
                : Optional.empty());
    }

    /// One more step is done; may be called by several threads.
    public void step() {
        bar.ifPresent(ProgressBar::step);
    }

    /// Removes the bar.
    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }

    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
