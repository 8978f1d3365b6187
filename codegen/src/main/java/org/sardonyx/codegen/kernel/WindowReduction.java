package org.sardonyx.codegen.kernel;

import static org.sardonyx.ir.loop.LoopCode.binary;
import static org.sardonyx.ir.loop.LoopCode.index;
import static org.sardonyx.ir.loop.LoopCode.load;
import static org.sardonyx.ir.loop.LoopCode.operation;
import static org.sardonyx.ir.loop.LoopCode.parameter;
import static org.sardonyx.ir.loop.LoopCode.plus;
import static org.sardonyx.ir.loop.LoopCode.times;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.BinaryMath;
import org.sardonyx.ir.loop.LoopExpression.IndexFunction;
import org.sardonyx.ir.loop.LoopExpression.Variable;
import org.sardonyx.ir.loop.LoopKernel;

/// Pooling and depthwise convolution: each channel for itself. The elements of a window are combined, or multiplied with
/// weights and added; those beyond the edges take no part.
///
/// Parameters, in elements: `images`, `rows` and `width` of the result, `channels`; `x_*` the strides of the input and `x_rows`
/// by `x_width` its size; `taps_h` by `taps_w` the window, with its strides, dilations and pads. Weights lie row, column,
/// channel, `w_tap` from one place of the window to the next.
public record WindowReduction(Function function, int lanes, Epilogue epilogue) {
    private static final List<String> PARAMETERS = List.of("images", "rows", "width", "channels", "x_origin", "x_image",
            "x_row", "x_pixel", "x_rows", "x_width", "taps_h", "taps_w", "stride_h", "stride_w", "dilation_h", "dilation_w",
            "pad_h", "pad_w", "w_tap");

    /// How elements are combined.
    public enum Function {
        MAXIMUM, MINIMUM, SUM,
        /// The sum of products with weights.
        PRODUCT_SUM
    }

    /// The kernel: buffers `x`, `y`, `w` if there are weights, then those of the epilogue.
    public LoopKernel kernel() {
        List<String> buffers = new ArrayList<>(List.of("x", "y"));
        if (function == Function.PRODUCT_SUM) {
            buffers.add("w");
        }
        List<String> parameters = new ArrayList<>(PARAMETERS);
        new ElementStore(epilogue).declare(buffers, parameters);
        return LoopCode.kernel("window_" + function.name().toLowerCase(Locale.ROOT), buffers, parameters,
                code -> place -> body(code, place));
    }

    private void body(LoopCode code, LoopExpression place) {
        LoopExpression image = code.define("image", operation(IndexFunction.DIVIDE, place, parameter("rows")));
        LoopExpression row = code.define("row", operation(IndexFunction.REMAINDER, place, parameter("rows")));
        LoopExpression x = code.define("x", plus(parameter("x_origin"), times(image, parameter("x_image"))));
        Taps high = taps(code, "h", row, "x_rows");
        code.loop("pixel", index(0), parameter("width"), index(1), pixel -> {
            Taps wide = taps(code, "w", pixel, "x_width");
            ElementStore.channels(code, parameter("channels"), lanes, (channel, count) -> {
                Variable result = code.define("result", LoopCode.constant(switch (function) {
                    case MAXIMUM -> Double.NEGATIVE_INFINITY;
                    case MINIMUM -> Double.POSITIVE_INFINITY;
                    case SUM, PRODUCT_SUM -> 0;
                }, count));
                code.loop("h", high.first, high.end, index(1), h -> {
                    LoopExpression line = code.define("line", plus(plus(x, channel),
                            times(plus(high.start, times(h, parameter("dilation_h"))), parameter("x_row"))));
                    LoopExpression taps = code.define("taps", times(h, parameter("taps_w")));
                    code.loop("w", wide.first, wide.end, index(1), w -> combine(code, result, plus(line,
                            times(plus(wide.start, times(w, parameter("dilation_w"))), parameter("x_pixel"))),
                            plus(times(plus(taps, w), parameter("w_tap")), channel)));
                });
                new ElementStore(epilogue).store(code, new ElementStore.Element(image, row, pixel, channel), result);
            });
        });
    }

    /// The taps of a place that meet an element.
    ///
    /// @param start the coordinate of the first tap, which may lie before the edge
    private record Taps(LoopExpression start, LoopExpression first, LoopExpression end) {}

    private static Taps taps(LoopCode code, String axis, LoopExpression place, String size) {
        LoopExpression dilation = parameter("dilation_" + axis);
        LoopExpression start = code.define("start", operation(IndexFunction.SUBTRACT,
                times(place, parameter("stride_" + axis)), parameter("pad_" + axis)));
        LoopExpression first = quotient(operation(IndexFunction.SUBTRACT, index(0), start), dilation);
        LoopExpression end = quotient(operation(IndexFunction.SUBTRACT, parameter(size), start), dilation);
        return new Taps(start, code.define("first", first),
                code.define("end", operation(IndexFunction.MINIMUM, parameter("taps_" + axis), end)));
    }

    /// A quotient rounded up, 0 of negative numbers.
    private static LoopExpression quotient(LoopExpression number, LoopExpression divisor) {
        LoopExpression positive = operation(IndexFunction.MAXIMUM, number, index(0));
        return operation(IndexFunction.DIVIDE, operation(IndexFunction.SUBTRACT, plus(positive, divisor), index(1)), divisor);
    }

    private void combine(LoopCode code, Variable result, LoopExpression at, LoopExpression weight) {
        int count = result.type().lanes();
        LoopExpression element = load("x", at, count);
        code.assign(result, switch (function) {
            case MAXIMUM -> binary(BinaryMath.MAXIMUM, result, element);
            case MINIMUM -> binary(BinaryMath.MINIMUM, result, element);
            case SUM -> binary(BinaryMath.ADD, result, element);
            case PRODUCT_SUM ->
                new LoopExpression.MultiplyAdd(element, load("w", weight, count), result);
        });
    }
}
