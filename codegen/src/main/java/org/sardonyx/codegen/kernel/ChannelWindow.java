package org.sardonyx.codegen.kernel;

import static org.sardonyx.ir.loop.LoopCode.index;
import static org.sardonyx.ir.loop.LoopCode.load;
import static org.sardonyx.ir.loop.LoopCode.operation;
import static org.sardonyx.ir.loop.LoopCode.parameter;
import static org.sardonyx.ir.loop.LoopCode.plus;
import static org.sardonyx.ir.loop.LoopCode.times;

import java.util.ArrayList;
import java.util.List;

import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.BinaryMath;
import org.sardonyx.ir.loop.LoopExpression.IndexFunction;
import org.sardonyx.ir.loop.LoopExpression.Variable;
import org.sardonyx.ir.loop.LoopKernel;

/// Sums of the channels around each channel. The input has zeros where sums reach beyond its first and last channel.
///
/// Parameters, in elements: `images`, `rows`, `width` and `channels` of the result; `taps` channels in a sum; `x_*` the strides
/// of the input, whose origin is the first channel of the first sum; the strides of the result and the epilogue's operands.
///
/// @param lanes of a vector
public record ChannelWindow(int lanes, Share share, Epilogue epilogue) {
    /// The kernel: buffers `x`, `y`, then those of the epilogue.
    public LoopKernel kernel() {
        List<String> buffers = new ArrayList<>(List.of("x", "y"));
        List<String> parameters = new ArrayList<>(List.of("images", "rows", "width", "channels", "taps", "x_origin",
                "x_image", "x_row", "x_pixel"));
        ElementStore store = new ElementStore(epilogue);
        store.declare(buffers, parameters);
        return LoopCode.kernel("channel_window", buffers, parameters, code -> place -> {
            Sweep sweep = Sweep.of(code, place, lanes, share);
            LoopExpression x = code.define("x", plus(plus(parameter("x_origin"),
                    times(sweep.image(), parameter("x_image"))), times(sweep.row(), parameter("x_row"))));
            sweep.pixels(pixel -> {
                LoopExpression at = code.define("at", plus(x, times(pixel, parameter("x_pixel"))));
                sweep.channels(channels -> {
                    Variable sum = code.define("sum", LoopCode.constant(0, channels.lanes()));
                    LoopExpression first = code.define("first", plus(at, channels.first()));
                    code.loop("tap", index(0), parameter("taps"), index(1), tap -> code.assign(sum,
                            LoopCode.binary(BinaryMath.ADD, channels.load("x", plus(first, tap)), sum)));
                    store.store(code, new ElementStore.Element(sweep.image(), sweep.row(), pixel, channels),
                            sum);
                });
            });
        });
    }
}
