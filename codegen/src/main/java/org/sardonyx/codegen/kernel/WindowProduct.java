package org.sardonyx.codegen.kernel;

import static org.sardonyx.ir.loop.LoopCode.index;
import static org.sardonyx.ir.loop.LoopCode.load;
import static org.sardonyx.ir.loop.LoopCode.operation;
import static org.sardonyx.ir.loop.LoopCode.parameter;
import static org.sardonyx.ir.loop.LoopCode.plus;
import static org.sardonyx.ir.loop.LoopCode.times;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.IndexFunction;
import org.sardonyx.ir.loop.LoopExpression.Variable;
import org.sardonyx.ir.loop.LoopKernel;

/// Convolutions and matrix products: sums of products of a window's elements with weights, for a tile of `pixels` places that
/// follow each other in a row and `vectors` vectors of channels, kept in registers. For each element of the window a vector
/// of weights is loaded once for all pixels, and each pixel's element is multiplied with all of them.
///
/// The outermost loop runs over blocks of channels, images and rows, in this order, so that the weights of a block stay in the
/// cache. If the pixels of a row are no multiple of a tile's, the last tile overlaps the one before it.
///
/// Parameters, in elements: `images` and `rows` of the result, `width` pixels in a row and `pixels` in an image (a last row
/// may be shorter where an image is one long row that was cut); `x_*` the strides of the input, `x_pixel` that from a place of
/// the window to the next; `taps_*` the window: `taps_h` rows, `x_tap_h` apart, of `taps_w` runs, `x_tap_w` apart, of `run`
/// elements; `channels` of a group, `blocks` of a group, and `x_group` between the groups of
/// the input. Weights are packed: block, row, run, element, lane.
/// Last come the strides of the result, `y_*`, and of the epilogue's operands.
///
/// @param pixels places of the window in a tile
/// @param vectors vectors of channels in a tile
/// @param lanes of a vector
/// @param tail whether the channels of a group may be no multiple of a tile's
public record WindowProduct(int pixels, int vectors, int lanes, boolean tail, Epilogue epilogue) {
    private static final List<String> PARAMETERS = List.of("images", "rows", "width", "pixels", "x_origin", "x_image",
            "x_row", "x_pixel", "x_group", "taps_h", "x_tap_h", "taps_w", "x_tap_w", "run", "channels", "blocks");

    /// The kernel: buffers `x`, `w`, `y`, then those of the epilogue.
    public LoopKernel kernel() {
        List<String> buffers = new ArrayList<>(List.of("x", "w", "y"));
        List<String> parameters = new ArrayList<>(PARAMETERS);
        new ElementStore(epilogue, lanes).declare(buffers, parameters);
        return LoopCode.kernel("product" + pixels + "x" + vectors, buffers, parameters,
                code -> place -> body(code, place));
    }

    private void body(LoopCode code, LoopExpression place) {
        LoopExpression rows = parameter("rows");
        LoopExpression perBlock = code.define("perBlock", times(parameter("images"), rows));
        LoopExpression block = code.define("block", operation(IndexFunction.DIVIDE, place, perBlock));
        LoopExpression rest = code.define("rest", operation(IndexFunction.REMAINDER, place, perBlock));
        LoopExpression image = code.define("image", operation(IndexFunction.DIVIDE, rest, rows));
        LoopExpression row = code.define("row", operation(IndexFunction.REMAINDER, rest, rows));
        LoopExpression group = code.define("group", operation(IndexFunction.DIVIDE, block, parameter("blocks")));
        LoopExpression channel = code.define("channel",
                times(operation(IndexFunction.REMAINDER, block, parameter("blocks")), index((long) vectors * lanes)));
        LoopExpression left = operation(IndexFunction.SUBTRACT, parameter("pixels"), times(row, parameter("width")));
        LoopExpression width = code.define("width", operation(IndexFunction.MINIMUM, parameter("width"), left));
        LoopExpression window = times(times(parameter("taps_h"), parameter("taps_w")), parameter("run"));
        LoopExpression weights = code.define("weights",
                times(times(block, window), index((long) vectors * lanes)));
        LoopExpression last = code.define("last", operation(IndexFunction.SUBTRACT, width, index(pixels)));
        LoopExpression x = code.define("x", plus(plus(parameter("x_origin"), times(group, parameter("x_group"))),
                plus(times(image, parameter("x_image")), times(row, parameter("x_row")))));
        Where where = new Where(image, row, group, channel);
        code.loop("tile", index(0), width, index(pixels), start -> {
            LoopExpression pixel = code.define("pixel", operation(IndexFunction.MINIMUM, start, last));
            tile(code, where, pixel, code.define("at", plus(x, times(pixel, parameter("x_pixel")))), weights);
        });
    }

