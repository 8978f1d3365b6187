package org.sardonyx.tests.properties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// A source of random choices from which a case is made: the same seed and size make the same case. A smaller size makes
/// a smaller case, which is how a failing one shrinks.
final class Draw {
    /// From which the cases of a build are drawn: the same ones each time, so that a build that passed passes again. To
    /// look for new differences, change it.
    static final String SEED = "20261120";

    private final long seed;
    private final int size;
    private final SplittableRandom random;

    /// @param size the largest dimension of an ordinary tensor
    Draw(long seed, int size) {
        this.seed = seed;
        this.size = size;
        this.random = new SplittableRandom(seed);
    }

    /// An integer from `low` to `high`, both included.
    int integer(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    /// All 64 bits.
    long bits() {
        return random.nextLong();
    }

    double real(double low, double high) {
        return random.nextDouble(low, high);
    }

    boolean flag() {
        return random.nextBoolean();
    }

    /// True once in `times` cases.
    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    <T> List<T> shuffled(List<T> list) {
        List<T> shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, new Random(random.nextLong()));
        return shuffled;
    }

    /// A dimension of an ordinary tensor, which is now and then 0.
    int dimension() {
        return oneIn(16) ? 0 : integer(1, size);
    }

    /// The sizes of an ordinary tensor.
    long[] sizes(int leastRank, int mostRank) {
        return sizesOfRank(integer(leastRank, mostRank));
    }

    long[] sizesOfRank(int rank) {
        long[] sizes = new long[rank];
        Arrays.setAll(sizes, _ -> dimension());
        return sizes;
    }

    /// As [#sizes], with no dimension of 0.
    long[] filledSizes(int leastRank, int mostRank) {
        long[] sizes = new long[integer(leastRank, mostRank)];
        Arrays.setAll(sizes, _ -> integer(1, size));
        return sizes;
    }

    /// A number for each of `count` axes.
    long[] integers(int count, int low, int high) {
        long[] integers = new long[count];
        Arrays.setAll(integers, _ -> integer(low, high));
        return integers;
    }

    /// The sizes of tensors that broadcast against each other.
    List<long[]> broadcasting(int count, int mostRank) {
        long[] common = sizes(0, mostRank);
        List<long[]> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(broadcastingTo(common));
        }
        return all;
    }

    /// Sizes that broadcast to the given ones.
    long[] broadcastingTo(long... sizes) {
        long[] own = Arrays.copyOfRange(sizes, oneIn(3) ? integer(0, sizes.length) : 0, sizes.length);
        for (int i = 0; i < own.length; i++) {
            own[i] = oneIn(4) ? 1 : own[i];
        }
        return own;
    }

    /// An axis of a tensor, counted from either end.
    int axis(int rank) {
        return integer(-rank, rank - 1);
    }

    /// Several different axes of a tensor, each counted from either end, in any order.
    long[] axes(int rank, int least) {
        List<Integer> axes = new ArrayList<>();
        for (int axis = 0; axis < rank; axis++) {
            axes.add(flag() ? axis : axis - rank);
        }
        return shuffled(axes).subList(0, integer(Math.min(least, rank), rank)).stream().mapToLong(Integer::longValue)
                .toArray();
    }

    Tensor tensor(DataType type, long[] sizes, Elements elements) {
        Tensor tensor = Tensor.allocate(type, sizes);
        for (long i = 0; i < tensor.size(); i++) {
            elements.set(tensor, i, this);
        }
        return tensor;
    }

    @Override
    public String toString() {
        return "new Draw(" + seed + "L, " + size + ")";
    }
}
