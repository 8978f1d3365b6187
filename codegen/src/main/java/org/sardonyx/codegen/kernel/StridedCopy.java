package org.sardonyx.codegen.kernel;

import static org.sardonyx.ir.loop.LoopCode.index;
import static org.sardonyx.ir.loop.LoopCode.load;
import static org.sardonyx.ir.loop.LoopCode.parameter;
import static org.sardonyx.ir.loop.LoopCode.plus;
import static org.sardonyx.ir.loop.LoopCode.subtract;
import static org.sardonyx.ir.loop.LoopCode.times;

import java.util.List;

import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopKernel;

/// Copies a tensor of four axes to where its elements lie in another order.
///
/// Parameters, in elements: `images`, `rows`, `width`, `channels`, and for both tensors the strides of these.
///
/// @param lanes of a vector; 1, element by element, unless channels follow each other in both tensors
public record StridedCopy(int lanes, Share share) {
    private static final List<String> PARAMETERS = List.of("images", "rows", "width", "channels", "x_origin", "x_image",
            "x_row", "x_pixel", "x_channel", "y_origin", "y_image", "y_row", "y_pixel", "y_channel");

    /// The kernel: buffers `x` and `y`.
    public LoopKernel kernel() {
        return LoopCode.kernel("copy", List.of("x", "y"), PARAMETERS, code -> place -> {
            Sweep sweep = Sweep.of(code, place, lanes, share);
            LoopExpression image = sweep.image();
            LoopExpression row = sweep.row();
            if (lanes > 1 || share == Share.ELEMENTS) {
                sweep.pixels(pixel -> {
                    LoopExpression x = code.define("x", at("x", image, row, pixel));
                    LoopExpression y = code.define("y", at("y", image, row, pixel));
                    sweep.channels(channels -> channels.store(code, "y", plus(y, of("y", channels)),
                            channels.load("x", plus(x, of("x", channels)))));
                });
            } else {
                LoopExpression x = code.define("x", at("x", image, row, index(0)));
                LoopExpression y = code.define("y", at("y", image, row, index(0)));
                code.when(new LoopExpression.Less(parameter("channels"), parameter("width")),
                        () -> elements(code, "channel", "pixel", "width", x, y, "channels"));
                code.when(new LoopExpression.Less(index(-1), subtract(parameter("channels"),
                        parameter("width"))), () -> elements(code, "pixel", "channel", "channels", x, y, "width"));
            }
        });
    }

    /// Two loops, of which the inner one is to be the longer.
    private static void elements(LoopCode code, String outer, String inner, String innerCount, LoopExpression x,
            LoopExpression y, String outerCount) {
        code.loop(outer, index(0), parameter(outerCount), index(1), i -> {
            LoopExpression from = code.define("from", plus(x, times(i, parameter("x_" + outer))));
            LoopExpression to = code.define("to", plus(y, times(i, parameter("y_" + outer))));
            code.loop(inner, index(0), parameter(innerCount), index(1),
                    j -> code.store("y", plus(to, times(j, parameter("y_" + inner))),
                            load("x", plus(from, times(j, parameter("x_" + inner))), 1)));
        });
    }

    /// From the first channel of a pixel to another one.
    private static LoopExpression of(String buffer, ElementStore.Channels channels) {
        return channels.lanes() > 1
                ? channels.first()
                : times(channels.first(), parameter(buffer + "_channel"));
    }

    private static LoopExpression at(String buffer, LoopExpression image, LoopExpression row, LoopExpression pixel) {
        return plus(plus(parameter(buffer + "_origin"), times(image, parameter(buffer + "_image"))),
                plus(times(row, parameter(buffer + "_row")), times(pixel, parameter(buffer + "_pixel"))));
    }
}
