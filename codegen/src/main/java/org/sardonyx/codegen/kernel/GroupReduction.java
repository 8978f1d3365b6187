package org.sardonyx.codegen.kernel;

import static org.sardonyx.ir.loop.LoopCode.divide;
import static org.sardonyx.ir.loop.LoopCode.index;
import static org.sardonyx.ir.loop.LoopCode.load;
import static org.sardonyx.ir.loop.LoopCode.parameter;
import static org.sardonyx.ir.loop.LoopCode.plus;
import static org.sardonyx.ir.loop.LoopCode.remainder;
import static org.sardonyx.ir.loop.LoopCode.times;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.BinaryMath;
import org.sardonyx.ir.loop.LoopExpression.Less;
import org.sardonyx.ir.loop.LoopExpression.Variable;
import org.sardonyx.ir.loop.LoopKernel;
import org.sardonyx.ir.loop.WorkGroup;

/// Combines all pixels of an image on a GPU, each channel for itself; rows of a matrix are images of one channel. A work-group has
/// the `across` channels that follow each other, of which it combines every `down`th pixel at a time, so that neighbours read
/// what lies side by side; then its items combine what they have, by halves, in the same order in each run.
///
/// Parameters, in elements: `channels` of an image, in `blocks` blocks; `x_rows` by `x_width` pixels, and the strides of the input;
/// those of the result, which has a pixel for each image, and of the epilogue's operands.
///
/// @param function anything but sums of products
/// @param across channels that a group has
/// @param down pixels that a group reads at a time, a power of two
public record GroupReduction(WindowReduction.Function function, int across, int down, Epilogue epilogue) {
    private static final String SHARED = "results";

    /// The kernel: buffers `x` and `y`, then those of the epilogue; a place of the outermost loop is a block of an image.
    public LoopKernel kernel() {
        List<String> buffers = new ArrayList<>(List.of("x", "y"));
        List<String> parameters = new ArrayList<>(
                List.of("channels", "blocks", "x_origin", "x_image", "x_row", "x_pixel", "x_rows", "x_width"));
        ElementStore store = new ElementStore(epilogue);
        store.declare(buffers, parameters);
        return LoopCode.kernel("group_" + function.name().toLowerCase(Locale.ROOT) + across, buffers, parameters,
                across * down, List.of(new WorkGroup.Shared(SHARED, across * down)), (code, place, item) -> {
                    LoopExpression image = code.define("image", divide(place, parameter("blocks")));
                    LoopExpression first =
                            code.define("first", times(remainder(place, parameter("blocks")), index(across)));
                    LoopExpression channel = code.define("channel", plus(first, remainder(item, index(across))));
                    Variable result = code.define("result", LoopCode.constant(function.neutral(), 1));
                    code.when(new Less(channel, parameter("channels")), () -> pixels(code, item,
                            code.define("x", plus(plus(parameter("x_origin"), times(image, parameter("x_image"))),
                                    channel)),
                            result));
                    code.store(SHARED, item, result);
                    halves(code, item, result);
                    code.when(new Less(item, index(across)), () -> code.when(new Less(channel, parameter("channels")),
                            () -> store.store(code, new ElementStore.Element(image, index(0), index(0),
                                    ElementStore.Channels.whole(channel, 1)), result)));
                });
    }

    private void pixels(LoopCode code, LoopExpression item, LoopExpression x, Variable result) {
        LoopExpression count = code.define("count", times(parameter("x_rows"), parameter("x_width")));
        code.loop("pixel", code.define("start", divide(item, index(across))), count, index(down), pixel -> {
            LoopExpression row = times(divide(pixel, parameter("x_width")), parameter("x_row"));
            LoopExpression column = times(remainder(pixel, parameter("x_width")), parameter("x_pixel"));
            code.assign(result, combined(load("x", plus(x, plus(row, column)), 1), result));
        });
    }

    private void halves(LoopCode code, LoopExpression item, Variable result) {
        for (int half = across * down / 2; half >= across; half /= 2) {
            int others = half;
            code.barrier();
            code.when(new Less(item, index(half)), () -> {
                code.assign(result, combined(result, load(SHARED, plus(item, index(others)), 1)));
                code.store(SHARED, item, result);
            });
        }
    }

    private LoopExpression combined(LoopExpression left, LoopExpression right) {
        return LoopCode.binary(switch (function) {
            case MAXIMUM -> BinaryMath.MAXIMUM;
            case MINIMUM -> BinaryMath.MINIMUM;
            case SUM -> BinaryMath.ADD;
            case PRODUCT_SUM -> throw new IllegalStateException("an image has no weights");
        }, left, right);
    }
}
