package org.sardonyx.codegen.lower;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.sardonyx.codegen.kernel.Winograd;
import org.sardonyx.codegen.kernel.WinogradTiles;
import org.sardonyx.ir.value.Tensor;

/// Convolutions in Winograd's form on a GPU: the tiles of all images are transformed, multiplied with the filters, as many products of
/// matrices as a tile has elements in one kernel, and transformed back.
record GroupWinograd(Buffers buffers, Steps steps) {
    /// Products that take as long as to read or write an element.
    private static final double PRODUCTS_OF_AN_ELEMENT = 16;
    /// Places of the smallest tile of a product.
    private static final long LEAST_PLACES = 32;

    /// The form that takes the least time, empty for sums of products: always, if matrices are multiplied at once, as that makes
    /// products cheap, and transformed numbers should have more digits than they then get.
    ///
    /// @param shape of the result
    /// @param weights their sizes
    static Optional<Winograd> choose(long[] shape, long[] weights, Target.Gpu gpu) {
        if (gpu.matrices().isPresent()) {
            return Optional.empty();
        }
        long places = shape[0] * shape[2] * shape[3];
        double least = product(places, weights, (long) Winograd.TAPS * Winograd.TAPS);
        Optional<Winograd> best = Optional.empty();
        for (int outputs : new int[] {2, 4}) {
            Winograd winograd = new Winograd(outputs);
            long size = (long) winograd.tile() * winograd.tile();
            long tiles = shape[0] * Math.ceilDiv(shape[2], (long) outputs) * Math.ceilDiv(shape[3], (long) outputs);
            double cost = product(tiles, weights, size)
                    + 2 * tiles * size * (weights[0] + weights[1]) * PRODUCTS_OF_AN_ELEMENT
                    + 2 * GroupTiles.PRODUCTS_OF_A_LAUNCH * gpu.units();
            if (cost < least) {
                least = cost;
                best = Optional.of(winograd);
            }
        }
        return best;
    }

    /// The products, and to read the filters.
    private static double product(long places, long[] weights, long size) {
        double filters = (double) size * weights[0] * weights[1];
        return filters * (Math.ceilDiv(places, LEAST_PLACES) * LEAST_PLACES + PRODUCTS_OF_AN_ELEMENT);
    }

    /// The steps of a convolution.
    ///
    /// @param x the input
    /// @param padding around it
    /// @param y the result
    /// @param weights of the convolution
    void lower(String name, Winograd winograd, Stored x, Stored.Border padding, Stored y, Tensor weights, Bound bound) {
        long in = weights.size(1);
        long channels = weights.size(0);
        long size = (long) winograd.tile() * winograd.tile();
        long tileRows = Math.ceilDiv(y.rows(), (long) winograd.outputs());
        long tileColumns = Math.ceilDiv(y.width(), (long) winograd.outputs());
        long tiles = y.images() * tileRows * tileColumns;
        int v = buffers.inArena(size * tiles * in * Float.BYTES);
        int m = buffers.inArena(size * tiles * channels * Float.BYTES);
        Map<String, Long> place = Map.of("images", y.images(), "tile_rows", tileRows, "tile_columns", tileColumns);

        Map<String, Long> input = new HashMap<>(place);
        input.putAll(x.strides("x"));
        input.putAll(Map.of("x_origin", x.origin() - padding.top() * x.row() - padding.left() * x.pixel(), "x_rows",
                x.rows(), "x_width", x.width(), "pad_h", padding.top(), "pad_w", padding.left()));
        input.putAll(Map.of("channels", in, "v_group", tiles * in));
        WinogradTiles kernels = new WinogradTiles(winograd);
        Steps.Phase first = new Steps.Phase(List.of(new Steps.Call(kernels.input(), List.of(x.buffer(), v), input)),
                tiles * in, tiles * in * size);

        Map<String, Long> product = new HashMap<>(Map.of("images", 1L, "rows", 1L, "width", tiles, "channels",
                channels, "taps_h", 1L, "taps_w", 1L, "run", in));
        product.putAll(Map.of("x_origin", 0L, "x_image", 0L, "x_row", 0L, "x_pixel", in, "x_group", tiles * in,
                "x_tap_h", 0L, "x_tap_w", 0L));
        product.putAll(Map.of("y_origin", 0L, "y_image", tiles * channels, "y_row", 0L, "y_pixel", channels));
        float[] filters = transformed(winograd, weights);
        Steps.Phase second = new GroupProducts(buffers, steps).batch(
                new GroupProducts.Product(v, m, size, product), (filter, c) -> filters[Math.toIntExact(
                        (filter % channels * in + c) * size + filter / channels)]);

        Map<String, Long> result = new HashMap<>(place);
        result.putAll(Map.of("rows", y.rows(), "width", y.width(), "channels", channels, "m_group", tiles * channels));
        result.putAll(y.strides("y"));
        result.putAll(bound.parameters());
        List<Integer> used = new ArrayList<>(List.of(m, y.buffer()));
        used.addAll(bound.buffers());
        Steps.Phase third = new Steps.Phase(List.of(new Steps.Call(kernels.output(bound.epilogue()), used, result)),
                tiles * channels, tiles * channels * size);
        steps.phases(name + ", Winograd", List.of(first, second, third),
                y.images() * y.rows() * y.width() * channels * in * Winograd.TAPS * Winograd.TAPS);
    }

    /// By channel, channel in, element of the tile.
    private static float[] transformed(Winograd winograd, Tensor weights) {
        int size = winograd.tile() * winograd.tile();
        int taps = Winograd.TAPS * Winograd.TAPS;
        int filters = Math.toIntExact(weights.size(0) * weights.size(1));
        float[] all = new float[Math.multiplyExact(filters, size)];
        float[] numbers = weights.segment().toArray(ValueLayout.JAVA_FLOAT_UNALIGNED);
        double[] transformed = new double[size];
        Winograd.FilterTransform transform = winograd.filterTransform();
        for (int i = 0; i < filters; i++) {
            transform.apply(numbers, i * taps, transformed);
            for (int j = 0; j < size; j++) {
                all[i * size + j] = (float) transformed[j];
            }
        }
        return all;
    }
}
