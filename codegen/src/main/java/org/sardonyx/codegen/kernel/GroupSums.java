package org.sardonyx.codegen.kernel;

import static org.sardonyx.ir.loop.LoopCode.divide;
import static org.sardonyx.ir.loop.LoopCode.index;
import static org.sardonyx.ir.loop.LoopCode.load;
import static org.sardonyx.ir.loop.LoopCode.plus;
import static org.sardonyx.ir.loop.LoopCode.remainder;
import static org.sardonyx.ir.loop.LoopCode.times;

import java.util.ArrayList;
import java.util.List;

import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.MultiplyAdd;
import org.sardonyx.ir.loop.LoopExpression.Splat;

/// The sums of a work-item of a [GroupTile], product by product.
final class GroupSums extends ItemSums {
    private final GroupTile tile;

    GroupSums(LoopCode code, GroupProduct product, GroupTile tile, LoopExpression item) {
        super(code, product,
                code.define("place", times(divide(item, index(tile.itemsAcross())), index(LANES))),
                code.define("channel", times(remainder(item, index(tile.itemsAcross())), index(LANES))),
                tile.itemPlaces(), tile.itemChannels() / LANES);
        this.tile = tile;
    }

    @Override
    long placeAt(int i) {
        return (long) i / LANES * (tile.places() / (tile.itemPlaces() / LANES)) + i % LANES;
    }

    @Override
    long channelAt(int v) {
        return (long) v * (tile.channels() / sums[0].length);
    }

    @Override
    void multiply(LoopExpression half) {
        LoopExpression elements = code.define("elements",
                plus(times(half, index((long) tile.depth() * tile.placesRow())), place));
        LoopExpression weights = code.define("weightsAt",
                plus(times(half, index((long) tile.depth() * tile.channels())), channel));
        for (int k = 0; k < tile.depth(); k++) {
            List<LoopExpression> fours = new ArrayList<>();
            for (int i = 0; i < sums.length; i += LANES) {
                fours.add(code.define("four", load(ProductTile.ELEMENTS,
                        plus(elements, index((long) k * tile.placesRow() + placeAt(i))), LANES)));
            }
            List<LoopExpression> row = new ArrayList<>();
            for (int v = 0; v < sums[0].length; v++) {
                row.add(code.define("row", load(ProductTile.WEIGHTS,
                        plus(weights, index((long) k * tile.channels() + channelAt(v))), LANES)));
            }
            for (int i = 0; i < sums.length; i++) {
                LoopExpression element =
                        new Splat(new LoopExpression.Lane(fours.get(i / LANES), i % LANES), LANES);
                for (int v = 0; v < row.size(); v++) {
                    code.assign(sums[i][v], new MultiplyAdd(element, row.get(v), sums[i][v]));
                }
            }
        }
    }
}
