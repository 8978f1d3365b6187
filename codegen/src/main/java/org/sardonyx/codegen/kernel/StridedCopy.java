package org.sardonyx.codegen.kernel;

import static org.sardonyx.ir.loop.LoopCode.index;
import static org.sardonyx.ir.loop.LoopCode.load;
import static org.sardonyx.ir.loop.LoopCode.operation;
import static org.sardonyx.ir.loop.LoopCode.parameter;
import static org.sardonyx.ir.loop.LoopCode.plus;
import static org.sardonyx.ir.loop.LoopCode.times;

import java.util.List;

import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.IndexFunction;
import org.sardonyx.ir.loop.LoopKernel;

/// Copies a tensor of four axes to where its elements lie in another order.
///
/// Parameters, in elements: `images`, `rows`, `width`, `channels`, and for both tensors the strides of these.
///
/// @param lanes of a vector; 1, element by element, unless channels follow each other in both tensors
public record StridedCopy(int lanes) {
    private static final List<String> PARAMETERS = List.of("images", "rows", "width", "channels", "x_origin", "x_image",
            "x_row", "x_pixel", "x_channel", "y_origin", "y_image", "y_row", "y_pixel", "y_channel");

    /// The kernel: buffers `x` and `y`.
    public LoopKernel kernel() {
        return LoopCode.kernel("copy", List.of("x", "y"), PARAMETERS, code -> place -> {
            LoopExpression image = code.define("image", operation(IndexFunction.DIVIDE, place, parameter("rows")));
            LoopExpression row = code.define("row", operation(IndexFunction.REMAINDER, place, parameter("rows")));
            code.loop("pixel", index(0), parameter("width"), index(1), pixel -> {
                LoopExpression x = code.define("x", at("x", image, row, pixel));
                LoopExpression y = code.define("y", at("y", image, row, pixel));
                if (lanes > 1) {
                    ElementStore.channels(code, parameter("channels"), lanes,
                            (channel, count) -> code.store("y", plus(y, channel),
                                    load("x", plus(x, channel), count)));
                } else {
                    code.loop("channel", index(0), parameter("channels"), index(1),
                            channel -> code.store("y", plus(y, times(channel, parameter("y_channel"))),
                                    load("x", plus(x, times(channel, parameter("x_channel"))), 1)));
                }
            });
        });
    }

    private static LoopExpression at(String buffer, LoopExpression image, LoopExpression row, LoopExpression pixel) {
        return plus(plus(parameter(buffer + "_origin"), times(image, parameter(buffer + "_image"))),
                plus(times(row, parameter(buffer + "_row")), times(pixel, parameter(buffer + "_pixel"))));
    }
}
