package org.sardonyx.codegen.lower;

import java.util.List;
import java.util.Map;

import org.sardonyx.codegen.kernel.GroupTile;
import org.sardonyx.codegen.kernel.Share;

/// How a kernel goes over the elements of a tensor: on a GPU by as many work-items as there are vectors of channels.
///
/// @param lanes of a vector
/// @param share of an index of the kernel's outermost loop
record Elements(int lanes, Share share) {
    private static final List<String> STRIDES = List.of("_origin", "_image", "_row", "_pixel");

    /// On a GPU vectors are used where all of them begin at multiples of their length, so that they are read at once.
    ///
    /// @param parameters of the kernel
    static Elements of(Target target, Map<String, Long> parameters) {
        if (target.gpu().isEmpty()) {
            return new Elements(target.lanes(), Share.ROWS);
        }
        boolean aligned = parameters.entrySet().stream().filter(entry -> isStride(entry.getKey()))
                .allMatch(entry -> entry.getValue() % GroupTile.LANES == 0);
        return new Elements(aligned ? GroupTile.LANES : 1, Share.ELEMENTS);
    }

    /// One element at a time, where channels do not follow each other.
    Elements scalar() {
        return new Elements(1, share);
    }

    private static boolean isStride(String name) {
        return name.equals("channels") || name.equals("w_tap") || STRIDES.stream().anyMatch(name::endsWith);
    }

    /// The range of the outermost loop.
    long extent(Map<String, Long> parameters) {
        long rows = parameters.get("images") * parameters.get("rows");
        return share == Share.ROWS ? rows : rows * parameters.get("width") * (parameters.get("channels") / lanes);
    }
}
