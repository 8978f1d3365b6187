package org.sardonyx.codegen.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Where values lie in the arena.
///
/// Values are placed one after the other, each in the tightest gap that is free for its lifetime, or else behind what lives at
/// the same time. Several orders are tried, the largest first and others, and the smallest arena is kept; if none reaches the
/// lower bound, the order is improved: a value that lies at the top is placed earlier.
///
/// @param offsets in bytes, multiples of 64, in the order of the values
/// @param bytes the size of the arena
/// @param lowerBound the largest sum of bytes that are live at the same step: no arena is smaller
/// @param unshared the sum of the bytes of all values
/// @see <a href="https://arxiv.org/abs/2001.03288">Pisarchyk and Lee, "Efficient memory management for deep neural net
///      inference", 2020: greedy by size</a>
public record ArenaPlan(List<Long> offsets, long bytes, long lowerBound, long unshared) {
    /// Of every offset, in bytes: a cache line, and the longest vector.
    public static final long ALIGNMENT = 64;
    private static final int ATTEMPTS = 200;

    public ArenaPlan {
        offsets = List.copyOf(offsets);
    }

    /// Plans an arena.
    public static ArenaPlan of(List<Lifetime> values) {
        List<Lifetime> rounded = values.stream()
                .map(value -> new Lifetime(rounded(value.bytes()), value.first(), value.last())).toList();
        long lowerBound = lowerBound(rounded);
        long[] best = null;
        Integer[] bestOrder = null;
        for (Comparator<Lifetime> order : orders()) {
            Integer[] indices = IntStream.range(0, rounded.size()).boxed().toArray(Integer[]::new);
            Arrays.sort(indices, Comparator.comparing(rounded::get, order));
            long[] offsets = place(rounded, indices);
            if (best == null || top(rounded, offsets) < top(rounded, best)) {
                best = offsets;
                bestOrder = indices;
            }
        }
        best = improved(rounded, best, bestOrder, lowerBound);
        return new ArenaPlan(Arrays.stream(best).boxed().toList(), top(rounded, best), lowerBound,
                rounded.stream().mapToLong(Lifetime::bytes).sum());
    }

    private static long rounded(long bytes) {
        return Math.ceilDiv(bytes, ALIGNMENT) * ALIGNMENT;
    }

    private static List<Comparator<Lifetime>> orders() {
        Comparator<Lifetime> bySize = Comparator.comparingLong(Lifetime::bytes).reversed();
        Comparator<Lifetime> byLength =
                Comparator.comparingInt((Lifetime value) -> value.last() - value.first()).reversed();
        Comparator<Lifetime> byArea = Comparator.comparingDouble(
                (Lifetime value) -> (double) value.bytes() * (value.last() - value.first() + 1)).reversed();
        Comparator<Lifetime> byStart = Comparator.comparingInt(Lifetime::first);
        return List.of(bySize.thenComparing(byStart), bySize.thenComparing(byLength), byArea,
                byLength.thenComparing(bySize),
                byStart.thenComparing(bySize));
    }

    private static long lowerBound(List<Lifetime> values) {
        int steps = values.stream().mapToInt(Lifetime::last).max().orElse(0) + 1;
        long[] change = new long[steps + 1];
        for (Lifetime value : values) {
            change[value.first()] += value.bytes();
            change[value.last() + 1] -= value.bytes();
        }
        long live = 0;
        long most = 0;
        for (long each : change) {
            live += each;
            most = Math.max(most, live);
        }
        return most;
    }

    private static long top(List<Lifetime> values, long[] offsets) {
        return IntStream.range(0, offsets.length).mapToLong(i -> offsets[i] + values.get(i).bytes()).max().orElse(0);
    }

    private static long[] place(List<Lifetime> values, Integer[] order) {
        long[] offsets = new long[values.size()];
        List<Integer> placed = new ArrayList<>();
        for (int index : order) {
            offsets[index] = gap(values, offsets, placed, values.get(index));
            int at = 0;
            while (at < placed.size() && offsets[placed.get(at)] <= offsets[index]) {
                at++;
            }
            placed.add(at, index);
        }
        return offsets;
    }

    /// @param placed what has a place, by offset
    private static long gap(List<Lifetime> values, long[] offsets, List<Integer> placed, Lifetime value) {
        long tightest = Long.MAX_VALUE;
        long best = -1;
        long end = 0;
        for (int other : placed) {
            if (!values.get(other).overlaps(value)) {
                continue;
            }
            long gap = offsets[other] - end;
            if (gap >= value.bytes() && gap < tightest) {
                tightest = gap;
                best = end;
            }
            end = Math.max(end, offsets[other] + values.get(other).bytes());
        }
        return best >= 0 ? best : end;
    }

    private static long[] improved(List<Lifetime> values, long[] offsets, Integer[] order, long lowerBound) {
        long[] best = offsets;
        Integer[] current = order;
        for (int attempt = 0; attempt < ATTEMPTS && top(values, best) > lowerBound; attempt++) {
            long top = top(values, best);
            Integer[] changed = current.clone();
            int highest = 0;
            for (int i = 0; i < changed.length; i++) {
                if (best[changed[i]] + values.get(changed[i]).bytes() == top) {
                    highest = i;
                }
            }
            // The later the attempt, the less far ahead.
            int target = highest - Math.max(1, highest * (ATTEMPTS - attempt) / ATTEMPTS);
            Integer moved = changed[highest];
            if (target < 0) {
                break;
            }
            System.arraycopy(changed, target, changed, target + 1, highest - target);
            changed[target] = moved;
            long[] placed = place(values, changed);
            if (top(values, placed) < top) {
                best = placed;
                current = changed;
            }
        }
        return best;
    }
}
