package org.sardonyx.codegen.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.sardonyx.codegen.kernel.Epilogue;
import org.sardonyx.codegen.kernel.FusedProduct;
import org.sardonyx.codegen.kernel.WindowProduct;

/// Calls of [FusedProduct]: into which chunks a window is cut, and how many rows a place has.
record FusedProducts(Buffers buffers, int lanes) {
    /// Weights of a chunk of a window: they stay in the first cache with a tile's elements and sums.
    private static final long CHUNK_BYTES = 32 << 10;
    /// Below it, more time would go into taking the sums out and in than is won.
    private static final long SHORTEST_CHUNK = 48;
    /// Images of so many pixels use weights so rarely that they are fetched ahead.
    private static final long FEW_PIXELS = 256;
    /// Tiles for which it is worth while to have a chunk in the first cache.
    private static final long LEAST_TILES = 4;
    /// Pixels with which a chunk is multiplied, if a row has fewer.
    private static final long PIXELS = 56;

    /// @param parameters those of the product; those of chunks and rows are added
    /// @param used the buffers of the input, the weights and the result, then those of the epilogue
    /// @param scratch the offset of the memory of a thread's own that may be used
    Steps.Call call(Tile tile, Map<String, Long> parameters, List<Integer> used, Optional<Epilogue> epilogue,
            long scratch) {
        long block = (long) tile.vectors() * lanes;
        long run = parameters.get("run");
        long most = Math.max(1, CHUNK_BYTES / Float.BYTES / block);
        boolean isCut = epilogue.isEmpty() || run >= SHORTEST_CHUNK && (isUsedOnce(parameters)
                || parameters.get("taps_h") * parameters.get("taps_w") * run > most * 3 / 2);
        long rows = parameters.get("rows");
        long tilesOfRow = Math.ceilDiv(parameters.get("width"), (long) tile.pixels());
        long groupRows = isCut ? groupRows(parameters, tilesOfRow) : 1;
        long tiles = groupRows * tilesOfRow;
        parameters.putAll(Map.of("chunk", Math.ceilDiv(run, Math.max(1, Math.ceilDiv(run, most))), "ahead",
                Math.ceilDiv(block, tiles), "group_rows", groupRows, "row_groups", Math.ceilDiv(rows, groupRows)));
        List<Integer> all = new ArrayList<>(used);
        all.add(2, buffers.ofThread(scratch, tiles * tile.pixels() * block * Float.BYTES));
        return new Steps.Call(
                new FusedProduct(tile.pixels(), tile.vectors(), lanes,
                        WindowProduct.Window.of(parameters.get("taps_h"), parameters.get("taps_w")), isCut, epilogue)
                        .kernel(),
                all, parameters);
    }

    /// Whether weights come from beyond the second cache for few pixels: to wait for them would take longer than to use them.
    private static boolean isUsedOnce(Map<String, Long> parameters) {
        return parameters.get("images") * parameters.get("pixels") <= FEW_PIXELS;
    }

    /// Rows that share a chunk while it is in the first cache: fewer if there would be few places.
    private static long groupRows(Map<String, Long> parameters, long tilesOfRow) {
        long rows = parameters.get("rows");
        long most = Math.clamp(PIXELS / parameters.get("width"), 1, rows);
        long least = Math.clamp(Math.ceilDiv(LEAST_TILES, tilesOfRow), 1, most);
        long places = parameters.get("images") * rows * parameters.get("all_blocks");
        return Math.clamp(places / ProductLowering.FEW_PLACES, least, most);
    }
}
