package org.sardonyx.codegen.kernel;

import static org.sardonyx.ir.loop.LoopCode.binary;
import static org.sardonyx.ir.loop.LoopCode.divide;
import static org.sardonyx.ir.loop.LoopCode.index;
import static org.sardonyx.ir.loop.LoopCode.load;
import static org.sardonyx.ir.loop.LoopCode.parameter;
import static org.sardonyx.ir.loop.LoopCode.plus;
import static org.sardonyx.ir.loop.LoopCode.times;

import java.util.List;
import java.util.Locale;

import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopExpression.BinaryMath;
import org.sardonyx.ir.loop.LoopExpression.Variable;
import org.sardonyx.ir.loop.LoopKernel;

/// Combines the elements of each row of a matrix: lane by lane, then the lanes, then the elements that fill no vector.
///
/// Parameter: `count` elements in a row.
///
/// @param function anything but sums of products
/// @param lanes of a vector
public record RowReduction(WindowReduction.Function function, int lanes) {
    /// The kernel: buffers `x` and `y`; a place of the outermost loop is a row.
    public LoopKernel kernel() {
        BinaryMath combine = switch (function) {
            case MAXIMUM -> BinaryMath.MAXIMUM;
            case MINIMUM -> BinaryMath.MINIMUM;
            case SUM -> BinaryMath.ADD;
            case PRODUCT_SUM -> throw new IllegalStateException("a row has no weights");
        };
        return LoopCode.kernel("row_" + function.name().toLowerCase(Locale.ROOT), List.of("x", "y"), List.of("count"),
                code -> row -> {
                    LoopExpression count = parameter("count");
                    LoopExpression first = code.define("first", times(row, count));
                    Variable vector = code.define("vector", LoopCode.constant(function.neutral(), lanes));
                    LoopExpression whole = code.define("whole",
                            times(divide(count, index(lanes)), index(lanes)));
                    code.loop("column", index(0), whole, index(lanes), column -> code.assign(vector,
                            binary(combine, vector, load("x", plus(first, column), lanes))));
                    Variable result = code.define("result", new LoopExpression.Across(combine, vector));
                    code.loop("column", whole, count, index(1), column -> code.assign(result,
                            binary(combine, result, load("x", plus(first, column), 1))));
                    code.store("y", row, result);
                });
    }
}
