package org.sardonyx.cli.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.sardonyx.cli.terminal.Table;
import org.sardonyx.codegen.ArithmeticPeak;
import org.sardonyx.runtime.Profiler.StepTime;
import org.sardonyx.runtime.program.Program;

/// Prints what was measured for a person to read.
///
/// @param peak of the processor, if that is the device
record BenchText(PrintWriter out, Optional<ArithmeticPeak> peak) {
    private static final double MEBIBYTE = 1 << 20;
    private static final String NONE = "-";

    void print(List<BenchResult> results) {
        Table table =
                new Table("<MODEL", ">RUNS", ">MEDIAN ms", ">MIN ms", ">P99 ms", ">GFLOP/s", ">OF PEAK", ">FIRST ms",
                        ">STEPS", ">HOST", ">ARENA MiB", ">BOUND MiB", ">WEIGHTS MiB");
        for (BenchResult result : results) {
            Optional<Double> speed = result.operationsPerSecond();
            table.row(result.model(), Integer.toString(result.times().runs()), milliseconds(result.times().median()),
                    milliseconds(result.times().minimum()), milliseconds(result.times().percentile(99)),
                    speed.map(BenchText::giga).orElse(NONE), speed.map(this::share).orElse(NONE),
                    String.format(Locale.ROOT, "%.0f", result.firstNanoseconds() / 1e6),
                    of(result, program -> Integer.toString(program.steps().size())),
                    of(result, program -> Long.toString(program.steps().size() - program.compiledSteps())),
                    of(result, program -> mebibytes(program.memory().arenaBytes())),
                    of(result, program -> mebibytes(program.memory().lowerBound())), mebibytes(result.weights()));
        }
        table.print(out);
        results.forEach(result -> result.program().filter(program -> program.tunedTiles() > 0).ifPresent(
                program -> out.println(result.model() + ": " + program.tunedTiles() + " of "
                        + program.tilings().size() + " tiles are tuned")));
        results.stream().filter(result -> !result.profile().isEmpty()).forEach(this::printProfile);
    }

    private static String of(BenchResult result, Function<Program, String> figure) {
        return result.program().map(figure).orElse(NONE);
    }

    private void printProfile(BenchResult result) {
        List<StepTime> steps = result.profile();
        double sum = steps.stream().mapToLong(StepTime::medianNanoseconds).sum();
        out.println();
        out.println(result.model() + ": " + steps.size() + " steps, " + milliseconds(sum) + " ms in steps");
        Table table = new Table(">STEP", "<KIND", ">TIME ms", ">SHARE", ">GFLOP/s", ">OF PEAK", "<TILE", "<WHAT");
        IntStream.range(0, steps.size()).forEach(i -> {
            StepTime step = steps.get(i);
            double speed = result.operations(i) / (double) Math.max(1, step.medianNanoseconds()) * 1e9;
            table.row(Integer.toString(i), result.kind(i), milliseconds(step.medianNanoseconds()),
                    String.format(Locale.ROOT, "%.1f%%", 100 * step.medianNanoseconds() / Math.max(1, sum)),
                    speed == 0 ? "" : giga(speed), speed == 0 ? "" : share(speed), result.tiles(i), step.description());
        });
        table.print(out);
    }

    private String share(double operationsPerSecond) {
        return peak.map(
                known -> String.format(Locale.ROOT, "%.1f%%", 100 * operationsPerSecond / known.operationsPerSecond()))
                .orElse(NONE);
    }

    /// Three significant digits: a small network takes microseconds, a large one seconds.
    static String milliseconds(double nanoseconds) {
        double milliseconds = nanoseconds / 1e6;
        int decimals = milliseconds < 1 ? 4 : milliseconds < 10 ? 3 : milliseconds < 100 ? 2 : 1;
        return String.format(Locale.ROOT, "%." + decimals + "f", milliseconds);
    }

    static String giga(double operationsPerSecond) {
        return String.format(Locale.ROOT, "%.1f", operationsPerSecond / 1e9);
    }

    private static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%.2f", bytes / MEBIBYTE);
    }
}
