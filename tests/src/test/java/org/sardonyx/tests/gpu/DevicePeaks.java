package org.sardonyx.tests.gpu;

import static org.sardonyx.ir.loop.LoopCode.index;
import static org.sardonyx.ir.loop.LoopCode.load;
import static org.sardonyx.ir.loop.LoopCode.parameter;
import static org.sardonyx.ir.loop.LoopCode.plus;
import static org.sardonyx.ir.loop.LoopCode.times;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.sardonyx.codegen.kernel.Share;
import org.sardonyx.codegen.kernel.StridedCopy;
import org.sardonyx.codegen.opencl.OpenClRenderer;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.Variable;
import org.sardonyx.ir.loop.LoopKernel;
import org.sardonyx.ir.loop.MatrixForm;
import org.sardonyx.runtime.Numerics;
import org.sardonyx.runtime.Profiler;
import org.sardonyx.runtime.RunListener;
import org.sardonyx.runtime.opencl.DeviceFacts;
import org.sardonyx.runtime.opencl.OpenClContext;
import org.sardonyx.runtime.program.MemoryPlan;
import org.sardonyx.runtime.program.Place;
import org.sardonyx.runtime.program.Program;
import org.sardonyx.runtime.program.ProgramExecutor;
import org.sardonyx.runtime.program.Step;

/// How fast a device multiplies and adds, and copies, at best: measured with kernels that do nothing else, by the device's clock.
///
/// @param operationsPerSecond multiplications and additions of float32 together
/// @param bytesPerSecond read and written together
/// @param ofMatrices multiplications and additions by tensor cores, if it has them
record DevicePeaks(double operationsPerSecond, double bytesPerSecond, Map<MatrixForm, Double> ofMatrices) {
    private static final int RUNS = 9;
    /// Sums of a work-item that do not wait for each other.
    private static final int CHAINS = 12;
    private static final long FEWEST_ITERATIONS = 64;
    private static final long MOST_ITERATIONS = 1 << 20;
    /// A measurement is so long that what it takes to start does not count.
    private static final double SECONDS = 2e-3;
    /// Work-items for each compute unit: some wait while others compute.
    private static final long ITEMS_OF_A_UNIT = 4_096;
    private static final long MOST_COPIED = 1L << 28;
    private static final long ROW = 4_096;

    /// What is computed with, at best.
    double operationsPerSecond(Numerics numerics) {
        return switch (numerics) {
            case STRICT, FAST -> operationsPerSecond;
            case TF32 -> ofMatrices.getOrDefault(MatrixForm.TF32, operationsPerSecond);
            case HALF -> ofMatrices.getOrDefault(MatrixForm.FLOAT16, operationsPerSecond);
        };
    }

    /// @param matrices whether it has tensor cores
    static DevicePeaks measure(OpenClContext context, boolean matrices) {
        DeviceFacts facts = context.facts();
        int lanes = facts.isProcessor() ? facts.lanes() : 1;
        long items = facts.isProcessor() ? 16L * facts.computeUnits() : ITEMS_OF_A_UNIT * facts.computeUnits();
        double peak = peak(context, multiplyAdds(lanes), items, items * lanes * Float.BYTES,
                2.0 * CHAINS * lanes * items);
        Map<MatrixForm, Double> ofMatrices = new EnumMap<>(MatrixForm.class);
        for (MatrixForm form : MatrixForm.values()) {
            if (matrices) {
                ofMatrices.put(form, peak(context, MatrixPeak.kernel(form), items / MatrixPeak.ITEMS,
                        items * MatrixPeak.LANES * Float.BYTES, items * MatrixPeak.operations(form)));
            }
        }
        long rows = Math.max(1, Math.min(MOST_COPIED, facts.largestBytes() / 16) / Float.BYTES / ROW);
        long bytes = rows * ROW * Float.BYTES;
        Share share = facts.isProcessor() ? Share.ROWS : Share.ELEMENTS;
        int copied = facts.isProcessor() ? facts.lanes() : 4;
        double copy = seconds(context, new StridedCopy(copied, share).kernel(),
                List.of(new Place.InArena(0), new Place.InArena(bytes)), copyOf(rows),
                share == Share.ROWS ? rows : rows * ROW / copied, 2 * bytes);
        return new DevicePeaks(peak, 2.0 * bytes / copy, ofMatrices);
    }

