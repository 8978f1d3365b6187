package org.sardonyx.codegen.kernel;

import static org.sardonyx.ir.loop.LoopCode.divide;
import static org.sardonyx.ir.loop.LoopCode.parameter;
import static org.sardonyx.ir.loop.LoopCode.remainder;
import static org.sardonyx.ir.loop.LoopCode.times;

import java.util.List;
import java.util.function.Consumer;

import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;

/// Which row of tiles a place of the outermost loop stands for.
///
/// @param row the number of the row of tiles in its image
/// @param firstTile the number of its first tile in the chunk
record WinogradPlace(LoopExpression image, LoopExpression row, LoopExpression firstTile) {
    /// `images` of `tile_rows` rows of `tile_columns` tiles; `chunk` rows lie in memory at a time.
    static final List<String> PARAMETERS = List.of("images", "tile_rows", "tile_columns", "chunk");

    /// Emits what is done for a place, and nothing for one after the last row: the last chunk may have fewer rows.
    static void of(LoopCode code, LoopExpression place, Consumer<WinogradPlace> body) {
        LoopExpression rows = parameter("tile_rows");
        code.when(new LoopExpression.Less(place, times(parameter("images"), rows)),
                () -> body.accept(new WinogradPlace(
                        code.define("image", divide(place, rows)),
                        code.define("row", remainder(place, rows)),
                        code.define("firstTile", times(remainder(place, parameter("chunk")),
                                parameter("tile_columns"))))));
    }
}
