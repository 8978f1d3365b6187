package org.sardonyx.codegen.kernel;

import static org.sardonyx.ir.loop.LoopCode.divide;
import static org.sardonyx.ir.loop.LoopCode.index;
import static org.sardonyx.ir.loop.LoopCode.parameter;
import static org.sardonyx.ir.loop.LoopCode.plus;
import static org.sardonyx.ir.loop.LoopCode.remainder;
import static org.sardonyx.ir.loop.LoopCode.subtract;
import static org.sardonyx.ir.loop.LoopCode.times;

import java.util.List;

import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.Less;
import org.sardonyx.ir.loop.LoopExpression.Variable;
import org.sardonyx.ir.loop.LoopKernel;

/// Fills the border of a tensor that lies channels-last with zeros, so that a convolution needs no look at the edges.
///
/// Parameters: for each image `rows`, of `length` elements each; `top` rows and, from row `bottom` on, all that follow are
/// border, and of the others the elements before `left` and from `right` on.
///
/// @param share an index of the outermost loop is a row of any image, or one element of the borders of all images
public record ZeroBorder(int lanes, Share share) {
    /// The kernel: buffer `y`.
    public LoopKernel kernel() {
        return LoopCode.kernel("border", List.of("y"), List.of("rows", "length", "top", "bottom", "left", "right"),
                code -> place -> {
                    if (share == Share.ROWS) {
                        row(code, place);
                    } else {
                        element(code, place);
                    }
                });
    }

    /// How many elements the border of an image has.
    public static long elements(long rows, long length, long top, long bottom, long left, long right) {
        return (top + rows - bottom) * length + (bottom - top) * (left + length - right);
    }

    private void row(LoopCode code, LoopExpression place) {
        LoopExpression row = code.define("row", remainder(place, parameter("rows")));
        LoopExpression start = code.define("start", times(place, parameter("length")));
        code.when(new Less(row, parameter("top")), () -> fill(code, start, index(0), parameter("length")));
        LoopExpression beforeBottom = subtract(parameter("bottom"), index(1));
        code.when(new Less(beforeBottom, row), () -> fill(code, start, index(0), parameter("length")));
        fill(code, start, index(0), parameter("left"));
        fill(code, start, parameter("right"), parameter("length"));
    }

    private void fill(LoopCode code, LoopExpression start, LoopExpression from, LoopExpression to) {
        LoopExpression size = code.define("size", subtract(to, from));
        LoopExpression at = code.define("at", plus(start, from));
        ElementStore.channels(code, size, lanes,
                channels -> channels.store(code, "y", plus(at, channels.first()),
                        LoopCode.constant(0, channels.lanes())));
    }

    /// The rows that are border as a whole come first, then the two sides of the others.
    private void element(LoopCode code, LoopExpression place) {
        LoopExpression inner = code.define("inner", subtract(parameter("bottom"), parameter("top")));
        LoopExpression whole = code.define("whole", times(subtract(parameter("rows"), inner), parameter("length")));
        LoopExpression side = code.define("side",
                plus(parameter("left"), subtract(parameter("length"), parameter("right"))));
        LoopExpression all = code.define("all", plus(whole, times(inner, side)));
        LoopExpression image = code.define("image", divide(place, all));
        LoopExpression number = code.define("number", remainder(place, all));
        LoopExpression top = code.define("above", times(parameter("top"), parameter("length")));
        Variable at = code.define("at", number);
        code.when(new Less(subtract(top, index(1)), number),
                () -> code.assign(at, plus(number, times(inner, parameter("length")))));
        code.when(new Less(subtract(whole, index(1)), number), () -> {
            LoopExpression rest = code.define("rest", subtract(number, whole));
            Variable column = code.define("column", remainder(rest, side));
            code.when(new Less(subtract(parameter("left"), index(1)), column),
                    () -> code.assign(column, plus(column, subtract(parameter("right"), parameter("left")))));
            code.assign(at, plus(plus(top, times(divide(rest, side), parameter("length"))),
                    column));
        });
        code.store("y", plus(times(image, times(parameter("rows"), parameter("length"))), at), LoopCode.constant(0, 1));
    }
}
