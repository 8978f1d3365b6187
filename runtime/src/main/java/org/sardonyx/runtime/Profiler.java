package org.sardonyx.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Measures how long each step of a model takes, over any number of runs of one session, one at a time.
///
/// ```java
/// Profiler profiler = new Profiler();
/// for (int i = 0; i < 20; i++) {
///     session.run(inputs, profiler);
/// }
/// profiler.steps().forEach(System.out::println);
/// ```
public final class Profiler implements RunListener {
    private final List<Times> steps = new ArrayList<>();
    private int open = -1;
    private long since;

    /// A step and how long it took.
    ///
    /// @param description what it computes
    /// @param runs in how many runs it was seen
    /// @param medianNanoseconds the median over them
    public record StepTime(String description, int runs, long medianNanoseconds) {}

    private static final class Times {
        private final String description;
        private long[] nanoseconds = new long[16];
        private int count;

        Times(String description) {
            this.description = description;
        }

        void add(long time) {
            if (count == nanoseconds.length) {
                nanoseconds = Arrays.copyOf(nanoseconds, 2 * count);
            }
            nanoseconds[count++] = time;
        }

        void replaceLast(long time) {
            nanoseconds[count - 1] = time;
        }

        StepTime summary() {
            long[] sorted = Arrays.copyOf(nanoseconds, count);
            Arrays.sort(sorted);
            return new StepTime(description, count, count == 0 ? 0 : sorted[count / 2]);
        }
    }

    @Override
    public void step(int index, int count, String description) {
        long now = System.nanoTime();
        if (index > 0) {
            end(now);
        }
        if (index == steps.size()) {
            steps.add(new Times(description));
        }
        open = index;
        since = System.nanoTime();
    }

    @Override
    public boolean measures() {
        return true;
    }

    /// The device knows it better than the clock here, which saw when the step was given to it.
    @Override
    public void took(int index, long nanoseconds) {
        if (open >= 0) {
            end(System.nanoTime());
        }
        steps.get(index).replaceLast(nanoseconds);
    }

    @Override
    public void finished() {
        end(System.nanoTime());
    }

    private void end(long now) {
        if (open >= 0) {
            steps.get(open).add(now - since);
            open = -1;
        }
    }

    /// The steps that were seen, in the order in which they run.
    public List<StepTime> steps() {
        return steps.stream().map(Times::summary).toList();
    }
}
