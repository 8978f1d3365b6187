package org.sardonyx.codegen.kernel;

import static org.sardonyx.ir.loop.LoopCode.index;
import static org.sardonyx.ir.loop.LoopCode.parameter;
import static org.sardonyx.ir.loop.LoopCode.plus;
import static org.sardonyx.ir.loop.LoopCode.times;

import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.Less;
import org.sardonyx.ir.loop.LoopExpression.Variable;

/// The sums of a work-item of a [GroupProduct], and how they are stored.
abstract sealed class ItemSums permits GroupSums, MatrixSums {
    static final int LANES = GroupTile.LANES;

    final LoopCode code;
    private final GroupProduct product;
    /// Of the item's first place, and of its first channel, in the tile.
    final LoopExpression place;
    final LoopExpression channel;
    /// By place and four channels.
    final Variable[][] sums;

    /// @param rows places of the item
    /// @param columns its channels, by fours
    ItemSums(LoopCode code, GroupProduct product, LoopExpression place, LoopExpression channel, int rows,
            int columns) {
        this.code = code;
        this.product = product;
        this.place = place;
        this.channel = channel;
        sums = new Variable[rows][columns];
        for (Variable[] row : sums) {
            for (int v = 0; v < columns; v++) {
                row[v] = code.define("sum", LoopCode.constant(0, LANES));
            }
        }
    }

    /// From the item's first place to another of its places.
    abstract long placeAt(int i);

    /// From the item's first channel to another four of its channels.
    abstract long channelAt(int v);

    /// Adds the products of one half of the shared memory.
    abstract void multiply(LoopExpression half);

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
                GroupProduct.Pixel pixel = product.isUniform()
                        ? new GroupProduct.Pixel(index(0), index(0), number)
                        : GroupProduct.Pixel.of(code, number);
                present.store(code, new ElementStore.Element(product.isBatched() ? at.group() : pixel.image(),
                        pixel.row(), pixel.pixel(), channels), sum, perChannel);
            }, () -> channels.store(code, "y", plus(plus(times(at.slice(), parameter("y_slice")),
                    times(number, parameter("y_pixel"))), channels.first()), sum)));
        }
    }
}