    /// @param channel the first of the tile in its group
    private record Where(LoopExpression image, LoopExpression row, LoopExpression group, LoopExpression channel) {}

    private void tile(LoopCode code, Where where, LoopExpression pixel, LoopExpression x, LoopExpression weights) {
        Variable[][] sums = new Variable[pixels][vectors];
        for (Variable[] row : sums) {
            for (int v = 0; v < vectors; v++) {
                row[v] = code.define("sum", LoopCode.constant(0, lanes));
            }
        }
        Variable w = code.define("w", weights);
        code.loop("h", index(0), parameter("taps_h"), index(1),
                h -> code.loop("v", index(0), parameter("taps_w"), index(1),
                        v -> {
                            LoopExpression run = code.define("from", plus(x, plus(times(h, parameter("x_tap_h")),
                                    times(v, parameter("x_tap_w")))));
                            code.loop("k", run, plus(run, parameter("run")), index(1), k -> step(code, k, w, sums));
                        }));
        // The epilogue is a loop of its own over sums that were just stored: unrolled with them it would make the method
        // larger than the virtual machine's compiler takes apart.
        ElementStore sumsOnly = new ElementStore(Epilogue.NONE, lanes);
        for (int i = 0; i < pixels; i++) {
            LoopExpression at = code.define("place", plus(pixel, index(i)));
            for (int v = 0; v < vectors; v++) {
                Lanes stored = lanes(where, at, v);
                sumsOnly.store(code, stored.element, sums[i][v], stored.count);
            }
        }
        if (epilogue.equals(Epilogue.NONE)) {
            return;
        }
        code.loop("i", pixel, plus(pixel, index(pixels)), index(1), at -> {
            for (int v = 0; v < vectors; v++) {
                Lanes stored = lanes(where, at, v);
                LoopExpression sum = new LoopExpression.Load("y", stored.element.in("y"), lanes, stored.count);
                new ElementStore(epilogue, lanes).store(code, stored.element, sum, stored.count);
            }
        });
    }

    private void step(LoopCode code, LoopExpression k, Variable w, Variable[][] sums) {
        LoopExpression[] weights = new LoopExpression[vectors];
        for (int v = 0; v < vectors; v++) {
            weights[v] = code.define("weight", load("w", plus(w, index((long) v * lanes)), lanes));
        }
        for (int i = 0; i < pixels; i++) {
            LoopExpression element = load("x", plus(k, times(index(i), parameter("x_pixel"))), 1);
            LoopExpression splat = code.define("element", new LoopExpression.Splat(element, lanes));
            for (int v = 0; v < vectors; v++) {
                code.assign(sums[i][v], new LoopExpression.MultiplyAdd(splat, weights[v], sums[i][v]));
            }
        }
        code.assign(w, plus(w, index((long) vectors * lanes)));
    }

    /// @param count how many lanes there are, if not all
    private record Lanes(ElementStore.Element element, Optional<LoopExpression> count) {}

    private Lanes lanes(Where where, LoopExpression pixel, int vector) {
        LoopExpression inGroup = plus(where.channel, index((long) vector * lanes));
        Optional<LoopExpression> count = tail
                ? Optional.of(operation(IndexFunction.SUBTRACT, parameter("channels"), inGroup))
                : Optional.empty();
        LoopExpression channel = plus(times(where.group, parameter("channels")), inGroup);
        return new Lanes(new ElementStore.Element(where.image, where.row, pixel, channel), count);
    }
}
