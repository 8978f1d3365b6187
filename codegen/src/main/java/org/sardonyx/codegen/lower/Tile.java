package org.sardonyx.codegen.lower;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How many places and vectors of channels a kernel computes at once, and into how long rows a long row of places is cut.
///
/// @param row places of such a row, about; 0 for what is usual
record Tile(int pixels, int vectors, long row) {
    /// For vectors of which there are 32 registers. Few, because the virtual machine compiles each; none needs more than 25
    /// registers, beyond which its compiler moves sums to memory and back.
    private static final List<Tile> LARGE = List.of(new Tile(7, 3), new Tile(7, 2), new Tile(14, 1), new Tile(4, 4),
            new Tile(1, 8), new Tile(1, 4), new Tile(1, 1));
    /// For vectors of which there are 16 registers.
    private static final List<Tile> SMALL = List.of(new Tile(4, 3), new Tile(5, 2), new Tile(4, 2), new Tile(1, 8),
            new Tile(1, 4), new Tile(1, 1));
    private static final int LONGEST_VECTOR = 16;
    /// Sums, an element and weights of a tile that may be faster.
    private static final int REGISTERS = 32;
    private static final int REGISTERS_OF_THE_VIRTUAL_MACHINE = 25;
    private static final int FEW_REGISTERS = 16;
    private static final int MOST_PIXELS = 16;
    private static final int MOST_VECTORS = 8;
    /// With fewer sums, each waits for itself.
    private static final int FEWEST_SUMS = 8;
    private static final int MOST_CANDIDATES = 7;
    private static final List<Long> ROWS = List.of(28L, 112L);

    Tile(int pixels, int vectors) {
        this(pixels, vectors, 0);
    }

    /// The tile that takes the least time, as far as can be told without measuring it.
    static Tile standard(ProductShape shape, int lanes) {
        return (lanes == LONGEST_VECTOR ? LARGE : SMALL).stream().filter(tile -> tile.pixels <= shape.width())
                .min(Comparator.comparingDouble(tile -> tile.cost(shape, lanes))).orElseThrow();
    }

    /// Other tiles that may take less time, the most promising ones first.
    static List<Tile> others(ProductShape shape, Target target) {
        int lanes = target.lanes();
        int registers = lanes < LONGEST_VECTOR
                ? FEW_REGISTERS
                : target.isFused() ? REGISTERS : REGISTERS_OF_THE_VIRTUAL_MACHINE;
        Tile standard = standard(shape, lanes);
        List<Tile> all = new ArrayList<>();
        for (int pixels = 1; pixels <= Math.min(MOST_PIXELS, shape.width()); pixels++) {
            for (int vectors = 1; vectors <= MOST_VECTORS; vectors++) {
                Tile tile = new Tile(pixels, vectors);
                boolean fits = pixels * vectors + vectors + 1 <= registers
                        && (vectors - 1L) * lanes < shape.channels();
                if (fits && pixels * vectors >= FEWEST_SUMS && !tile.equals(standard)) {
                    all.add(tile);
                }
            }
        }
        return all.stream().sorted(Comparator.comparingDouble(tile -> tile.cost(shape, lanes))).limit(MOST_CANDIDATES)
                .toList();
    }

    /// The same tile on rows of other lengths.
    List<Tile> onOtherRows(ProductShape shape) {
        return shape.isLine()
                ? ROWS.stream().filter(length -> length < shape.width())
                        .map(length -> new Tile(pixels, vectors, length)).toList()
                : List.of();
    }

    /// Cycles for a row and one element of the window. Two products a cycle, of which each waits four cycles for the one
    /// before it; two loads a cycle, one for each place and each vector of weights.
    private double cost(ProductShape shape, int lanes) {
        double products = pixels * vectors;
        double cycles = Math.max(Math.max(products, pixels + vectors) / 2, 4) + 0.5;
        return Math.ceilDiv(shape.width(), pixels) * Math.ceilDiv(shape.channels(), (long) vectors * lanes) * cycles;
    }

    /// `7x2 on rows of 28`
    @Override
    public String toString() {
        return pixels + "x" + vectors + (row == 0 ? "" : " on rows of " + row);
    }
}