    /// @param operations of all work-items in an iteration
    private static double peak(OpenClContext context, LoopKernel kernel, long extent, long bytes, double operations) {
        double peak = 0;
        long iterations = FEWEST_ITERATIONS;
        for (double seconds = 0; seconds < SECONDS && iterations < MOST_ITERATIONS; iterations *= 4) {
            seconds =
                    seconds(context, kernel, List.of(new Place.InArena(0)), Map.of("count", iterations), extent, bytes);
            peak = operations * iterations / seconds;
        }
        return peak;
    }

    /// `sum = x * sum + x` with `x` from memory, so that nothing is known when it is compiled, but not one of the tiny numbers that
    /// some devices take long for; the sums are stored, so that they are computed.
    private static LoopKernel multiplyAdds(int lanes) {
        return LoopCode.kernel("peak", List.of("y"), List.of("count"), code -> place -> {
            LoopExpression at = code.define("at", times(place, index(lanes)));
            Variable x = code.define("x",
                    LoopCode.binary(LoopExpression.BinaryMath.MAXIMUM, LoopCode.binary(
                            LoopExpression.BinaryMath.MINIMUM, load("y", at, lanes), LoopCode.constant(0.75, lanes)),
                            LoopCode.constant(0.25, lanes)));
            List<Variable> sums = new ArrayList<>();
            for (int i = 0; i < CHAINS; i++) {
                sums.add(code.define("sum", LoopCode.constant(i, lanes)));
            }
            code.loop("i", index(0), parameter("count"), index(1), _ -> sums
                    .forEach(sum -> code.assign(sum, new LoopExpression.MultiplyAdd(x, sum, x))));
            LoopExpression all = sums.getFirst();
            for (Variable sum : sums.subList(1, CHAINS)) {
                all = LoopCode.binary(LoopExpression.BinaryMath.ADD, all, sum);
            }
            code.store("y", plus(at, index(0)), all);
        });
    }

    private static Map<String, Long> copyOf(long rows) {
        return Map.ofEntries(Map.entry("images", 1L), Map.entry("rows", rows), Map.entry("width", 1L),
                Map.entry("channels", ROW), Map.entry("x_origin", 0L), Map.entry("x_image", rows * ROW),
                Map.entry("x_row", ROW), Map.entry("x_pixel", ROW), Map.entry("x_channel", 1L),
                Map.entry("y_origin", 0L), Map.entry("y_image", rows * ROW), Map.entry("y_row", ROW),
                Map.entry("y_pixel", ROW), Map.entry("y_channel", 1L));
    }

    private static double seconds(OpenClContext context, LoopKernel kernel, List<Place> places,
            Map<String, Long> parameters, long extent, long bytes) {
        List<Long> scalars = kernel.parameters().stream().map(parameters::get).toList();
        Step.Phase phase = new Step.Phase(List.of(new Step.Launch(0, places, scalars, List.of(), 1, 1)), extent, 1);
        Program program = new Program("peak", List.of(), List.of(), List.of(), List.of(kernel.name()),
                List.of(new Step.KernelStep("peak", List.of(phase), 0)),
                new MemoryPlan(bytes, bytes, bytes, List.of(), 0), 0);
        Profiler profiler = new Profiler();
        try (ProgramExecutor executor = context.executor(program,
                List.of(List.of(new OpenClRenderer(context.facts(), true).render(phase, List.of(kernel)))),
                new Interpreter(), () -> {}, RunListener.NONE)) {
            executor.run(List.of(), RunListener.NONE);
            for (int i = 0; i < RUNS; i++) {
                executor.run(List.of(), profiler);
            }
        }
        return Math.max(1, profiler.steps().getFirst().medianNanoseconds()) / 1e9;
    }
}
