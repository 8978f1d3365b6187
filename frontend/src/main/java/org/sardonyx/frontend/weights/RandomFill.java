package org.sardonyx.frontend.weights;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.LongStream;

import org.sardonyx.ir.value.Tensor;

/// Fills tensors with random numbers that are the same on every machine, whatever its number of processors.
///
/// A number is computed from the seed and its index alone: the `i`-th output of SplitMix64 is a function of the two, so that
/// parts are filled in parallel and in any order, and a short tensor begins as a longer one of the same seed does. Only
/// operations are used whose results Java prescribes to the last bit.
///
/// @see <a href="https://doi.org/10.1145/2660193.2660195">Steele, Lea and Flood, "Fast splittable pseudorandom number
///      generators", 2014</a>
public final class RandomFill {
    /// Elements filled at once: even, for normal numbers come in pairs, and a whole number of bytes for every type.
    static final int PART = 1 << 14;

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final long seed;

    RandomFill(long seed) {
        this.seed = seed;
    }

    /// A seed for each of many names: the 64-bit hash FNV-1a of the name in UTF-8, mixed with `seed`.
    public static long seed(long seed, String name) {
        long hash = FNV_OFFSET;
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ octet & 0xFF) * FNV_PRIME;
        }
        return mixed(seed * GOLDEN_GAMMA ^ hash);
    }

    /// The finishing function of SplitMix64.
    private static long mixed(long state) {
        long z = (state ^ state >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    /// A number strictly between 0 and 1: the middle of one of 2^52 intervals of the same length.
    private double uniform(long index) {
        return ((mixed(seed + (index + 1) * GOLDEN_GAMMA) >>> 12) + 0.5) * 0x1p-52;
    }

    void constant(Tensor tensor, double value) {
        fill(tensor, (_, part) -> Arrays.fill(part, value));
    }

    /// Uniformly between `-bound` and `bound`.
    void uniform(Tensor tensor, double bound) {
        fill(tensor, (from, part) -> {
            for (int i = 0; i < part.length; i++) {
                part[i] = (2 * uniform(from + i) - 1) * bound;
            }
        });
    }

    /// Normally with mean 0, by the method of Box and Muller, which makes two numbers of two.
    ///
    /// @see <a href="https://doi.org/10.1214/aoms/1177706645">Box and Muller, "A note on the generation of random normal
    ///      deviates", 1958</a>
    void normal(Tensor tensor, double deviation) {
        fill(tensor, (from, part) -> {
            for (int i = 0; i < part.length; i += 2) {
                double radius = deviation * Math.sqrt(-2 * StrictMath.log(uniform(from + i)));
                double angle = 2 * Math.PI * uniform(from + i + 1);
                part[i] = radius * StrictMath.cos(angle);
                if (i + 1 < part.length) {
                    part[i + 1] = radius * StrictMath.sin(angle);
                }
            }
        });
    }

    /// Computes the elements that begin at index `from`.
    @FunctionalInterface
    private interface Filling {
        void fill(long from, double[] part);
    }

    private static void fill(Tensor tensor, Filling filling) {
        long parts = Math.ceilDiv(tensor.size(), PART);
        LongStream.range(0, parts).parallel().forEach(index -> {
            long from = index * PART;
            double[] part = new double[(int) Math.min(PART, tensor.size() - from)];
            filling.fill(from, part);
            tensor.writeDoubles(from, part, 0, part.length);
        });
    }
}
