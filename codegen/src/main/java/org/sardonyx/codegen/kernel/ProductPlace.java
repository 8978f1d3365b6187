package org.sardonyx.codegen.kernel;

import static org.sardonyx.ir.loop.LoopCode.divide;
import static org.sardonyx.ir.loop.LoopCode.minimum;
import static org.sardonyx.ir.loop.LoopCode.parameter;
import static org.sardonyx.ir.loop.LoopCode.remainder;
import static org.sardonyx.ir.loop.LoopCode.subtract;
import static org.sardonyx.ir.loop.LoopCode.times;

import java.util.List;

import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;

/// Which part of a product a place of the outermost loop stands for: the same in the kernel that computes sums and in the one
/// that stores them. The range runs over rows and, for each, over blocks of channels, or over blocks and, for each, over rows:
/// `row_step` is the number of places from a row to the next, `block_step` from a block to the next.
///
/// @param block the number of the block among all groups
/// @param inGroup the number of the block in its group
/// @param width pixels in this row
record ProductPlace(LoopExpression block, LoopExpression group, LoopExpression inGroup, LoopExpression image,
        LoopExpression row, LoopExpression width) {
    /// `images` of `rows` of `width` pixels, `pixels` in an image; `blocks` of a group, `all_blocks` of all groups.
    static final List<String> PARAMETERS =
            List.of("images", "rows", "width", "pixels", "blocks", "all_blocks", "row_step", "block_step");

    static ProductPlace of(LoopCode code, LoopExpression place) {
        LoopExpression rows = parameter("rows");
        LoopExpression line =
                code.define("line", remainder(divide(place, parameter("row_step")), times(parameter("images"), rows)));
        LoopExpression block =
                code.define("block", remainder(divide(place, parameter("block_step")), parameter("all_blocks")));
        LoopExpression image = code.define("image", divide(line, rows));
        LoopExpression row = code.define("row", remainder(line, rows));
        LoopExpression left = subtract(parameter("pixels"), times(row, parameter("width")));
        LoopExpression width = code.define("width", minimum(parameter("width"), left));
        return new ProductPlace(block,
                code.define("group", divide(block, parameter("blocks"))),
                code.define("inGroup", remainder(block, parameter("blocks"))), image, row,
                width);
    }
}
