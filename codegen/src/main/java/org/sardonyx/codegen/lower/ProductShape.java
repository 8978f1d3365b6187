package org.sardonyx.codegen.lower;

import java.util.Map;

/// What tells products apart whose best tiles may differ: `1x56x56x64 of 3x3x64` are sums for 64 channels of each pixel of an
/// image of 56x56, each of 3x3 taps of 64 elements.
///
/// @param form what the product is a part of, empty for a product that is a step by itself
/// @param images of the result
/// @param rows of each, 1 where all pixels follow each other
/// @param width of a row
/// @param channels of a group
/// @param groups of channels
/// @param tapRows runs of the window, one below the other
/// @param tapColumns runs of the window, side by side
/// @param run elements that follow each other
/// @param apart elements from the window of a place to that of the next
record ProductShape(String form, long images, long rows, long width, long channels, long groups, long tapRows,
        long tapColumns, long run, long apart) {
    /// Of a product with the parameters of [org.sardonyx.codegen.kernel.WindowProduct], before rows are cut.
    ///
    /// @param groups of channels
    static ProductShape of(long groups, Map<String, Long> parameters) {
        return new ProductShape("", parameters.get("images"), parameters.get("rows"), parameters.get("width"),
                parameters.get("channels"), groups, parameters.get("taps_h"), parameters.get("taps_w"),
                parameters.get("run"), parameters.get("x_pixel"));
    }

    /// Of products of matrices.
    static ProductShape ofMatrices(String form, long count, long rows, long channels, long run) {
        return new ProductShape(form, 1, 1, rows, channels, count, 1, 1, run, run);
    }

    long places() {
        return images * rows * width;
    }

    /// Of the window.
    long runs() {
        return tapRows * tapColumns;
    }

    /// Whether all pixels follow each other, so that they can be cut into rows of any length.
    boolean isLine() {
        return form.isEmpty() && images == 1 && rows == 1;
    }

    /// A text that is the same for equal shapes and no others.
    @Override
    public String toString() {
        return (form.isEmpty() ? "" : form + " ") + images + "x" + rows + "x" + width + "x" + channels
                + (groups == 1 ? "" : " in " + groups + " groups") + " of " + tapRows + "x" + tapColumns + "x" + run
                + (apart == run ? "" : " every " + apart);
    }
}
