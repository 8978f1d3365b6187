package org.sardonyx.codegen.kernel;

import static org.sardonyx.ir.loop.LoopCode.index;
import static org.sardonyx.ir.loop.LoopCode.load;
import static org.sardonyx.ir.loop.LoopCode.minimum;
import static org.sardonyx.ir.loop.LoopCode.parameter;
import static org.sardonyx.ir.loop.LoopCode.plus;
import static org.sardonyx.ir.loop.LoopCode.subtract;
import static org.sardonyx.ir.loop.LoopCode.times;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopKernel;

/// Takes the sums that a [WindowProduct] left for a row of an image and a block of channels through the epilogue to the result.
///
/// Parameters, in elements: those that say which row, as of the product; `channels` of a group; the strides of the result and
/// of the epilogue's operands.
///
/// @param vectors vectors of channels in a block
/// @param lanes of a vector
public record ProductStore(int vectors, int lanes, Epilogue epilogue) {
    /// The kernel: buffers `s`, `y`, then those of the epilogue.
    public LoopKernel kernel() {
        List<String> buffers = new ArrayList<>(List.of("s", "y"));
        List<String> parameters = new ArrayList<>(ProductPlace.PARAMETERS);
        parameters.add("channels");
        new ElementStore(epilogue).declare(buffers, parameters);
        return LoopCode.kernel("store" + vectors, buffers, parameters,
                code -> place -> body(code, ProductPlace.of(code, place)));
    }

    private void body(LoopCode code, ProductPlace at) {
        int block = vectors * lanes;
        ElementStore store = new ElementStore(epilogue);
        LoopExpression inGroup = code.define("first", times(at.inGroup(), index(block)));
        LoopExpression first = code.define("channel", plus(times(at.group(), parameter("channels")), inGroup));
        LoopExpression count = code.define("count", minimum(index(block),
                subtract(parameter("channels"), inGroup)));
        if (epilogue.isLong()) {
            byVectors(code, at, store, first, count);
            return;
        }
        code.when(new LoopExpression.Less(index(block - 1L), count), () -> {
            List<List<Optional<LoopExpression>>> perChannel = new ArrayList<>();
            for (int v = 0; v < vectors; v++) {
                perChannel.add(store.perChannel(code,
                        ElementStore.Channels.whole(plus(first, index((long) v * lanes)), lanes)));
            }
            code.loop("pixel", index(0), at.width(), index(1), pixel -> {
                LoopExpression s = code.define("from", times(pixel, index(block)));
                for (int v = 0; v < vectors; v++) {
                    LoopExpression lane = index((long) v * lanes);
                    LoopExpression sums = code.define("sums", load("s", plus(s, lane), lanes));
                    store.store(code, new ElementStore.Element(at.image(), at.row(), pixel,
                            ElementStore.Channels.whole(plus(first, lane), lanes)), sums,
                            perChannel.get(v));
                }
            });
        });
        code.when(new LoopExpression.Less(count, index(block)), () -> byVectors(code, at, store, first, count));
    }

    private void byVectors(LoopCode code, ProductPlace at, ElementStore store, LoopExpression first,
            LoopExpression count) {
        code.loop("pixel", index(0), at.width(), index(1), pixel -> {
            LoopExpression s = code.define("from", times(pixel, index((long) vectors * lanes)));
            ElementStore.channels(code, count, lanes,
                    channels -> store.store(code, new ElementStore.Element(at.image(), at.row(), pixel,
                            channels.at(plus(first, channels.first()))),
                            code.define("sums", load("s", plus(s, channels.first()), lanes))));
        });
    }
}
