package org.sardonyx.cli.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.sardonyx.cli.input.BatchShapes;
import org.sardonyx.cli.input.InputShapes;
import org.sardonyx.cli.input.OpenedModel;
import org.sardonyx.cli.input.RandomValues;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.analysis.MemoryUse;
import org.sardonyx.ir.analysis.MultiplyAdds;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Specialization;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.Devices;
import org.sardonyx.runtime.Profiler;
import org.sardonyx.runtime.Profiler.StepTime;
import org.sardonyx.runtime.Session;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.program.Program;

/// Measures models on a device.
///
/// @param shapes the arguments of `--shape`
/// @param runs how many are measured, by time if it is not given
/// @param profiled whether the steps are measured too
record ModelBench(Devices.Choice device, SessionOptions options, List<String> shapes, Optional<Long> batch,
        Optional<Integer> runs, boolean profiled) {
    private static final int PROFILED_RUNS = 20;
    private static final long LONGEST_PROFILE = 10_000_000_000L;

    /// @throws ModelException if there is no such model, or it cannot be run with these shapes
    BenchResult measure(String model) {
        OpenedModel opened = OpenedModel.read(model);
        try {
            return measure(model, opened);
        } catch (ModelException e) {
            throw e.at(model);
        }
    }

    private BenchResult measure(String model, OpenedModel opened) {
        long start = System.nanoTime();
        try (Session session = opened.session(device, options)) {
            Map<String, ValueType> types = BatchShapes.of(InputShapes.of(session.inputs(), shapes).bound(), batch);
            Map<String, Value> inputs = new LinkedHashMap<>();
            types.forEach((name, type) -> inputs.put(name, new RandomValues(options.seed(), name).of(type)));
            session.run(inputs);
            double first = System.nanoTime() - start;
            Stopwatch stopwatch = new Stopwatch(() -> session.run(inputs));
            stopwatch.warmUp();
            RunTimes times = runs.map(stopwatch::measure).orElseGet(stopwatch::measure);
            Optional<Program> program = session.program(types);
            return new BenchResult(model, types, first, times, multiplyAdds(opened, types, program),
                    weights(opened, program), program,
                    profiled ? profile(session, inputs) : List.of());
        }
    }

    /// Of a compiled model those of its kernels.
    private static OptionalLong multiplyAdds(OpenedModel opened, Map<String, ValueType> types,
            Optional<Program> program) {
        return switch (opened) {
            case OpenedModel.OfGraph(Graph graph, var _) -> {
                Dimension count = MultiplyAdds.of(Specialization.of(graph, types).graph());
                yield count.isConstant() ? OptionalLong.of(count.size()) : OptionalLong.empty();
            }
            case OpenedModel.OfJar _ -> OptionalLong.of(program.orElseThrow().operations());
        };
    }

    private static long weights(OpenedModel opened, Optional<Program> program) {
        return switch (opened) {
            case OpenedModel.OfGraph(Graph graph, var _) ->
                    program.map(Program::constantBytes).orElseGet(() -> MemoryUse.of(graph).constants());
            case OpenedModel.OfJar _ -> program.orElseThrow().constantBytes();
        };
    }

    private static List<StepTime> profile(Session session, Map<String, Value> inputs) {
        Profiler profiler = new Profiler();
        long start = System.nanoTime();
        for (int i = 0; i < PROFILED_RUNS && System.nanoTime() - start < LONGEST_PROFILE; i++) {
            session.run(inputs, profiler);
        }
        return profiler.steps();
    }
}
