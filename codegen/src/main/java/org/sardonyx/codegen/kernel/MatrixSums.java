package org.sardonyx.codegen.kernel;

import static org.sardonyx.ir.loop.LoopCode.divide;
import static org.sardonyx.ir.loop.LoopCode.remainder;
import static org.sardonyx.ir.loop.LoopCode.index;
import static org.sardonyx.ir.loop.LoopCode.plus;
import static org.sardonyx.ir.loop.LoopCode.times;

import java.util.ArrayList;
import java.util.List;

import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.Lane;
import org.sardonyx.ir.loop.LoopExpression.Registers;
import org.sardonyx.ir.loop.LoopExpression.Variable;
import org.sardonyx.ir.loop.MatrixForm;

/// The sums of a work-item of a [MatrixTile], a product of small matrices after the other.
///
/// Of 32 items that multiply together each has two rows, eight apart, of each matrix of sixteen places, and a column of each matrix of
/// eight channels; four of them, the quads, have the same rows, and different parts of the depth.
final class MatrixSums extends ItemSums {
    private static final int QUAD = 4;
    /// Rows of an item in a matrix.
    private static final int HALVES = 2;

    private final MatrixTile tile;
    private final LoopExpression elements;
    private final LoopExpression weights;

    MatrixSums(LoopCode code, GroupProduct product, MatrixTile tile, LoopExpression item) {
        this(code, product, tile, Warp.of(code, tile, item));
    }

    private MatrixSums(LoopCode code, GroupProduct product, MatrixTile tile, Warp warp) {
        super(code, product, code.define("place", plus(warp.place, warp.group)),
                code.define("channel", plus(warp.channel, times(warp.inQuad, index(QUAD)))),
                tile.warpPlaces() / MatrixForm.ROWS * HALVES, tile.warpChannels() / (2 * MatrixForm.COLUMNS));
        this.tile = tile;
        LoopExpression part = times(warp.inQuad, index((long) MatrixTile.REGISTERS * tile.form().numbers()));
        elements = code.define("elements", plus(times(place, index(tile.depth())), part));
        weights = code.define("weightsOf", plus(times(plus(warp.channel, warp.group), index(tile.depth())), part));
    }

    /// Where an item belongs.
    ///
    /// @param place the first one of the warp in the tile
    /// @param channel the same
    /// @param group the number of the quad in the warp
    /// @param inQuad the number of the item in its quad
    private record Warp(LoopExpression place, LoopExpression channel, LoopExpression group, LoopExpression inQuad) {
        static Warp of(LoopCode code, MatrixTile tile, LoopExpression item) {
            LoopExpression warp = code.define("warp", divide(item, index(MatrixForm.ITEMS)));
            LoopExpression group = divide(remainder(item, index(MatrixForm.ITEMS)), index(QUAD));
            return new Warp(times(divide(warp, index(tile.warpsAcross())), index(tile.warpPlaces())),
                    times(remainder(warp, index(tile.warpsAcross())), index(tile.warpChannels())),
                    code.define("group", group), code.define("inQuad", remainder(item, index(QUAD))));
        }
    }

    @Override
    long placeAt(int i) {
        return (long) i / HALVES * MatrixForm.ROWS + (long) i % HALVES * (MatrixForm.ROWS / HALVES);
    }

    @Override
    long channelAt(int v) {
        return (long) v * 2 * MatrixForm.COLUMNS;
    }

    @Override
    void multiply(LoopExpression half) {
        LoopExpression left =
                code.define("left", plus(times(half, index((long) tile.depth() * tile.places())), elements));
        LoopExpression right =
                code.define("right", plus(times(half, index((long) tile.depth() * tile.channels())), weights));
        List<LoopExpression> columns = new ArrayList<>();
        for (int column = 0; column < tile.warpChannels(); column += MatrixForm.COLUMNS) {
            columns.add(registers(ProductTile.WEIGHTS, right, column));
        }
        for (int i = 0; i < sums.length; i += HALVES) {
            LoopExpression top = registers(ProductTile.ELEMENTS, left, placeAt(i));
            LoopExpression bottom = registers(ProductTile.ELEMENTS, left, placeAt(i + 1));
            for (int k = 0; k < MatrixTile.REGISTERS; k += 2) {
                List<LoopExpression> rows = List.of(new Lane(top, k), new Lane(bottom, k), new Lane(top, k + 1),
                        new Lane(bottom, k + 1));
                for (int column = 0; column < columns.size(); column++) {
                    code.multiplyMatrices(tile.form(), rows,
                            List.of(new Lane(columns.get(column), k), new Lane(columns.get(column), k + 1)),
                            lanes(i, column));
                }
            }
        }
    }

    /// The item's numbers of a row of the left matrix, or of a column of the right one.
    private LoopExpression registers(String buffer, LoopExpression first, long row) {
        return code.define("numbers",
                new Registers(tile.form(), buffer, plus(first, index(row * tile.depth())), MatrixTile.REGISTERS));
    }

    /// The sums of a product: of two columns, which are halves of four channels, in both rows.
    private List<Lane> lanes(int i, int column) {
        List<Lane> lanes = new ArrayList<>();
        for (Variable row : List.of(sums[i][column / 2], sums[i + 1][column / 2])) {
            lanes.add(new Lane(row, column % 2 * 2));
            lanes.add(new Lane(row, column % 2 * 2 + 1));
        }
        return lanes;
    }
}
