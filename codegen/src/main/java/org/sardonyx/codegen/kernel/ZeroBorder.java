package org.sardonyx.codegen.kernel;

import static org.sardonyx.ir.loop.LoopCode.index;
import static org.sardonyx.ir.loop.LoopCode.operation;
import static org.sardonyx.ir.loop.LoopCode.parameter;
import static org.sardonyx.ir.loop.LoopCode.plus;
import static org.sardonyx.ir.loop.LoopCode.times;

import java.util.List;

import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.IndexFunction;
import org.sardonyx.ir.loop.LoopKernel;

/// Fills the border of a tensor that lies channels-last with zeros, so that a convolution needs no look at the edges.
///
/// Parameters: for each image `rows`, of `length` elements each; `top` rows and, from row `bottom` on, all that follow are
/// border, and of the others the elements before `left` and from `right` on.
public record ZeroBorder(int lanes) {
    /// The kernel: buffer `y`; its place is a row of any image.
    public LoopKernel kernel() {
        return LoopCode.kernel("border", List.of("y"), List.of("rows", "length", "top", "bottom", "left", "right"),
                code -> place -> {
                    LoopExpression row =
                            code.define("row", operation(IndexFunction.REMAINDER, place, parameter("rows")));
                    LoopExpression start = code.define("start", times(place, parameter("length")));
                    code.when(new LoopExpression.Less(row, parameter("top")),
                            () -> fill(code, start, index(0), parameter("length")));
                    LoopExpression beforeBottom = operation(IndexFunction.SUBTRACT, parameter("bottom"), index(1));
                    code.when(new LoopExpression.Less(beforeBottom, row),
                            () -> fill(code, start, index(0), parameter("length")));
                    fill(code, start, index(0), parameter("left"));
                    fill(code, start, parameter("right"), parameter("length"));
                });
    }

    private void fill(LoopCode code, LoopExpression start, LoopExpression from, LoopExpression to) {
        LoopExpression size = code.define("size", operation(IndexFunction.SUBTRACT, to, from));
        LoopExpression at = code.define("at", plus(start, from));
        ElementStore.channels(code, size, lanes,
                channels -> channels.store(code, "y", plus(at, channels.first()),
                        LoopCode.constant(0, channels.lanes())));
    }
}
