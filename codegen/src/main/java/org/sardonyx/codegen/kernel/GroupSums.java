package org.sardonyx.codegen.kernel;

import static org.sardonyx.ir.loop.LoopCode.divide;
import static org.sardonyx.ir.loop.LoopCode.index;
import static org.sardonyx.ir.loop.LoopCode.load;
import static org.sardonyx.ir.loop.LoopCode.parameter;
import static org.sardonyx.ir.loop.LoopCode.plus;
import static org.sardonyx.ir.loop.LoopCode.remainder;
import static org.sardonyx.ir.loop.LoopCode.times;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.Less;
import org.sardonyx.ir.loop.LoopExpression.MultiplyAdd;
import org.sardonyx.ir.loop.LoopExpression.Splat;
import org.sardonyx.ir.loop.LoopExpression.Variable;

/// The sums of a work-item of a [GroupProduct], and how they are stored.
final class GroupSums {
    private static final int LANES = GroupTile.LANES;

    private final LoopCode code;
    private final GroupProduct product;
    private final GroupTile tile;
    /// Of the item's first place, and of its first channel, in the tile.
    private final LoopExpression place;
    private final LoopExpression channel;
    /// By place and four channels.
    private final Variable[][] sums;

    GroupSums(LoopCode code, GroupProduct product, LoopExpression item) {
        this.code = code;
        this.product = product;
        this.tile = product.tile();
        place = code.define("place", times(divide(item, index(tile.itemsAcross())), index(LANES)));
        channel = code.define("channel", times(remainder(item, index(tile.itemsAcross())), index(LANES)));
        sums = new Variable[tile.itemPlaces()][tile.itemChannels() / LANES];
        for (Variable[] row : sums) {
            for (int v = 0; v < row.length; v++) {
                row[v] = code.define("sum", LoopCode.constant(0, LANES));
            }
        }
    }

    /// From the item's first place to another of its places.
    private long placeAt(int i) {
        return (long) i / LANES * (tile.places() / (tile.itemPlaces() / LANES)) + i % LANES;
    }

    /// From the item's first channel to another four of its channels.
    private long channelAt(int v) {
        return (long) v * (tile.channels() / sums[0].length);
    }

    /// Adds the products of one half of the shared memory.
    void multiply(LoopExpression half) {
        LoopExpression elements = code.define("elements",
                plus(times(half, index((long) tile.depth() * tile.placesRow())), place));
        LoopExpression weights = code.define("weightsAt",
                plus(times(half, index((long) tile.depth() * tile.channels())), channel));
        for (int k = 0; k < tile.depth(); k++) {
            List<LoopExpression> fours = new ArrayList<>();
            for (int i = 0; i < sums.length; i += LANES) {
                fours.add(code.define("four", load(GroupProduct.SHARED_ELEMENTS,
                        plus(elements, index((long) k * tile.placesRow() + placeAt(i))), LANES)));
            }
            List<LoopExpression> row = new ArrayList<>();
            for (int v = 0; v < sums[0].length; v++) {
                row.add(code.define("row", load(GroupProduct.SHARED_WEIGHTS,
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

    /// Stores the sums that are within the tensor.
    void store(GroupProduct.Place at) {
        LoopExpression all = code.define("all", GroupProduct.places());
        LoopExpression first = code.define("firstOfItem", plus(at.firstPlace(), place));
        for (int v = 0; v < sums[0].length; v++) {
            int four = v;
            LoopExpression inGroup =
                    code.define("inGroup", plus(plus(at.firstChannel(), channel), index(channelAt(v))));
            LoopExpression number = product.isBatched()
                    ? inGroup
                    : code.define("channelOfAll", plus(times(at.group(), parameter("channels")), inGroup));
            ElementStore.fours(code, inGroup, parameter("channels"), number, product.areQuads(),
                    channels -> column(at, four, first, all, channels));
        }
    }

    private void column(GroupProduct.Place at, int v, LoopExpression first, LoopExpression all,
            ElementStore.Channels channels) {
        Optional<ElementStore> store = product.epilogue().map(ElementStore::new);
        List<Optional<LoopExpression>> perChannel =
                store.map(present -> present.perChannel(code, channels)).orElse(List.of());
        for (int i = 0; i < sums.length; i++) {
            Variable sum = sums[i][v];
            LoopExpression number = code.define("number", plus(first, index(placeAt(i))));
            code.when(new Less(number, all), () -> store.ifPresentOrElse(present -> {
                GroupProduct.Pixel pixel = GroupProduct.Pixel.of(code, number);
                present.store(code, new ElementStore.Element(product.isBatched() ? at.group() : pixel.image(),
                        pixel.row(), pixel.pixel(), channels), sum, perChannel);
            }, () -> channels.store(code, "y", plus(plus(times(at.slice(), parameter("y_slice")),
                    times(number, parameter("y_pixel"))), channels.first()), sum)));
        }
    }
}
