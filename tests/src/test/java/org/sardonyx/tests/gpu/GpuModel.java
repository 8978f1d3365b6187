package org.sardonyx.tests.gpu;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;

import org.sardonyx.cli.bench.RunTimes;
import org.sardonyx.cli.bench.Stopwatch;
import org.sardonyx.cli.input.BatchShapes;
import org.sardonyx.cli.input.ModelArgument;
import org.sardonyx.codegen.JvmDevice;
import org.sardonyx.ir.analysis.MultiplyAdds;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Specialization;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.Device;
import org.sardonyx.runtime.Numerics;
import org.sardonyx.runtime.Profiler;
import org.sardonyx.runtime.Session;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.program.Program;

/// A network, checked and measured on a device for several batches. The first image of all batches is the same; what comes of it
/// is compared with a reference.
///
/// @param reference what another device computes for the first image
record GpuModel(String name, Graph graph, Map<String, Tensor> reference) {
    private static final int PROFILED_RUNS = 9;
    private static final double RELATIVE = 1e-3;
    private static final double ABSOLUTE = 1e-5;
    /// Of the largest output, where factors or tensors are rounded.
    private static final double ROUNDED = 1e-2;

    /// Which device's results are the right ones.
    enum Reference {
        /// The definition, which takes minutes for large networks.
        INTERPRETER,
        /// The virtual machine, with sums in order.
        JVM
    }

    static GpuModel open(String name, Reference reference) {
        Graph graph = ModelArgument.read(name).graph();
        Map<String, Tensor> inputs = inputs(graph, 1);
        Map<String, Value> outputs = switch (reference) {
            case INTERPRETER -> new Interpreter().run(fixed(graph, inputs), inputs);
            case JVM -> {
                SessionOptions strict = SessionOptions.DEFAULT.withNumerics(Numerics.STRICT);
                try (Session session = Session.open(graph, new JvmDevice(), strict)) {
                    yield session.run(inputs);
                }
            }
        };
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        outputs.forEach((output, value) -> tensors.put(output, (Tensor) value));
        return new GpuModel(name, graph, tensors);
    }

    private static Graph fixed(Graph graph, Map<String, Tensor> inputs) {
        Map<String, ValueType> types = new LinkedHashMap<>();
        inputs.forEach((input, tensor) -> types.put(input, tensor.type()));
        return Specialization.of(graph, types).graph();
    }

    private static Map<String, Tensor> inputs(Graph graph, long batch) {
        Map<String, ValueType> types = new LinkedHashMap<>();
        graph.inputs().forEach(input -> types.put(Graph.inputOf(input).name(), input.type()));
        Map<String, Tensor> inputs = new LinkedHashMap<>();
        BatchShapes.of(types, Optional.of(batch)).forEach((input, type) -> {
            TensorType tensorType = (TensorType) type;
            Tensor tensor = Tensor.allocate(tensorType.dataType(), tensorType.shape().sizes());
            SplittableRandom random = new SplittableRandom(input.hashCode());
            for (long i = 0; i < tensor.size(); i++) {
                tensor.setDouble(i, random.nextDouble(-1, 1));
            }
            inputs.put(input, tensor);
        });
        return inputs;
    }

    /// What came of a batch.
    ///
    /// @param operations multiplications and additions of a run
    /// @param disagreement the largest difference where results are not close to the reference
    /// @param program that was run, and the time of its steps, if they were asked for
    record Outcome(String model, Numerics numerics, long batch, RunTimes times, long operations, Optional<String> disagreement,
            Optional<Program> program, List<Profiler.StepTime> steps) {
        double operationsPerSecond() {
            return operations / times.median() * 1e9;
        }
    }

    Outcome measure(Device device, Numerics numerics, long batch, OptionalInt runs, boolean profiled) {
        Map<String, Tensor> inputs = inputs(graph, batch);
        Graph fixed = fixed(graph, inputs);
        try (Session session = Session.open(fixed, device, SessionOptions.DEFAULT.withNumerics(numerics))) {
            Optional<String> disagreement = disagreement(session.run(inputs), numerics);
            Stopwatch stopwatch = new Stopwatch(() -> session.run(inputs));
            if (runs.isEmpty()) {
                stopwatch.warmUp();
            }
            RunTimes times = runs.isPresent() ? stopwatch.measure(runs.getAsInt()) : stopwatch.measure();
            Profiler profiler = new Profiler();
            for (int i = 0; profiled && i < PROFILED_RUNS; i++) {
                session.run(inputs, profiler);
            }
            Map<String, ValueType> types = new LinkedHashMap<>();
            inputs.forEach((input, tensor) -> types.put(input, tensor.type()));
            return new Outcome(name, numerics, batch, times, 2 * MultiplyAdds.of(fixed).constant().orElse(0), disagreement,
                    session.program(types), profiled ? profiler.steps() : List.of());
        }
    }

    /// The first image is the first part of each output.
    private Optional<String> disagreement(Map<String, Value> found, Numerics numerics) {
        for (Map.Entry<String, Tensor> output : reference.entrySet()) {
            Tensor expected = output.getValue();
            Tensor tensor = (Tensor) found.get(output.getKey());
            double largest = 0;
            for (long i = 0; i < expected.size(); i++) {
                largest = Math.max(largest, Math.abs(expected.getDouble(i)));
            }
            for (long i = 0; i < expected.size(); i++) {
                double difference = Math.abs(tensor.getDouble(i) - expected.getDouble(i));
                if (!(difference <= tolerance(numerics, largest, Math.abs(expected.getDouble(i))))) {
                    return Optional.of("output '%s'[%d] is %s, expected %s".formatted(output.getKey(), i,
                            tensor.getDouble(i), expected.getDouble(i)));
                }
            }
        }
        return Optional.empty();
    }

    private static double tolerance(Numerics numerics, double largest, double expected) {
        return switch (numerics) {
            case STRICT, FAST -> ABSOLUTE * Math.max(1, largest) + RELATIVE * expected;
            case TF32, HALF -> ROUNDED * largest;
        };
    }
}
