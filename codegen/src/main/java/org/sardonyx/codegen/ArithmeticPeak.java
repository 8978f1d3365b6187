package org.sardonyx.codegen;

import static org.sardonyx.ir.loop.LoopCode.index;
import static org.sardonyx.ir.loop.LoopCode.load;
import static org.sardonyx.ir.loop.LoopCode.parameter;
import static org.sardonyx.ir.loop.LoopCode.plus;
import static org.sardonyx.ir.loop.LoopCode.times;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

import org.sardonyx.codegen.jvm.JvmRenderer;
import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.Variable;
import org.sardonyx.ir.loop.LoopKernel;
import org.sardonyx.runtime.kernel.Kernel;
import org.sardonyx.runtime.kernel.WarmUp;
import org.sardonyx.runtime.kernel.Workers;

/// How fast the machine can multiply and add at best, measured: what a kernel does that waits for nothing, neither for memory
/// nor for an earlier result. It is a kernel of the loop language, rendered as those of models are.
///
/// @param lanes of the vectors it uses, 1 without the Vector API
/// @param threads that worked at the same time
/// @param operationsPerSecond multiplications and additions of float32 together, of all threads
public record ArithmeticPeak(int lanes, int threads, double operationsPerSecond) {
    /// Chains of results that depend on each other; there have to be as many as the processor has multiply-adds under way,
    /// some eight to ten, and they have to fit into sixteen registers together with the two factors.
    private static final int CHAINS = 12;
    /// A sample is so long that starting the threads does not count.
    private static final double SAMPLE_NANOSECONDS = 2e6;
    private static final long MOST_ITERATIONS = 10_000_000;
    /// Samples without a better one that end the measurement.
    private static final int SAMPLES = 150;
    /// Operations of each lane in a nanosecond below which the virtual machine has not compiled the kernel yet.
    private static final double COMPILED = 1;
    private static final double IMPROVEMENT = 1.01;
    private static final long LONGEST_NANOSECONDS = 4_000_000_000L;
    private static final long WARM_UP_ITERATIONS = 4;

    /// Measures it, in a fraction of a second; other load on the machine makes it less, so the best of many samples counts.
    public static ArithmeticPeak measure(int threads) {
        int lanes = JvmRenderer.preferredLanes();
        Kernel kernel = JvmRenderer.load(kernel(lanes));
        try (Arena arena = Arena.ofShared(); Workers workers = new Workers(threads)) {
            long elements = (long) lanes * (1 + (long) threads * CHAINS);
            MemorySegment[] buffers = {arena.allocate(elements * Float.BYTES, 64)};
            for (long i = 0; i < elements; i++) {
                buffers[0].setAtIndex(ValueLayout.JAVA_FLOAT, i, 0.5f);
            }
            WarmUp.run(List.of(new WarmUp.Call(kernel, 1, List.of(List.of(WARM_UP_ITERATIONS)),
                    Long.MAX_VALUE)));
            double best = 0;
            long[] count = {1};
            int since = 0;
            long end = System.nanoTime() + LONGEST_NANOSECONDS;
            while ((since < SAMPLES || best < COMPILED * lanes) && System.nanoTime() - end < 0) {
                long start = System.nanoTime();
                workers.run((_, from, to) -> kernel.run(buffers, count, from, to), threads, threads);
                double nanoseconds = Math.max(1, System.nanoTime() - start);
                double rate = 2.0 * count[0] * CHAINS * lanes * threads / nanoseconds;
                since = rate > best * IMPROVEMENT ? 0 : since + 1;
                best = Math.max(best, rate);
                count[0] = Math.clamp((long) (count[0] * SAMPLE_NANOSECONDS / nanoseconds), 1, MOST_ITERATIONS);
            }
            return new ArithmeticPeak(lanes, threads, best * 1e9);
        }
    }

    /// `sum = x * sum + x` with `x` from memory, so that nothing is known when it is compiled; the sums are stored, so that
    /// they are computed. The product begins with `x` because the virtual machine knows which class of vectors that is of,
    /// which it cannot know for sure of a variable that a loop changes.
    static LoopKernel kernel(int lanes) {
        return LoopCode.kernel("peak", List.of("y"), List.of("count"), code -> place -> {
            Variable x = code.define("x", load("y", index(0), lanes));
            Variable[] sums = new Variable[CHAINS];
            for (int i = 0; i < CHAINS; i++) {
                sums[i] = code.define("sum", LoopCode.constant(i, lanes));
            }
            code.loop("i", index(0), parameter("count"), index(1), _ -> {
                for (Variable sum : sums) {
                    code.assign(sum, new LoopExpression.MultiplyAdd(x, sum, x));
                }
            });
            for (int i = 0; i < CHAINS; i++) {
                code.store("y", plus(index((long) lanes * (1 + i)), times(place, index((long) lanes * CHAINS))),
                        sums[i]);
            }
        });
    }
}
