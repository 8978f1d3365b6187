package org.sardonyx.codegen.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.sardonyx.codegen.kernel.Epilogue;
import org.sardonyx.codegen.kernel.GroupReduction;
import org.sardonyx.codegen.kernel.WindowReduction;

/// Reductions of whole images and rows on a GPU, by work-groups.
final class GroupReductions {
    /// Images with fewer pixels are done by one work-item for each channel.
    private static final long FEWEST_PIXELS = 32;
    private static final int ITEMS = 256;
    /// Channels of a group: as many as are read from memory at once.
    private static final int ACROSS = 32;

    private GroupReductions() {}

    /// Whether a window of a size is better combined by a group: it is that of all pixels, and has many.
    static boolean isWorthIt(Target target, Map<String, Long> parameters) {
        return target.gpu().isPresent() && parameters.get("rows") * parameters.get("width") == 1
                && parameters.get("taps_h").equals(parameters.get("x_rows"))
                && parameters.get("taps_w").equals(parameters.get("x_width"))
                && parameters.get("taps_h") * parameters.get("taps_w") >= FEWEST_PIXELS;
    }

    /// @param used the buffers of the input and the result, then those of the epilogue
    /// @param parameters those of a [WindowReduction] over all pixels of an image
    static Steps.Phase phase(WindowReduction.Function function, Epilogue epilogue, List<Integer> used,
            Map<String, Long> parameters) {
        long channels = parameters.get("channels");
        int across = (int) Math.min(ACROSS, Long.highestOneBit(2 * channels - 1));
        Map<String, Long> all = new HashMap<>(parameters);
        long blocks = Math.ceilDiv(channels, (long) across);
        all.put("blocks", blocks);
        long elements = parameters.get("images") * channels * parameters.get("x_rows") * parameters.get("x_width");
        return new Steps.Phase(
                List.of(new Steps.Call(new GroupReduction(function, across, ITEMS / across, epilogue).kernel(),
                        new ArrayList<>(used), all)),
                parameters.get("images") * blocks, elements);
    }

    /// Rows of a matrix.
    static Steps.Phase rows(WindowReduction.Function function, List<Integer> used, long rows, long count) {
        Map<String, Long> parameters = new HashMap<>();
        for (String zero : List.of("x_origin", "x_row", "y_origin", "y_row", "y_pixel")) {
            parameters.put(zero, 0L);
        }
        parameters.putAll(Map.of("images", rows, "channels", 1L, "x_image", count, "x_pixel", 1L, "x_rows", 1L,
                "x_width", count, "y_image", 1L));
        return phase(function, Epilogue.NONE, used, parameters);
    }
}
