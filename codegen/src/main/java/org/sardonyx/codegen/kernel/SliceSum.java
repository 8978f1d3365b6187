package org.sardonyx.codegen.kernel;

import static org.sardonyx.ir.loop.LoopCode.index;
import static org.sardonyx.ir.loop.LoopCode.parameter;
import static org.sardonyx.ir.loop.LoopCode.plus;
import static org.sardonyx.ir.loop.LoopCode.times;

import java.util.ArrayList;
import java.util.List;

import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.BinaryMath;
import org.sardonyx.ir.loop.LoopExpression.Variable;
import org.sardonyx.ir.loop.LoopKernel;

/// Adds the sums that a [GroupProduct] has left of each slice of a window, the first slice first, and takes them through the epilogue.
///
/// An index of the outermost loop is a vector of channels of a pixel. Parameters, in elements: `images` of `rows` of `width` pixels of
/// `channels`; `slices`, `s_slice` apart, in which pixels are `channels` apart; the strides of the result and of the epilogue's
/// operands.
///
/// @param lanes of a vector, of which `channels` is a multiple
public record SliceSum(int lanes, Epilogue epilogue) {
    /// The kernel: buffers `s`, `y`, then those of the epilogue.
    public LoopKernel kernel() {
        List<String> buffers = new ArrayList<>(List.of("s", "y"));
        List<String> parameters =
                new ArrayList<>(List.of("images", "rows", "width", "channels", "slices", "s_slice"));
        ElementStore store = new ElementStore(epilogue);
        store.declare(buffers, parameters);
        return LoopCode.kernel("slices", buffers, parameters, code -> place -> {
            Sweep sweep = Sweep.of(code, place, lanes, Share.ELEMENTS);
            LoopExpression first = code.define("first", times(place, index(lanes)));
            sweep.pixels(pixel -> sweep.channels(channels -> {
                Variable sum = code.define("sum", LoopCode.load("s", first, lanes));
                code.loop("slice", index(1), parameter("slices"), index(1),
                        slice -> code.assign(sum, LoopCode.binary(BinaryMath.ADD, sum,
                                LoopCode.load("s", plus(first, times(slice, parameter("s_slice"))), lanes))));
                store.store(code, new ElementStore.Element(sweep.image(), sweep.row(), pixel, channels), sum);
            }));
        });
    }
}
