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
import java.util.Locale;

import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.Variable;
import org.sardonyx.ir.loop.LoopKernel;

/// Convolutions and matrix products: sums of products of a window's elements with weights, for a tile of `pixels` places that
/// follow each other in a row and `vectors` vectors of channels, kept in registers. For each element of the window a vector
/// of weights is loaded once for all pixels, and each pixel's element is multiplied with all of them.
///
/// A place of the outermost loop is a row of an image for a block of channels ([ProductPlace]). The sums of a row go to the buffer `s`, pixel by pixel, which is
/// small and a thread's own: from there [ProductStore] takes them, through whatever epilogue. That keeps this kernel, which
/// the virtual machine takes longest to compile, the same for all layers. If the pixels of a row are no multiple of a tile's,
/// the last tile overlaps the one before it.
///
/// Parameters, in elements: those of the place (the last row of an image may be shorter, where all of it is one long row that
/// was cut); `x_*` the strides of the input, `x_pixel`
/// that from a place of the window to the next, `x_group` that between the groups; `taps_*` the window: `taps_h` rows,
/// `x_tap_h` apart, of `taps_w` runs, `x_tap_w` apart, of `run` elements; `s_block` from the sums of a block to those of the
/// next, 0 if they are stored before. Weights are packed: block, row, run, element, lane.
///
/// @param pixels places of the window in a tile
/// @param vectors vectors of channels in a tile
/// @param lanes of a vector
/// @param window how many loops the window takes: each costs time to enter
public record WindowProduct(int pixels, int vectors, int lanes, Window window) {
    /// What a window looks like in memory.
    public enum Window {
        /// One run of elements.
        RUN,
        /// Rows of one run each: `taps_w` is 1.
        ROWS,
        /// Rows of runs.
        TAPS;

        /// The form with the fewest loops. There may be no rows or runs at all.
        public static Window of(long rows, long runs) {
            return runs != 1 ? TAPS : rows == 1 ? RUN : ROWS;
        }
    }

    private static final List<String> PARAMETERS =
            List.of("x_origin", "x_image", "x_row", "x_pixel", "x_group", "taps_h", "x_tap_h", "taps_w", "x_tap_w",
                    "run", "s_block");

    /// The kernel: buffers `x`, `w`, `s`.
    public LoopKernel kernel() {
        List<String> parameters = new ArrayList<>(ProductPlace.PARAMETERS);
        parameters.addAll(PARAMETERS);
        return LoopCode.kernel("product" + pixels + "x" + vectors + "_" + window.name().toLowerCase(Locale.ROOT), List.of("x", "w", "s"), parameters,
                code -> place -> body(code, ProductPlace.of(code, place)));
    }

    private void body(LoopCode code, ProductPlace at) {
        int block = vectors * lanes;
        LoopExpression window = times(times(parameter("taps_h"), parameter("taps_w")), parameter("run"));
        LoopExpression weights = code.define("weights", times(times(at.block(), window), index(block)));
        LoopExpression last = code.define("last", subtract(at.width(), index(pixels)));
        LoopExpression x = code.define("x", plus(plus(parameter("x_origin"), times(at.group(), parameter("x_group"))),
                plus(times(at.image(), parameter("x_image")), times(at.row(), parameter("x_row")))));
        code.loop("tile", index(0), at.width(), index(pixels), start -> {
            LoopExpression pixel = code.define("pixel", minimum(start, last));
            Variable[][] sums = tile(code, code.define("at", plus(x, times(pixel, parameter("x_pixel")))), weights);
            LoopExpression to =
                    code.define("to", plus(times(at.block(), parameter("s_block")), times(pixel, index(block))));
            for (int i = 0; i < pixels; i++) {
                for (int v = 0; v < vectors; v++) {
                    code.store("s", plus(to, index((long) i * block + (long) v * lanes)), sums[i][v]);
                }
            }
        });
    }

    private Variable[][] tile(LoopCode code, LoopExpression x, LoopExpression weights) {
        Variable[][] sums = new Variable[pixels][vectors];
        for (Variable[] row : sums) {
            for (int v = 0; v < vectors; v++) {
                row[v] = code.define("sum", LoopCode.constant(0, lanes));
            }
        }
        Variable w = code.define("w", weights);
        switch (window) {
            case RUN -> run(code, x, w, sums);
            case ROWS -> code.loop("h", index(0), parameter("taps_h"), index(1),
                    h -> run(code, code.define("from", plus(x, times(h, parameter("x_tap_h")))), w, sums));
            case TAPS -> code.loop("h", index(0), parameter("taps_h"), index(1),
                    h -> code.loop("v", index(0), parameter("taps_w"), index(1),
                            v -> run(code, code.define("from", plus(x, plus(times(h, parameter("x_tap_h")),
                                    times(v, parameter("x_tap_w"))))), w, sums)));
        }
        return sums;
    }

    private void run(LoopCode code, LoopExpression from, Variable w, Variable[][] sums) {
        code.loop("k", from, plus(from, parameter("run")), index(1), k -> step(code, k, w, sums));
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
}
