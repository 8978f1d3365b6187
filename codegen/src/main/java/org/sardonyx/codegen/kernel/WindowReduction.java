package org.sardonyx.codegen.kernel;

import static org.sardonyx.ir.loop.LoopCode.binary;
import static org.sardonyx.ir.loop.LoopCode.divide;
import static org.sardonyx.ir.loop.LoopCode.index;
import static org.sardonyx.ir.loop.LoopCode.load;
import static org.sardonyx.ir.loop.LoopCode.minimum;
import static org.sardonyx.ir.loop.LoopCode.operation;
import static org.sardonyx.ir.loop.LoopCode.parameter;
import static org.sardonyx.ir.loop.LoopCode.plus;
import static org.sardonyx.ir.loop.LoopCode.subtract;
import static org.sardonyx.ir.loop.LoopCode.times;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.BinaryMath;
import org.sardonyx.ir.loop.LoopExpression.IndexFunction;
import org.sardonyx.ir.loop.LoopExpression.Variable;
import org.sardonyx.ir.loop.LoopKernel;

/// Pooling and depthwise convolution: each channel for itself. The elements of a window are combined, or multiplied with
/// weights and added; those beyond the edges take no part.
///
/// Windows whose size is known to the kernel are unrolled: a few places that follow each other are computed at once, a vector
/// of channels each, so that a vector of weights is loaded once for all of them. That is for places whose windows lie inside;
/// at the edges, and for other windows, taps are counted.
///
/// Parameters, in elements: `images`, `rows` and `width` of the result, `channels`; `x_*` the strides of the input and `x_rows`
/// by `x_width` its size; `taps_h` by `taps_w` the window, with its strides, dilations and pads. Weights lie row, column,
/// channel, `w_tap` from one place of the window to the next.
///
/// @param rows of a window that is unrolled, 0 if it is not; then channels are to be a multiple of the lanes
/// @param columns of a window that is unrolled
public record WindowReduction(Function function, int rows, int columns, int lanes, Share share, Epilogue epilogue) {
    /// Places that are computed at once where windows are unrolled.
    public static final int PIXELS = 4;
    private static final List<String> PARAMETERS = List.of("images", "rows", "width", "channels", "x_origin", "x_image",
            "x_row", "x_pixel", "x_rows", "x_width", "taps_h", "taps_w", "stride_h", "stride_w", "dilation_h", "dilation_w",
            "pad_h", "pad_w", "w_tap");

    /// How elements are combined.
    public enum Function {
        MAXIMUM, MINIMUM, SUM,
        /// The sum of products with weights.
        PRODUCT_SUM;

        /// What changes nothing.
        double neutral() {
            return switch (this) {
                case MAXIMUM -> Double.NEGATIVE_INFINITY;
                case MINIMUM -> Double.POSITIVE_INFINITY;
                case SUM, PRODUCT_SUM -> 0;
            };
        }
    }

    /// The kernel: buffers `x`, `y`, `w` if there are weights, then those of the epilogue.
    public LoopKernel kernel() {
        List<String> buffers = new ArrayList<>(List.of("x", "y"));
        if (function == Function.PRODUCT_SUM) {
            buffers.add("w");
        }
        List<String> parameters = new ArrayList<>(PARAMETERS);
        new ElementStore(epilogue).declare(buffers, parameters);
        return LoopCode.kernel("window_" + function.name().toLowerCase(Locale.ROOT) + (rows == 0 ? "" : rows + "x" + columns), buffers, parameters,
                code -> place -> body(code, place));
    }

    private void body(LoopCode code, LoopExpression place) {
        Sweep sweep = Sweep.of(code, place, lanes, share);
        LoopExpression image = sweep.image();
        LoopExpression row = sweep.row();
        LoopExpression x = code.define("x", plus(parameter("x_origin"), times(image, parameter("x_image"))));
        Where where = new Where(image, row, x, taps(code, "h", row, "x_rows"));
        if (rows == 0) {
            sweep.pixels(pixel -> counted(code, where, pixel, sweep));
            return;
        }
        LoopExpression left = code.define("left", quotient(parameter("pad_w"), parameter("stride_w")));
        LoopExpression inside = code.define("inside", inside(code, where, left));
        tiles(code, where, left, code.define("right", plus(left, inside)));
        code.loop("edge", index(0), subtract(parameter("width"), inside), index(1), edge -> {
            LoopExpression after = clamp(plus(subtract(edge, left), index(1)));
            counted(code, where, code.define("pixel", plus(edge, times(after, inside))), sweep);
        });
    }

    /// @param x the first element of the image
    /// @param high the taps of the row
    private record Where(LoopExpression image, LoopExpression row, LoopExpression x, Taps high) {}

    /// How many places, from the one that is given, have windows that lie inside; none if that is not worth a tile.
    private LoopExpression inside(LoopCode code, Where where, LoopExpression left) {
        LoopExpression span = plus(times(parameter("dilation_w"), index(columns - 1L)), index(1));
        LoopExpression room = subtract(plus(parameter("x_width"), parameter("pad_w")), span);
        LoopExpression starts = operation(IndexFunction.MAXIMUM, plus(room, parameter("stride_w")), index(0));
        LoopExpression right = minimum(parameter("width"), divide(starts, parameter("stride_w")));
        LoopExpression count = code.define("count", subtract(right, left));
        LoopExpression rowsInside = clamp(subtract(subtract(where.high.end, where.high.first), index(rows - 1L)));
        return times(times(count, rowsInside), clamp(subtract(count, index(PIXELS - 1L))));
    }

