package org.sardonyx.codegen.kernel;

import static org.sardonyx.ir.loop.LoopCode.divide;
import static org.sardonyx.ir.loop.LoopCode.index;
import static org.sardonyx.ir.loop.LoopCode.load;
import static org.sardonyx.ir.loop.LoopCode.minimum;
import static org.sardonyx.ir.loop.LoopCode.parameter;
import static org.sardonyx.ir.loop.LoopCode.plus;
import static org.sardonyx.ir.loop.LoopCode.remainder;
import static org.sardonyx.ir.loop.LoopCode.subtract;
import static org.sardonyx.ir.loop.LoopCode.times;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.sardonyx.codegen.kernel.WindowProduct.Window;
import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.Less;
import org.sardonyx.ir.loop.LoopExpression.Variable;
import org.sardonyx.ir.loop.LoopKernel;

/// Convolutions and matrix products as those of [WindowProduct], for a compiler that keeps a tile in registers whatever else a
/// kernel does: the sums go through the epilogue from there, and a long window is cut into chunks whose weights stay in the
/// first cache while they are multiplied with several rows of pixels; meanwhile those of the next chunk are fetched into the second.
///
/// A place of the outermost loop is a few rows of an image for a block of channels. Between chunks the sums of a tile lie in the
/// buffer `s`, tile by tile; so do those of a block that is not full, pixel by pixel, before they are stored.
///
/// Parameters: those of [WindowProduct] and [ProductStore] without `s_block`; `row_groups` in an image of `group_rows` rows each,
/// of which the last may have fewer; `chunk` elements of a run at a time; `ahead`, how many of the next chunk are fetched with
/// each element. Without an epilogue the sums are stored to `y` as they are, `y_block` from a block to the next, and there are no
/// `channels`.
///
/// @param pixels places of the window in a tile
/// @param vectors vectors of channels in a tile
/// @param lanes of a vector
/// @param window how many loops the window takes
/// @param isCut whether the window is cut into chunks; else it is passed for each tile as a whole
/// @param epilogue what is done to the sums, if anything
public record FusedProduct(int pixels, int vectors, int lanes, Window window, boolean isCut,
        Optional<Epilogue> epilogue) {
    private static final List<String> PARAMETERS = List.of("images", "rows", "width", "pixels", "blocks", "all_blocks",
            "row_step", "block_step", "row_groups", "group_rows", "x_origin", "x_image", "x_row", "x_pixel", "x_group",
            "taps_h", "x_tap_h", "taps_w", "x_tap_w", "run", "chunk", "ahead");

    /// The kernel: buffers `x`, `w`, `s`, `y`, then those of the epilogue.
    public LoopKernel kernel() {
        List<String> buffers = new ArrayList<>(List.of("x", "w", "s", "y"));
        List<String> parameters = new ArrayList<>(PARAMETERS);
        epilogue.ifPresentOrElse(present -> {
            parameters.add("channels");
            new ElementStore(present).declare(buffers, parameters);
        }, () -> parameters.add("y_block"));
        String name = "fused" + pixels + "x" + vectors + "_" + window.name().toLowerCase(Locale.ROOT)
                + (isCut ? "_cut" : "");
        return LoopCode.kernel(name, buffers, parameters, code -> place -> new Body(code, place).emit());
    }

    private final class Body {
        private final LoopCode code;
        private final int block = vectors * lanes;
        private final LoopExpression blockNumber;
        private final LoopExpression group;
        private final LoopExpression inGroup;
        private final LoopExpression image;
        private final LoopExpression firstRow;
        private final LoopExpression endRow;
        private final LoopExpression steps;
        private final LoopExpression weights;
        private final LoopExpression x;

        Body(LoopCode code, LoopExpression place) {
            this.code = code;
            LoopExpression line = code.define("line", remainder(divide(place, parameter("row_step")),
                    times(parameter("images"), parameter("row_groups"))));
            blockNumber =
                    code.define("block", remainder(divide(place, parameter("block_step")), parameter("all_blocks")));
            group = code.define("group", divide(blockNumber, parameter("blocks")));
            inGroup = code.define("inGroup", remainder(blockNumber, parameter("blocks")));
            image = code.define("image", divide(line, parameter("row_groups")));
            firstRow = code.define("firstRow",
                    times(remainder(line, parameter("row_groups")), parameter("group_rows")));
            endRow = code.define("endRow", minimum(plus(firstRow, parameter("group_rows")), parameter("rows")));
            steps = code.define("steps", times(times(parameter("taps_h"), parameter("taps_w")), parameter("run")));
            weights = code.define("weights", times(times(blockNumber, steps), index(block)));
            x = code.define("x", plus(plus(parameter("x_origin"), times(group, parameter("x_group"))),
                    times(image, parameter("x_image"))));
        }

        void emit() {
            epilogue.ifPresentOrElse(present -> emit(new Channels(present)), () -> emit(this::sums));
        }

        private void emit(Channels channels) {
            emit(channels::finish);
            code.when(new Less(channels.count, index(block)), channels::storeRest);
        }

        private void emit(Finish finish) {
            if (isCut) {
                chunks(finish);
            } else {
                tiles((row, tile) -> {
                    Variable[][] sums = zeros();
                    Variable w = code.define("w", weights);
                    eachRun(code.define("from", tile.from),
                            from -> code.loop("k", from, plus(from, parameter("run")), index(1),
                                    k -> step(k, w, sums)));
                    finish.emit(row, tile, sums);
                });
            }
        }

        /// What is done with the sums of a tile.
        private interface Finish {
            void emit(LoopExpression row, TilePlace tile, Variable[][] sums);
        }

        private void chunks(Finish finish) {
            Variable done = code.define("done", index(0));
            eachRun(index(0), offset -> code.loop("chunk", index(0), parameter("run"), parameter("chunk"), chunk -> {
                LoopExpression length =
                        code.define("length", minimum(parameter("chunk"), subtract(parameter("run"), chunk)));
                LoopExpression after = code.define("after", plus(done, length));
                tiles((row, tile) -> {
                    Variable[][] sums = zeros();
                    code.when(new Less(index(0), done), () -> eachSum((i, v) -> code.assign(sums[i][v],
                            load("s", plus(tile.sums, index(at(i, v))), lanes))));
                    Variable w = code.define("w", plus(weights, times(done, index(block))));
                    LoopExpression from = code.define("from", plus(tile.from, plus(offset, chunk)));
                    Variable ahead = code.define("ahead", plus(plus(weights, times(after, index(block))),
                            times(tile.number, times(length, parameter("ahead")))));
                    code.loop("k", from, plus(from, length), index(1), k -> {
                        code.prefetch("w", ahead);
                        code.assign(ahead, plus(ahead, parameter("ahead")));
                        step(k, w, sums);
                    });
                    code.when(new Less(after, steps), () -> keep(tile.sums, sums));
                    code.when(new Less(subtract(steps, index(1)), after), () -> finish.emit(row, tile, sums));
                });
                code.assign(done, after);
            }));
        }

        /// The runs of the window, as far as it has several.
        ///
        /// @param from the index of its first element
        /// @param body takes the index of the first element of a run
        private void eachRun(LoopExpression from, Consumer<LoopExpression> body) {
            switch (window) {
                case RUN -> body.accept(from);
                case ROWS -> code.loop("h", index(0), parameter("taps_h"), index(1),
                        h -> body.accept(code.define("row", plus(from, times(h, parameter("x_tap_h"))))));
                case TAPS -> code.loop("h", index(0), parameter("taps_h"), index(1),
                        h -> code.loop("v", index(0), parameter("taps_w"), index(1),
                                v -> body.accept(code.define("tap", plus(from, plus(times(h, parameter("x_tap_h")),
                                        times(v, parameter("x_tap_w"))))))));
            }
        }

        /// A tile: its first pixel, the index of the first element of its window, and where its sums are kept.
        private record TilePlace(LoopExpression pixel, LoopExpression from, LoopExpression sums,
                LoopExpression number) {}

        private interface TileBody {
            void emit(LoopExpression row, TilePlace tile);
        }

        private void tiles(TileBody body) {
            LoopExpression rowSums = code.define("rowSums", rowSums());
            code.loop("row", firstRow, endRow, index(1), row -> {
                LoopExpression width = code.define("width", width(row));
                LoopExpression last = code.define("last", subtract(width, index(pixels)));
                LoopExpression line = code.define("line", plus(x, times(row, parameter("x_row"))));
                LoopExpression sums = code.define("sums", times(subtract(row, firstRow), rowSums));
                code.loop("tile", index(0), width, index(pixels), start -> {
                    LoopExpression pixel = code.define("pixel", minimum(start, last));
                    body.emit(row, new TilePlace(pixel,
                            code.define("at", plus(line, times(pixel, parameter("x_pixel")))),
                            code.define("kept", plus(sums, times(start, index(block)))),
                            plus(times(subtract(row, firstRow), tilesOfRow()), divide(start, index(pixels)))));
                });
            });
        }

        private LoopExpression width(LoopExpression row) {
            return minimum(parameter("width"), subtract(parameter("pixels"), times(row, parameter("width"))));
        }

        /// Elements that the sums of a row take: whole tiles.
        private LoopExpression rowSums() {
            return times(tilesOfRow(), index((long) pixels * block));
        }

        private LoopExpression tilesOfRow() {
            return divide(plus(parameter("width"), index(pixels - 1L)), index(pixels));
        }

        private Variable[][] zeros() {
            Variable[][] sums = new Variable[pixels][vectors];
            eachSum((i, v) -> sums[i][v] = code.define("sum", LoopCode.constant(0, lanes)));
            return sums;
        }

        private void step(LoopExpression k, Variable w, Variable[][] sums) {
            LoopExpression[] weight = new LoopExpression[vectors];
            for (int v = 0; v < vectors; v++) {
                weight[v] = code.define("weight", load("w", plus(w, index((long) v * lanes)), lanes));
            }
            for (int i = 0; i < pixels; i++) {
                LoopExpression element = code.define("element", new LoopExpression.Splat(
                        load("x", plus(k, times(index(i), parameter("x_pixel"))), 1), lanes));
                for (int v = 0; v < vectors; v++) {
                    code.assign(sums[i][v], new LoopExpression.MultiplyAdd(element, weight[v], sums[i][v]));
                }
            }
            code.assign(w, plus(w, index(block)));
        }

        private void keep(LoopExpression at, Variable[][] sums) {
            LoopExpression to = code.define("to", at);
            eachSum((i, v) -> code.store("s", plus(to, index(at(i, v))), sums[i][v]));
        }

        /// Stores the sums as they are: block, pixel, lane.
        private void sums(LoopExpression row, TilePlace tile, Variable[][] sums) {
            LoopExpression to = code.define("to",
                    plus(times(blockNumber, parameter("y_block")), times(tile.pixel, index(block))));
            eachSum((i, v) -> code.store("y", plus(to, index(at(i, v))), sums[i][v]));
        }

        /// Takes the sums through the epilogue.
        private final class Channels {
            private final ElementStore store;
            /// The first channel of the block, and how many it has.
            private final LoopExpression channel;
            private final LoopExpression count;

            Channels(Epilogue present) {
                store = new ElementStore(present);
                LoopExpression before = code.define("before", times(inGroup, index(block)));
                channel = code.define("channel", plus(times(group, parameter("channels")), before));
                count = code.define("count", minimum(index(block), subtract(parameter("channels"), before)));
            }

            void finish(LoopExpression row, TilePlace tile, Variable[][] sums) {
                code.when(new Less(index(block - 1L), count), () -> {
                    for (int v = 0; v < vectors; v++) {
                        ElementStore.Channels channels =
                                ElementStore.Channels.whole(plus(channel, index((long) v * lanes)), lanes);
                        List<Optional<LoopExpression>> perChannel = store.perChannel(code, channels);
                        for (int i = 0; i < pixels; i++) {
                            store.store(code,
                                    new ElementStore.Element(image, row, plus(tile.pixel, index(i)), channels),
                                    sums[i][v], perChannel);
                        }
                    }
                });
                code.when(new Less(count, index(block)), () -> keep(
                        plus(times(subtract(row, firstRow), rowSums()), times(tile.pixel, index(block))), sums));
            }

            void storeRest() {
                LoopExpression rowSums = code.define("rowSums", rowSums());
                code.loop("row", firstRow, endRow, index(1), row -> {
                    LoopExpression sums = code.define("sums", times(subtract(row, firstRow), rowSums));
                    code.loop("pixel", index(0), width(row), index(1), pixel -> {
                        LoopExpression from = code.define("from", plus(sums, times(pixel, index(block))));
                        ElementStore.channels(code, count, lanes, channels -> store.store(code,
                                new ElementStore.Element(image, row, pixel,
                                        channels.at(plus(channel, channels.first()))),
                                code.define("sums", load("s", plus(from, channels.first()), lanes))));
                    });
                });
            }
        }

        private long at(int pixel, int vector) {
            return (long) pixel * block + (long) vector * lanes;
        }

        private void eachSum(BiConsumer<Integer, Integer> body) {
            for (int i = 0; i < pixels; i++) {
                for (int v = 0; v < vectors; v++) {
                    body.accept(i, v);
                }
            }
        }
    }
}
