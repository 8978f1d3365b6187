package org.sardonyx.ir.operator;

import java.util.random.RandomGenerator;

/// The generator MT19937, with NumPy's way to make a double of 53 random bits of two of its numbers.
///
/// M. Matsumoto, T. Nishimura, "Mersenne Twister: a 623-dimensionally equidistributed uniform pseudo-random number
/// generator", ACM Transactions on Modeling and Computer Simulation 8 (1998).
final class MersenneTwister implements RandomGenerator {
    private static final int SIZE = 624;
    private static final int DISTANCE = 397;
    private static final int TWIST = 0x9908b0df;
    private static final int LOWER_BITS = 0x7fffffff;

    private final int[] state = new int[SIZE];
    private int next = SIZE;

    /// @param seed its low 32 bits count
    MersenneTwister(long seed) {
        state[0] = (int) seed;
        for (int i = 1; i < SIZE; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ state[i - 1] >>> 30) + i;
        }
    }

    private void refill() {
        for (int i = 0; i < SIZE; i++) {
            int mixed = state[i] & ~LOWER_BITS | state[(i + 1) % SIZE] & LOWER_BITS;
            state[i] = state[(i + DISTANCE) % SIZE] ^ mixed >>> 1 ^ ((mixed & 1) == 0 ? 0 : TWIST);
        }
        next = 0;
    }

    @Override
    public int nextInt() {
        if (next == SIZE) {
            refill();
        }
        int y = state[next++];
        y ^= y >>> 11;
        y ^= y << 7 & 0x9d2c5680;
        y ^= y << 15 & 0xefc60000;
        return y ^ y >>> 18;
    }

    @Override
    public long nextLong() {
        long upper = nextInt();
        return upper << 32 | Integer.toUnsignedLong(nextInt());
    }

    /// Takes 27 bits of one number and 26 of the next.
    @Override
    public double nextDouble() {
        long upper = nextInt() >>> 5;
        return (upper << 26 | nextInt() >>> 6) * 0x1p-53;
    }
}
