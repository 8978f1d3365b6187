package org.sardonyx.codegen.lower;

import java.util.Comparator;
import java.util.List;

/// How many places and vectors of channels a kernel computes at once.
record Tile(int pixels, int vectors) {
    /// For vectors of which there are 32 registers. Few, because the virtual machine compiles each; none needs more than 25
    /// registers, beyond which its compiler moves sums to memory and back.
    private static final List<Tile> LARGE = List.of(new Tile(7, 3), new Tile(7, 2), new Tile(14, 1), new Tile(4, 4),
            new Tile(1, 8), new Tile(1, 4), new Tile(1, 1));
    /// For vectors of which there are 16 registers.
    private static final List<Tile> SMALL = List.of(new Tile(4, 3), new Tile(5, 2), new Tile(4, 2), new Tile(1, 8),
            new Tile(1, 4), new Tile(1, 1));
    private static final int LONGEST_VECTOR = 16;

    /// The tile that takes the least time.
    ///
    /// @param width places in a row
    /// @param channels of a group
    static Tile of(long width, long channels, int lanes) {
        return (lanes == LONGEST_VECTOR ? LARGE : SMALL).stream().filter(tile -> tile.pixels <= width)
                .min(Comparator.comparingDouble(tile -> tile.cost(width, channels, lanes))).orElseThrow();
    }

    /// Cycles for a row and one element of the window. Two products a cycle, of which each waits four cycles for the one
    /// before it; two loads a cycle, one for each place and each vector of weights.
    private double cost(long width, long channels, int lanes) {
        double products = pixels * vectors;
        double cycles = Math.max(Math.max(products, pixels + vectors) / 2, 4) + 0.5;
        return Math.ceilDiv(width, pixels) * Math.ceilDiv(channels, (long) vectors * lanes) * cycles;
    }
}
