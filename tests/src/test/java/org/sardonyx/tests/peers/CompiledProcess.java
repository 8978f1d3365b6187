package org.sardonyx.tests.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.runtime.Session;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.model.CompiledModel;

/// What a process does that measures a compiled model: it runs with the modules `runtime` and `ir` only.
public final class CompiledProcess {
    static final String FIRST = "first result";
    private static final int MOST_RUNS = 1_000_000;
    private static final int LEAST_RUNS = 8;
    private static final int LATE = 4;
    private static final long NANOSECONDS = 6_000_000_000L;
    private static final Path STATUS = Path.of("/proc/self/status");

    private CompiledProcess() {}

    /// Prints a line as soon as there is a result, and one with its measurements: nanoseconds of loading, nanoseconds of a run,
    /// bytes of memory or -1.
    ///
    /// @param arguments the jar and the device
    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        CompiledModel model = CompiledModel.open(Path.of(arguments[0]));
        Map<String, Tensor> inputs = inputs(model.programs().getFirst().inputs());
        Map<String, ValueType> types = new LinkedHashMap<>();
        inputs.forEach((name, tensor) -> types.put(name, tensor.type()));
        try (Session session = model.session(arguments[1], SessionOptions.DEFAULT)) {
            session.program(types);
            long load = System.nanoTime() - start;
            session.run(inputs);
            System.out.println(FIRST);
            System.out.println(load + " " + steady(session, inputs) + " " + residentBytes().orElse(-1));
        }
    }

    private static Map<String, Tensor> inputs(Map<String, ValueType> types) {
        Map<String, Tensor> inputs = new LinkedHashMap<>();
        types.forEach((name, type) -> {
            TensorType tensor = (TensorType) type;
            Tensor input = Tensor.allocate(tensor.dataType(), tensor.shape().sizes());
            for (long i = 0; i < input.size(); i++) {
                input.setDouble(i, i % 7);
            }
            inputs.put(name, input);
        });
        return inputs;
    }

    /// Of the last quarter of the runs, in nanoseconds: in the seconds before, the virtual machine still compiles.
    private static long steady(Session session, Map<String, Tensor> inputs) {
        long[] times = new long[MOST_RUNS];
        long start = System.nanoTime();
        int runs = 0;
        while (runs < LEAST_RUNS || runs < MOST_RUNS && System.nanoTime() - start < NANOSECONDS) {
            long begin = System.nanoTime();
            session.run(inputs);
            times[runs++] = System.nanoTime() - begin;
        }
        long[] late = Arrays.copyOfRange(times, runs - Math.ceilDiv(runs, LATE), runs);
        Arrays.sort(late);
        return late[late.length / 2];
    }

    /// As the system tells it, where it does.
    private static OptionalLong residentBytes() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return OptionalLong.empty();
        }
        List<String> lines = Files.readAllLines(STATUS);
        return lines.stream().filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10).findFirst();
    }
}