    /// 1 of positive numbers, else 0.
    private static LoopExpression clamp(LoopExpression number) {
        return minimum(operation(IndexFunction.MAXIMUM, number, index(0)), index(1));
    }

    /// Places whose windows lie inside; the last tile may overlap the one before it.
    private void tiles(LoopCode code, Where where, LoopExpression left, LoopExpression right) {
        LoopExpression step = code.define("step", times(parameter("stride_w"), parameter("x_pixel")));
        LoopExpression next = code.define("next", times(parameter("dilation_w"), parameter("x_pixel")));
        LoopExpression down = code.define("down", times(parameter("dilation_h"), parameter("x_row")));
        LoopExpression line = code.define("line", subtract(plus(where.x, times(where.high.start, parameter("x_row"))),
                times(parameter("pad_w"), parameter("x_pixel"))));
        code.loop("channel", index(0), parameter("channels"), index(lanes), channel -> {
            LoopExpression first = code.define("first", plus(line, channel));
            ElementStore store = new ElementStore(epilogue);
            List<Optional<LoopExpression>> perChannel = store.perChannel(code, ElementStore.Channels.whole(channel, lanes));
            code.loop("tile", left, right, index(PIXELS), tile -> {
                LoopExpression pixel = code.define("pixel", minimum(tile, subtract(right, index(PIXELS))));
                LoopExpression at = code.define("at", plus(first, times(pixel, step)));
                List<Variable> results = new ArrayList<>();
                for (int i = 0; i < PIXELS; i++) {
                    results.add(code.define("result", LoopCode.constant(function.neutral(), lanes)));
                }
                for (int h = 0; h < rows; h++) {
                    for (int w = 0; w < columns; w++) {
                        tap(code, results, code.define("tap", plus(plus(at, times(down, index(h))),
                                times(next, index(w)))), step, plus(times(parameter("w_tap"),
                                        index((long) h * columns + w)), channel));
                    }
                }
                for (int i = 0; i < PIXELS; i++) {
                    store.store(code, new ElementStore.Element(where.image, where.row,
                            code.define("place", plus(pixel, index(i))), ElementStore.Channels.whole(channel, lanes)), results.get(i), perChannel);
                }
            });
        });
    }

    private void tap(LoopCode code, List<Variable> results, LoopExpression at, LoopExpression step, LoopExpression weight) {
        LoopExpression factor = function == Function.PRODUCT_SUM
                ? code.define("weight", load("w", weight, lanes))
                : LoopCode.constant(1, lanes);
        for (int i = 0; i < PIXELS; i++) {
            LoopExpression element = load("x", plus(at, times(step, index(i))), lanes);
            code.assign(results.get(i), combined(results.get(i), element, factor));
        }
    }

    /// A place whose window may reach beyond the edges.
    private void counted(LoopCode code, Where where, LoopExpression pixel, Sweep sweep) {
        Taps wide = taps(code, "w", pixel, "x_width");
        sweep.channels(channels -> {
            Variable result = code.define("result", LoopCode.constant(function.neutral(), channels.lanes()));
            code.loop("h", where.high.first, where.high.end, index(1), h -> {
                LoopExpression line = code.define("line", plus(plus(where.x, channels.first()),
 times(plus(where.high.start, times(h, parameter("dilation_h"))), parameter("x_row"))));
                LoopExpression taps = code.define("taps", times(h, parameter("taps_w")));
                code.loop("w", wide.first, wide.end, index(1), w -> {
                    LoopExpression element = channels.load("x", plus(line,
                            times(plus(wide.start, times(w, parameter("dilation_w"))), parameter("x_pixel"))));
                    LoopExpression factor = function == Function.PRODUCT_SUM
                            ? channels.load("w", plus(times(plus(taps, w), parameter("w_tap")), channels.first()))
 : LoopCode.constant(1, channels.lanes());
                    code.assign(result, combined(result, element, factor));
                });
            });
            new ElementStore(epilogue).store(code,
                    new ElementStore.Element(where.image, where.row, pixel, channels), result);
        });
    }

    /// The taps of a place that meet an element.
    ///
    /// @param start the coordinate of the first tap, which may lie before the edge
    private record Taps(LoopExpression start, LoopExpression first, LoopExpression end) {}

    private static Taps taps(LoopCode code, String axis, LoopExpression place, String size) {
        LoopExpression dilation = parameter("dilation_" + axis);
        LoopExpression start = code.define("start",
                subtract(times(place, parameter("stride_" + axis)), parameter("pad_" + axis)));
        LoopExpression first = quotient(subtract(index(0), start), dilation);
        LoopExpression end = quotient(subtract(parameter(size), start), dilation);
        return new Taps(start, code.define("first", first),
                code.define("end", minimum(parameter("taps_" + axis), end)));
    }

    /// A quotient rounded up, 0 of negative numbers.
    private static LoopExpression quotient(LoopExpression number, LoopExpression divisor) {
        LoopExpression positive = operation(IndexFunction.MAXIMUM, number, index(0));
        return divide(subtract(plus(positive, divisor), index(1)), divisor);
    }

    /// The element comes first: the virtual machine knows the class of a vector that was just loaded, so it makes an
    /// instruction of the operation without having seen it run, and not of a variable that a loop changes.
    private LoopExpression combined(LoopExpression result, LoopExpression element, LoopExpression factor) {
        return switch (function) {
            case MAXIMUM -> binary(BinaryMath.MAXIMUM, element, result);
            case MINIMUM -> binary(BinaryMath.MINIMUM, element, result);
            case SUM -> binary(BinaryMath.ADD, element, result);
            case PRODUCT_SUM -> new LoopExpression.MultiplyAdd(element, factor, result);
        };
    }
}
