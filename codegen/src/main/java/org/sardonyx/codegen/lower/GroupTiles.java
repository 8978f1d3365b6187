package org.sardonyx.codegen.lower;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.sardonyx.codegen.kernel.GroupTile;
import org.sardonyx.codegen.kernel.MatrixTile;
import org.sardonyx.codegen.kernel.ProductTile;
import org.sardonyx.ir.loop.MatrixForm;

/// How a product is shared out among the work-groups of a GPU: the tile of each, and into how many slices the window is cut where
/// there would be fewer tiles than the device can run at the same time.
///
/// @param slices of the window, each of `steps` steps but for the last
record GroupTiles(ProductTile tile, long slices, long steps) {
    /// Of those that take the same time, the first and smallest is taken.
    private static final List<GroupTile> TILES = List.of(new GroupTile(32, 32, 16, 4, 4),
            new GroupTile(32, 64, 16, 4, 4), new GroupTile(64, 32, 16, 4, 4), new GroupTile(64, 64, 16, 4, 4),
            new GroupTile(128, 64, 16, 8, 4), new GroupTile(128, 128, 8, 8, 8));
    private static final Map<MatrixForm, List<MatrixTile>> MATRIX_TILES =
            Map.of(MatrixForm.TF32, matrixTiles(MatrixForm.TF32), MatrixForm.FLOAT16, matrixTiles(MatrixForm.FLOAT16));
    /// Work-items with which a unit always has some that do not wait for memory.
    private static final double BUSY_ITEMS = 256;
    /// Products that take as long as to move an element to memory and back.
    private static final double PRODUCTS_OF_AN_ELEMENT = 32;
    /// Products of a unit that take as long as to launch one more kernel, some two microseconds.
    static final double PRODUCTS_OF_A_LAUNCH = 400_000;
    /// Of a slice, below which its first operands are waited for longer than it computes.
    private static final long FEWEST_STEPS = 8;
    private static final long MOST_SLICES = 32;

    private static List<MatrixTile> matrixTiles(MatrixForm form) {
        return List.of(new MatrixTile(32, 32, 16, 16, form), new MatrixTile(32, 64, 16, 32, form),
                new MatrixTile(64, 32, 32, 16, form), new MatrixTile(64, 64, 32, 32, form),
                new MatrixTile(128, 64, 64, 32, form), new MatrixTile(128, 128, 64, 32, form));
    }

    /// The way that takes the least time, about.
    ///
    /// @param places of the result
    /// @param channels of a group of the convolution
    /// @param groups of the convolution
    /// @param runs of the window, and the elements in each
    /// @param mayCut whether slices are possible
    static GroupTiles choose(long places, long channels, long groups, long runs, long run, boolean mayCut,
            Target.Gpu gpu) {
        return tiles(gpu).filter(tile -> tile.sharedBytes() <= gpu.sharedBytes())
                .map(tile -> {
                    long steps = runs * tile.steps(run);
                    long wanted = 2L * gpu.units() / Math.max(1, tiles(tile, places, channels) * groups);
                    long most = Math.clamp(steps / FEWEST_STEPS, 1, MOST_SLICES);
                    long ofSlice = Math.ceilDiv(steps, mayCut ? Math.clamp(wanted, 1, most) : 1);
                    return new GroupTiles(tile, Math.ceilDiv(steps, ofSlice), ofSlice);
                })
                .min(Comparator.comparingDouble(way -> way.cost(places, channels, groups, gpu))).orElseThrow();
    }

    /// Other tiles with which the same products are added in the same order: a slice has the same of them.
    ///
    /// @param shape for which this one was chosen
    List<GroupTiles> others(ProductShape shape, Target.Gpu gpu) {
        return tiles(gpu).filter(other -> !other.equals(tile) && other.sharedBytes() <= gpu.sharedBytes())
                .filter(other -> slices == 1 || other.depth() == tile.depth())
                .map(other -> slices == 1
                        ? new GroupTiles(other, 1, shape.runs() * other.steps(shape.run()))
                        : new GroupTiles(other, slices, steps))
                .toList();
    }

    /// `64x64 in 4 slices`
    @Override
    public String toString() {
        return tile.places() + "x" + tile.channels() + (slices == 1 ? "" : " in " + slices + " slices");
    }

    private static Stream<ProductTile> tiles(Target.Gpu gpu) {
        List<? extends ProductTile> tiles = gpu.matrices().isPresent() ? MATRIX_TILES.get(gpu.matrices().get()) : TILES;
        return tiles.stream().map(tile -> tile);
    }

    private static long tiles(ProductTile tile, long places, long channels) {
        return Math.ceilDiv(places, (long) tile.places()) * Math.ceilDiv(channels, (long) tile.channels());
    }

    /// How many work-groups there are.
    long groups(long places, long channels, long groups) {
        return tiles(tile, places, channels) * groups * slices;
    }

    /// Products one after the other in a unit. An item with many sums reads less from shared memory for each product; a unit
    /// with few items waits.
    private double cost(long places, long channels, long groups, Target.Gpu gpu) {
        double rounds = Math.ceilDiv(groups(places, channels, groups), (long) gpu.units());
        double speed = Math.min(1, rounds * tile.items() / BUSY_ITEMS) / (1 / tile.atOnce() + 1 / tile.reuse());
        double products = rounds * tile.places() * tile.channels() * tile.depth() * steps / speed;
        double moved = (double) slices * places * channels * groups / gpu.units();
        return products + (slices == 1 ? 0 : moved * PRODUCTS_OF_AN_ELEMENT + PRODUCTS_OF_A_LAUNCH);
    }
}
