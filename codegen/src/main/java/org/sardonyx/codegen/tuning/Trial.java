package org.sardonyx.codegen.tuning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

import org.sardonyx.codegen.CompilationTime;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.Profiler;
import org.sardonyx.runtime.Session;

/// Runs a network with standard tiles and one with others in turns, and compares the steps that differ.
///
/// @param standard the network with standard tiles, warm
/// @param tried the same with others
record Trial(Session standard, Session tried, Map<String, Value> inputs) {
    private static final int FEWEST_PAIRS = 9;
    /// Of a network whose runs are so long that chance counts little.
    private static final int FEWEST_LONG_PAIRS = 3;
    private static final long LONG_NANOSECONDS = 10_000_000_000L;
    private static final int MOST_PAIRS = 1_000;
    private static final long LONG_ENOUGH_NANOSECONDS = 1_200_000_000L;
    /// What the virtual machine has not compiled after so long is compiled while it runs.
    private static final long WARM_UP_WINDOW_NANOSECONDS = 150_000_000L;
    private static final int WARM_UP_RUNS = 3;
    private static final int WARM_UP_WINDOWS = 2;
    private static final long LONGEST_WARM_UP_NANOSECONDS = 3_000_000_000L;
    /// Of compilation in a window, which counts as nothing.
    private static final long COMPILATION_MILLISECONDS = 5;
    private static final double IMPROVEMENT = 0.9;

    /// @param steps of each shape
    /// @return the times of all steps of a shape together
    Map<String, PairedTimes> measure(Map<String, Set<Integer>> steps) {
        warmUp(tried, inputs);
        Map<String, PairedTimes> times = new HashMap<>();
        steps.keySet().forEach(shape -> times.put(shape, new PairedTimes()));
        inTurns(this::steps, (before, after) -> steps
                .forEach((shape, some) -> times.get(shape).add(sum(before, some), sum(after, some))));
        return times;
    }

    /// The times of whole runs.
    PairedTimes measureRuns() {
        warmUp(standard, inputs);
        warmUp(tried, inputs);
        PairedTimes times = new PairedTimes();
        inTurns(session -> {
            long start = System.nanoTime();
            session.run(inputs);
            return System.nanoTime() - start;
        }, times::add);
        return times;
    }

    /// Measures both in turns, until there are enough pairs.
    ///
    /// @param pair takes what was measured of the network with standard tiles, and of the other one
    private <T> void inTurns(Function<Session, T> measure, BiConsumer<T, T> pair) {
        long start = System.nanoTime();
        for (int pairs = 0; !isEnough(pairs, System.nanoTime() - start); pairs++) {
            if (pairs % 2 == 0) {
                T before = measure.apply(standard);
                pair.accept(before, measure.apply(tried));
            } else {
                T after = measure.apply(tried);
                pair.accept(measure.apply(standard), after);
            }
        }
    }

    private static boolean isEnough(int pairs, long nanoseconds) {
        return pairs >= (nanoseconds > LONG_NANOSECONDS ? FEWEST_LONG_PAIRS : FEWEST_PAIRS)
                && (nanoseconds > LONG_ENOUGH_NANOSECONDS || pairs >= MOST_PAIRS);
    }

    private List<Long> steps(Session session) {
        Profiler profiler = new Profiler();
        session.run(inputs, profiler);
        return profiler.steps().stream().map(Profiler.StepTime::medianNanoseconds).toList();
    }

    private static long sum(List<Long> times, Set<Integer> steps) {
        return steps.stream().mapToLong(times::get).sum();
    }

    /// Runs a network until the virtual machine has compiled what it needs: in windows, the last of which bring no speed.
    static void warmUp(Session session, Map<String, Value> inputs) {
        long start = System.nanoTime();
        long now = start;
        long fastest = Long.MAX_VALUE;
        int stable = 0;
        while (stable < WARM_UP_WINDOWS && now - start < LONGEST_WARM_UP_NANOSECONDS) {
            long compilation = CompilationTime.milliseconds();
            long window = now;
            long shortest = Long.MAX_VALUE;
            for (int i = 0; i < WARM_UP_RUNS && now - start < LONGEST_WARM_UP_NANOSECONDS
                    || now - window < WARM_UP_WINDOW_NANOSECONDS; i++) {
                session.run(inputs, new Profiler());
                long after = System.nanoTime();
                shortest = Math.min(shortest, after - now);
                now = after;
            }
            boolean same = shortest > fastest * IMPROVEMENT
                    && CompilationTime.milliseconds() - compilation <= COMPILATION_MILLISECONDS;
            stable = same ? stable + 1 : 0;
            fastest = Math.min(fastest, shortest);
        }
    }
}
