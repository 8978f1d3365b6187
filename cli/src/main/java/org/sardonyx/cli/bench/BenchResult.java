package org.sardonyx.cli.bench;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

import org.sardonyx.ir.type.ValueType;
import org.sardonyx.runtime.Profiler.StepTime;
import org.sardonyx.runtime.program.Program;
import org.sardonyx.runtime.program.Step;

/// What was measured of one model.
///
/// @param model as it was named
/// @param inputs by name
/// @param firstNanoseconds from the graph to the first result: compilation and a run
/// @param multiplyAdds of one run, empty if they are not known
/// @param weights bytes of constants, as they are packed for the device
/// @param program empty if the device makes none
/// @param profile the times of the steps; empty if they were not asked for
record BenchResult(String model, Map<String, ValueType> inputs, double firstNanoseconds, RunTimes times,
        OptionalLong multiplyAdds, long weights, Optional<Program> program, List<StepTime> profile) {
    BenchResult {
        Objects.requireNonNull(times);
        profile = List.copyOf(profile);
    }

    /// Multiplications and additions per second, of the median run.
    Optional<Double> operationsPerSecond() {
        return multiplyAdds.isPresent()
                ? Optional.of(2.0 * multiplyAdds.getAsLong() / times.median() * 1e9)
                : Optional.empty();
    }

    /// Multiplications and additions of a step; 0 where they are not known.
    long operations(int step) {
        return program.isPresent() && program.get().steps().get(step) instanceof Step.KernelStep kernel
                ? 2 * kernel.operations()
                : 0;
    }

    /// The tiles of the products of a step, each with a star if it was measured to be faster than the standard one.
    String tiles(int step) {
        return program.isPresent() && program.get().steps().get(step) instanceof Step.KernelStep kernel
                ? kernel.tilings().stream().map(tiling -> tiling.tile() + (tiling.isTuned() ? "*" : "")).distinct()
                        .collect(Collectors.joining(", "))
                : "";
    }

    /// Where a step runs, in a word.
    String kind(int step) {
        return program.isPresent() && program.get().steps().get(step) instanceof Step.KernelStep ? "kernel" : "host";
    }
}
