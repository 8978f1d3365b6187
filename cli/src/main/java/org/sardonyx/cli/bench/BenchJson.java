package org.sardonyx.cli.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.jr.ob.JSON;

import org.sardonyx.codegen.ArithmeticPeak;
import org.sardonyx.runtime.Profiler.StepTime;
import org.sardonyx.runtime.program.Program;

/// Writes what was measured as JSON for other programs. Times are in milliseconds, memory in bytes; what is not known is null.
final class BenchJson {
    private BenchJson() {}

    static String of(String device, int threads, Optional<ArithmeticPeak> peak, List<BenchResult> results)
            throws IOException {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("device", device);
        report.put("threads", threads);
        report.put("vectorLanes", peak.map(ArithmeticPeak::lanes).orElse(null));
        report.put("peakGigaflops", peak.map(known -> known.operationsPerSecond() / 1e9).orElse(null));
        report.put("models", results.stream().map(result -> model(result, peak)).toList());
        return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).with(JSON.Feature.WRITE_NULL_PROPERTIES)
                .asString(report);
    }

    private static Map<String, Object> model(BenchResult result, Optional<ArithmeticPeak> peak) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("model", result.model());
        Map<String, Object> inputs = new LinkedHashMap<>();
        result.inputs().forEach((name, type) -> inputs.put(name, type.toString()));
        model.put("inputs", inputs);
        model.put("runs", result.times().runs());
        model.put("median", result.times().median() / 1e6);
        model.put("min", result.times().minimum() / 1e6);
        model.put("p99", result.times().percentile(99) / 1e6);
        model.put("first", result.firstNanoseconds() / 1e6);
        model.put("multiplyAdds", result.multiplyAdds().isPresent() ? result.multiplyAdds().getAsLong() : null);
        model.put("gigaflops", result.operationsPerSecond().map(speed -> speed / 1e9).orElse(null));
        model.put("shareOfPeak",
                result.operationsPerSecond()
                        .flatMap(speed -> peak.map(known -> speed / known.operationsPerSecond())).orElse(null));
        model.put("steps", result.program().map(program -> program.steps().size()).orElse(null));
        model.put("hostSteps",
                result.program().map(program -> program.steps().size() - program.compiledSteps()).orElse(null));
        model.put("arenaBytes", result.program().map(known -> known.memory().arenaBytes()).orElse(null));
        model.put("arenaLowerBound", result.program().map(known -> known.memory().lowerBound()).orElse(null));
        model.put("weightBytes", result.weights());
        model.put("tiles", result.program().map(program -> program.tilings().size()).orElse(null));
        model.put("tunedTiles", result.program().map(Program::tunedTiles).orElse(null));
        if (!result.profile().isEmpty()) {
            model.put("profile", profile(result));
        }
        return model;
    }

    private static List<Object> profile(BenchResult result) {
        List<Object> steps = new ArrayList<>();
        for (StepTime step : result.profile()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("step", step.description());
            entry.put("kind", result.kind(steps.size()));
            entry.put("median", step.medianNanoseconds() / 1e6);
            entry.put("tiles", result.tiles(steps.size()));
            entry.put("operations", result.operations(steps.size()));
            steps.add(entry);
        }
        return steps;
    }
}
