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

import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.Across;
import org.sardonyx.ir.loop.LoopExpression.BinaryMath;
import org.sardonyx.ir.loop.LoopExpression.Variable;
import org.sardonyx.ir.loop.LoopKernel;

/// Convolutions to so few channels that these would fill a small part of a vector, such as to the colours of an image: the lanes
/// run along the window instead. A tile is some places that follow each other in a row by all channels; each sum is a vector,
/// whose lanes are added at the end.
///
/// It takes the place of a [WindowProduct] of one vector: a place of the outermost loop is a row of an image ([ProductPlace]
/// with one block), and the sums go to `s`, a vector for each pixel, from where [ProductStore] takes them.
///
/// Parameters, in elements: those of the place; `x_*` the strides of the input; `taps_h` rows of the window, `x_tap_h` apart,
/// of `run` elements, which fill whole vectors. Weights are packed: channel, row, element.
///
/// @param pixels places of the window in a tile
/// @param channels of the result
/// @param lanes of a vector, more than channels
public record DotProduct(int pixels, int channels, int lanes) {
    /// Sums, elements and weights in registers, beyond which a compiler moves sums to memory and back.
    private static final int MOST_REGISTERS = 25;
    private static final int MOST_PIXELS = 8;

    /// The largest tile whose sums stay in registers: it loads the fewest elements for each product.
    public static DotProduct of(int channels, int lanes) {
        int pixels = 1;
        while (pixels < MOST_PIXELS && (pixels + 1) * channels + Math.min(pixels + 1, channels) < MOST_REGISTERS) {
            pixels++;
        }
        return new DotProduct(pixels, channels, lanes);
    }

    /// The kernel: buffers `x`, `w`, `s`.
    public LoopKernel kernel() {
        List<String> parameters = new ArrayList<>(ProductPlace.PARAMETERS);
        parameters.addAll(List.of("x_origin", "x_image", "x_row", "x_pixel", "taps_h", "x_tap_h", "run"));
        return LoopCode.kernel("dot_product" + pixels + "x" + channels, List.of("x", "w", "s"), parameters,
                code -> place -> body(code, ProductPlace.of(code, place)));
    }

    private void body(LoopCode code, ProductPlace at) {
        LoopExpression filter = code.define("filter", times(parameter("taps_h"), parameter("run")));
        LoopExpression last = code.define("last", subtract(at.width(), index(pixels)));
        LoopExpression x = code.define("x", plus(parameter("x_origin"),
                plus(times(at.image(), parameter("x_image")), times(at.row(), parameter("x_row")))));
        code.loop("tile", index(0), at.width(), index(pixels), start -> {
            LoopExpression pixel = code.define("pixel", minimum(start, last));
            Variable[][] sums =
                    tile(code, code.define("at", plus(x, times(pixel, parameter("x_pixel")))), filter);
            LoopExpression to = code.define("to", times(pixel, index(lanes)));
            for (int i = 0; i < pixels; i++) {
                for (int channel = 0; channel < channels; channel++) {
                    code.store("s", plus(to, index((long) i * lanes + channel)),
                            new Across(BinaryMath.ADD, sums[i][channel]));
                }
            }
        });
    }

    private Variable[][] tile(LoopCode code, LoopExpression x, LoopExpression filter) {
        Variable[][] sums = new Variable[pixels][channels];
        for (Variable[] row : sums) {
            for (int channel = 0; channel < channels; channel++) {
                row[channel] = code.define("sum", LoopCode.constant(0, lanes));
            }
        }
        Variable w = code.define("w", index(0));
        code.loop("h", index(0), parameter("taps_h"), index(1), h -> {
            LoopExpression from = code.define("from", plus(x, times(h, parameter("x_tap_h"))));
            code.loop("k", from, plus(from, parameter("run")), index(lanes), k -> step(code, k, w, filter, sums));
        });
        return sums;
    }

    private void step(LoopCode code, LoopExpression k, Variable w, LoopExpression filter, Variable[][] sums) {
        LoopExpression[] weights = new LoopExpression[channels];
        for (int channel = 0; channel < channels; channel++) {
            weights[channel] = code.define("weight", load("w", plus(w, times(index(channel), filter)), lanes));
        }
        for (int i = 0; i < pixels; i++) {
            LoopExpression elements =
                    code.define("elements", load("x", plus(k, times(index(i), parameter("x_pixel"))), lanes));
            for (int channel = 0; channel < channels; channel++) {
                code.assign(sums[i][channel],
                        new LoopExpression.MultiplyAdd(elements, weights[channel], sums[i][channel]));
            }
        }
        code.assign(w, plus(w, index(lanes)));
    }
}
