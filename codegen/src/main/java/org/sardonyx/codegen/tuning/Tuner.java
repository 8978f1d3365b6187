package org.sardonyx.codegen.tuning;

import java.lang.foreign.Arena;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.sardonyx.codegen.CompilingDevice;
import org.sardonyx.codegen.lower.TileChoice;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Specialization;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.Session;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.program.Program;
import org.sardonyx.runtime.program.Step;
import org.sardonyx.runtime.tuning.Measurement;
import org.sardonyx.runtime.tuning.Tuning;
import org.sardonyx.runtime.tuning.TuningFile;

/// Measures tiles of a network's products on a device.
///
/// ```java
/// Tuner tuner = new Tuner(device, SessionOptions.DEFAULT, graph, inputs, TuningFile.ofUser().orElseThrow());
/// Tuner.Result result = tuner.run(Duration.ofSeconds(60), Tuner.Listener.NONE);
/// Session session = Session.open(graph, device, SessionOptions.DEFAULT.withTuning(result.tuning()));
/// ```
///
/// The network is compiled with the next tile of each shape, and run in turns with the network as it is, until the times of its
/// steps tell which is faster: a tile is so measured among the other steps, with caches as these leave them. Each round of that takes
/// a few seconds and is kept in the file when it ends; what is in the file is not measured again.
public final class Tuner {
    private final CompilingDevice device;
    private final CompilingDevice trialDevice;
    private final SessionOptions options;
    private final Graph graph;
    private final Map<String, Value> inputs;
    private final TuningFile file;
    private final String name;
    private final List<TileSearch> searches;

    /// Told how far the measurement has come.
    @FunctionalInterface
    public interface Listener {
        /// Listens to nothing.
        Listener NONE = (_, _) -> {};

        /// @param done rounds so far
        /// @param left rounds that are left, about
        void round(int done, int left);
    }

    /// What was measured.
    ///
    /// @param tiles of the network's shapes, those that were found to be faster among them
    /// @param rounds that were measured now
    /// @param left rounds that are left, about, for which there was no time
    /// @param tuning all that is known now
    public record Result(List<TileChoice> tiles, int rounds, int left, Tuning tuning) {
        public Result {
            tiles = List.copyOf(tiles);
        }

        /// How many shapes have tiles that are faster than the standard ones.
        public long tuned() {
            return tiles.stream().filter(TileChoice::isTuned).count();
        }
    }

    /// The medians of whole runs.
    public record Gain(long standardNanoseconds, long tunedNanoseconds) {}

    /// @param options of the sessions that are to be fast; their tuning does not count
    /// @param inputs of the sizes that are to be fast, by name
    /// @param file for what is measured
    public Tuner(CompilingDevice device, SessionOptions options, Graph graph, Map<String, Value> inputs,
            TuningFile file) {
        this.device = device;
        this.trialDevice = device.forTrials();
        this.options = options.withTuning(Tuning.NONE);
        Map<String, ValueType> types = new HashMap<>();
        inputs.forEach((input, value) -> types.put(input, value.type()));
        this.graph = Specialization.of(graph, types).graph();
        this.inputs = Map.copyOf(inputs);
        this.file = file;
        this.name = device.tuningName(options);
        this.searches = choices(Tuning.NONE).stream().map(choice -> new TileSearch(name, choice)).toList();
    }

    private List<TileChoice> choices(Tuning tuning) {
        try (Arena memory = Arena.ofShared()) {
            return device.lower(graph, options.withTuning(tuning), memory).tiles();
        }
    }

    /// Measures what was not measured yet.
    ///
    /// @param budget after which no further round begins; there is always one
    /// @throws org.sardonyx.ir.ModelException if the device cannot run the model, or the file cannot be written
    public Result run(Duration budget, Listener listener) {
        long start = System.nanoTime();
        Tuning known = file.read();
        int rounds = 0;
        if (left(known) > 0) {
            // What cannot be written to is told before anything is measured.
            known = file.add(List.of());
            try (Session standard = Session.open(graph, trialDevice, options)) {
                Map<String, Set<Integer>> steps = steps(standard.program(types()).orElseThrow());
                Trial.warmUp(standard, inputs);
                Map<String, String> next = next(known, steps);
                while (!next.isEmpty() && (rounds == 0 || System.nanoTime() - start < budget.toNanos())) {
                    known = file.add(round(standard, next, steps, known));
                    listener.round(++rounds, left(known));
                    next = next(known, steps);
                }
            }
        }
        return new Result(choices(known), rounds, left(known), known);
    }

    /// Measures whole runs of the network with standard tiles and with those that were found to be faster, in turns.
    ///
    /// @param result of a measurement of tiles
    public Gain compare(Result result) {
        try (Session standard = Session.open(graph, device, options);
                Session tuned = Session.open(graph, device, options.withTuning(result.tuning()))) {
            PairedTimes times = new Trial(standard, tuned, inputs).measureRuns();
            return new Gain(times.standardMedian(), times.triedMedian());
        }
    }

    private Map<String, ValueType> types() {
        return inputs.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, input -> input.getValue().type()));
    }

    private int left(Tuning known) {
        return searches.stream().mapToInt(search -> search.left(known)).max().orElse(0);
    }

    /// The steps in which there are products of each shape.
    private static Map<String, Set<Integer>> steps(Program program) {
        Map<String, Set<Integer>> steps = new HashMap<>();
        for (int i = 0; i < program.steps().size(); i++) {
            if (program.steps().get(i) instanceof Step.KernelStep kernels) {
                int step = i;
                kernels.tilings().forEach(
                        tiling -> steps.computeIfAbsent(tiling.shape(), _ -> new LinkedHashSet<>()).add(step));
            }
        }
        return steps;
    }

    /// The tiles to measure next: of each step that of one shape only, so that what changes its time is known.
    private Map<String, String> next(Tuning known, Map<String, Set<Integer>> steps) {
        Map<String, String> next = new LinkedHashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (TileSearch search : searches) {
            String shape = search.choice().shape();
            search.next(known).filter(_ -> steps.get(shape).stream().noneMatch(taken::contains)).ifPresent(tile -> {
                next.put(shape, tile);
                taken.addAll(steps.get(shape));
            });
        }
        return next;
    }

    private List<Measurement> round(Session standard, Map<String, String> tiles, Map<String, Set<Integer>> steps,
            Tuning known) {
        Map<String, Set<Integer>> changed = new HashMap<>(steps);
        changed.keySet().retainAll(tiles.keySet());
        Map<String, PairedTimes> times;
        try (Session tried = Session.open(graph, trialDevice, options.withTuning(Tuning.ofTiles(name, tiles)))) {
            times = new Trial(standard, tried, inputs).measure(changed);
        }
        List<Measurement> measured = new ArrayList<>();
        times.forEach((shape, pairs) -> {
            String tile = tiles.get(shape);
            Measurement now = new Measurement(name, shape, tile, pairs.triedTime(), pairs.standardMedian(), 1);
            measured.add(known.find(name, shape, tile).map(before -> before.and(now)).orElse(now));
        });
        return measured;
    }
}
