package org.sardonyx.tests.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;

import org.sardonyx.cli.bench.RunTimes;
import org.sardonyx.cli.bench.Stopwatch;
import org.sardonyx.cli.input.BatchShapes;
import org.sardonyx.cli.input.ModelArgument;
import org.sardonyx.frontend.ModelFile;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;

/// Measures a model on both runtimes, in blocks that take turns.
///
/// Threads of both look for work for a while after a run before they sleep, which makes the next run of their own faster and
/// would take a processor from the other's. So each block begins with a pause in which all of them fall asleep, and with
/// runs that are not timed, which wake the block's own.
///
/// @param device of ours
/// @param runs how many runs of each are timed, by time if it is not given
record Contest(String device, int threads, OptionalInt runs) {
    private static final int BLOCKS = 6;
    private static final long PAUSE_MILLISECONDS = 100;
    private static final int WAKING_RUNS = 3;
    private static final int LEAST_RUNS = 24;
    private static final double BLOCK_NANOSECONDS = 4e8;
    private static final int MOST_RUNS = 4_000;
    private static final double RELATIVE = 1e-3;
    private static final double ABSOLUTE = 1e-5;

    /// What came of it.
    ///
    /// @param disagreement the first element of an output that is not the same, if there is one
    record Outcome(String model, RunTimes ours, RunTimes theirs, Optional<String> disagreement) {
        double ratio() {
            return theirs.median() / ours.median();
        }
    }

    /// Measures runs.
    ///
    /// @throws ModelException if there is no such model, or one of the runtimes does not take it
    Outcome hold(String model) throws IOException {
        return withFile(model, file -> hold(model, file));
    }

    /// Measures first results, each in a new process.
    ///
    /// @throws ModelException as [#hold]
    Outcome first(String model) throws IOException {
        return withFile(model, file -> new Outcome(model, FirstResult.measure(device, file, threads),
                firstOfPeer(file), Optional.empty()));
    }

    /// Measures first results of the peer.
    RunTimes firstOfPeer(Path file) throws IOException {
        return FirstResult.measure(FirstResult.PEER, file, threads);
    }

    /// What is measured of a model in a file.
    interface Measurement<T> {
        T of(Path file) throws IOException;
    }

    /// Measures a model.
    ///
    /// @param model a file, or a network of the zoo, of which one is made
    static <T> T withFile(String model, Measurement<T> measurement) throws IOException {
        if (model.endsWith(".onnx")) {
            return measurement.of(Path.of(model));
        }
        Path folder = Files.createTempDirectory("peers");
        Path copy = folder.resolve("model.onnx");
        try {
            ModelFile.write(ModelArgument.open(model), copy);
            return measurement.of(copy);
        } finally {
            Files.deleteIfExists(copy);
            Files.delete(folder);
        }
    }

    /// Random values for all inputs of a model, for a batch of one.
    static Map<String, Tensor> inputs(Graph graph) {
        Map<String, ValueType> types = new LinkedHashMap<>();
        graph.inputs().forEach(input -> types.put(Graph.inputOf(input).name(), input.type()));
        Map<String, Tensor> inputs = new LinkedHashMap<>();
        BatchShapes.of(types, Optional.empty()).forEach((name, type) -> inputs.put(name, random(name, type)));
        return inputs;
    }

    private Outcome hold(String model, Path file) {
        Graph graph = ModelFile.read(file).graph();
        Map<String, Tensor> inputs = inputs(graph);
        try (Contestant ours = new Sardonyx(graph, inputs, device, threads);
                Contestant theirs = new OnnxRuntime(file, inputs, threads)) {
            Optional<String> disagreement = disagreement(ours.outputs(), theirs.outputs());
            Stopwatch ourWatch = new Stopwatch(ours::run);
            Stopwatch theirWatch = new Stopwatch(theirs::run);
            sleep();
            ourWatch.warmUp();
            sleep();
            theirWatch.warmUp();
            RunTimes ourTimes = block(ourWatch);
            RunTimes theirTimes = block(theirWatch);
            for (int i = 1; i < BLOCKS; i++) {
                ourTimes = ourTimes.and(block(ourWatch));
                theirTimes = theirTimes.and(block(theirWatch));
            }
            return new Outcome(model, ourTimes, theirTimes, disagreement);
        }
    }

    private RunTimes block(Stopwatch watch) {
        sleep();
        double time = watch.measure(WAKING_RUNS).median();
        int byTime = (int) Math.clamp(BLOCK_NANOSECONDS / time, Math.ceilDiv(LEAST_RUNS, BLOCKS), MOST_RUNS);
        return watch.measure(runs.isPresent() ? Math.ceilDiv(runs.getAsInt(), BLOCKS) : byTime);
    }

    private static void sleep() {
        try {
            Thread.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static Tensor random(String name, ValueType type) {
        if (!(type instanceof TensorType tensorType) || tensorType.dataType() == DataType.STRING) {
            throw new ModelException("input '" + name + "' is a " + type + ", expected a tensor of numbers");
        }
        Tensor tensor = Tensor.allocate(tensorType.dataType(), tensorType.shape().sizes());
        SplittableRandom random = new SplittableRandom(name.hashCode());
        for (long i = 0; i < tensor.size(); i++) {
            if (tensor.dataType().isFloat()) {
                tensor.setDouble(i, random.nextDouble(-1, 1));
            } else {
                tensor.setLong(i, random.nextInt(2));
            }
        }
        return tensor;
    }

    /// Compares with what the other runtime computes, element by element.
    static Optional<String> disagreement(Map<String, Tensor> ours, Map<String, Tensor> theirs) {
        for (Map.Entry<String, Tensor> output : theirs.entrySet()) {
            Tensor found = ours.get(output.getKey());
            Tensor expected = output.getValue();
            String name = "output '" + output.getKey() + "'";
            if (found == null || !found.type().equals(expected.type())) {
                return Optional.of(name + " is " + (found == null ? "missing" : "a " + found.type()) + ", expected a "
                        + expected.type());
            }
            for (long i = 0; i < expected.size(); i++) {
                double difference = Math.abs(found.getDouble(i) - expected.getDouble(i));
                if (!(difference <= ABSOLUTE + RELATIVE * Math.abs(expected.getDouble(i)))) {
                    return Optional.of(name + "[" + i + "] is " + found.getDouble(i) + ", expected "
                            + expected.getDouble(i));
                }
            }
        }
        return Optional.empty();
    }
}
