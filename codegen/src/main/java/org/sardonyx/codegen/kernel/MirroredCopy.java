package org.sardonyx.codegen.kernel;

import static org.sardonyx.ir.loop.LoopCode.index;
import static org.sardonyx.ir.loop.LoopCode.minimum;
import static org.sardonyx.ir.loop.LoopCode.operation;
import static org.sardonyx.ir.loop.LoopCode.parameter;
import static org.sardonyx.ir.loop.LoopCode.plus;
import static org.sardonyx.ir.loop.LoopCode.subtract;
import static org.sardonyx.ir.loop.LoopCode.times;

import java.util.List;

import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.IndexFunction;
import org.sardonyx.ir.loop.LoopKernel;

/// Copies images that lie channels-last into the middle of larger ones, which they continue beyond their edges: mirrored at
/// the first and last elements, or by repeating these.
///
/// Parameters, in elements: `images`, `rows`, `width` and `channels` of the result; `x_rows` by `x_width` the size of an image,
/// `top` rows above and `left` columns before it; the strides of both tensors.
///
/// @param mirrored otherwise the elements at the edges are repeated
/// @param lanes of a vector
public record MirroredCopy(boolean mirrored, int lanes, Share share) {
    private static final List<String> PARAMETERS = List.of("images", "rows", "width", "channels", "x_rows", "x_width",
            "top", "left", "x_origin", "x_image", "x_row", "x_pixel", "y_origin", "y_image", "y_row", "y_pixel");

    /// The kernel: buffers `x` and `y`.
    public LoopKernel kernel() {
        return LoopCode.kernel(mirrored ? "mirror" : "extend", List.of("x", "y"), PARAMETERS, code -> place -> {
            Sweep sweep = Sweep.of(code, place, lanes, share);
            LoopExpression image = sweep.image();
            LoopExpression row = sweep.row();
            LoopExpression x = code.define("x", plus(plus(parameter("x_origin"), times(image, parameter("x_image"))),
                    times(inside(code, row, "top", "x_rows"), parameter("x_row"))));
            LoopExpression y = code.define("y", plus(plus(parameter("y_origin"), times(image, parameter("y_image"))),
                    times(row, parameter("y_row"))));
            sweep.pixels(pixel -> {
                LoopExpression from = code.define("from",
                        plus(x, times(inside(code, pixel, "left", "x_width"), parameter("x_pixel"))));
                LoopExpression to = code.define("to", plus(y, times(pixel, parameter("y_pixel"))));
                sweep.channels(
                        channels -> channels.store(code, "y", plus(to, channels.first()),
                                channels.load("x", plus(from, channels.first()))));
            });
        });
    }

    /// The element of the image that a place of the result takes.
    private LoopExpression inside(LoopCode code, LoopExpression place, String before, String size) {
        LoopExpression at = code.define("at", subtract(place, parameter(before)));
        LoopExpression last = code.define("last", subtract(parameter(size), index(1)));
        if (!mirrored) {
            return minimum(operation(IndexFunction.MAXIMUM, at, index(0)), last);
        }
        LoopExpression positive = code.define("positive",
                operation(IndexFunction.MAXIMUM, at, subtract(index(0), at)));
        return minimum(positive,
                subtract(plus(last, last), positive));
    }
}
