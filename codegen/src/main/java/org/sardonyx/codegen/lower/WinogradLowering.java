package org.sardonyx.codegen.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.sardonyx.codegen.kernel.Winograd;
import org.sardonyx.codegen.kernel.WinogradInput;
import org.sardonyx.codegen.kernel.WinogradOutput;
import org.sardonyx.codegen.kernel.WindowProduct;
import org.sardonyx.codegen.lower.Stored.Border;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Convolution;
import org.sardonyx.ir.value.Tensor;

/// Convolutions of 3 by 3 taps in Winograd's form: transformed tiles of the input are multiplied with transformed filters, as
/// many matrix products as a tile has elements, and the products transformed back.
///
/// Where the filters fit in a core's cache, some rows of tiles at a time go through all three kernels; else each of them is a
/// step of its own, so that each core reads its part of the filters once.
final class WinogradLowering {
    private static final long CACHE_OF_A_CORE = 3 << 19;
    private static final long CACHED_FILTERS = 3 << 20;
    /// Rows of tiles below which they cannot be shared among threads evenly.
    private static final long FEWEST_ROWS = 12;
    private static final long SCRATCH_BYTES = 4096;

    private final Values values;
    private final Buffers buffers;
    private final Steps steps;
    private final int lanes;

    WinogradLowering(Values values, Buffers buffers, Steps steps, int lanes) {
        this.values = values;
        this.buffers = buffers;
        this.steps = steps;
        this.lanes = lanes;
    }

    /// The form that takes the least time, empty for sums of products.
    ///
    /// @param anchor the convolution
    static Optional<Winograd> choose(Node anchor, Target target) {
        int lanes = target.lanes();
        Convolution convolution = (Convolution) anchor.operator();
        long[] weights = anchor.operands().get(1).shape().sizes();
        boolean possible = convolution.groups() == 1 && convolution.window().strides().equals(List.of(1L, 1L))
                && convolution.window().dilations().equals(List.of(1L, 1L)) && weights[2] == Winograd.TAPS
                && weights[3] == Winograd.TAPS;
        long[] shape = anchor.output(0).shape().sizes();
        if (possible && target.gpu().isPresent()) {
            return GroupWinograd.choose(shape, weights, target.gpu().get());
        }
        if (!possible || lanes == 1 || weights[0] % lanes != 0 || weights[1] % lanes != 0) {
            return Optional.empty();
        }
        double products = shape[0] * shape[2] * shape[3] * 9.0 * weights[0] * weights[1];
        double least = products / 1.4 / lanes + memory(weights, 9);
        Optional<Winograd> best = Optional.empty();
        for (int outputs : new int[] {2, 4}) {
            Winograd winograd = new Winograd(outputs);
            double cost = cost(winograd, shape, weights, lanes);
            if (cost < least) {
                least = cost;
                best = Optional.of(winograd);
            }
        }
        return best;
    }

    /// Cycles of one core to read filters of so many elements for each pair of channels.
    private static double memory(long[] weights, long elements) {
        return weights[0] * weights[1] * elements * Float.BYTES / 3.5;
    }

    private static double cost(Winograd winograd, long[] shape, long[] weights, int lanes) {
        long size = (long) winograd.tile() * winograd.tile();
        long tiles = shape[0] * Math.ceilDiv(shape[2], (long) winograd.outputs())
                * Math.ceilDiv(shape[3], (long) winograd.outputs());
        double product = Math.ceilDiv(tiles, 7) * 7.0 * size * weights[0] * weights[1] / 1.3 / lanes;
        double transforms = tiles * size * 4.0 * (weights[0] + weights[1]) / lanes;
        return product + transforms + memory(weights, size);
    }

    /// The border of the input for whole tiles.
    ///
    /// @param padding of the convolution
    static Border border(Node anchor, Border padding, Winograd winograd) {
        long[] input = anchor.operands().getFirst().shape().sizes();
        long[] shape = anchor.output(0).shape().sizes();
        long rows = Math.ceilDiv(shape[2], (long) winograd.outputs()) * winograd.outputs() + Winograd.TAPS - 1;
        long columns = Math.ceilDiv(shape[3], (long) winograd.outputs()) * winograd.outputs() + Winograd.TAPS - 1;
        return new Border(padding.top(), padding.left(), rows - padding.top() - input[2],
                columns - padding.left() - input[3]);
    }

    /// @param bound the epilogue, channels last
    void convolution(Group group, Bound bound, Winograd winograd) {
        Node anchor = group.anchor().orElseThrow();
        Operand output = group.node().output(0);
        long[] shape = output.shape().sizes();
        Tensor weights = Values.constant(group.outer().get(anchor.operands().get(1))).orElseThrow();
        long in = weights.size(1);
        Stored x = values.channelsLast(group.outer().get(anchor.operands().getFirst()));
        Stored y = values.allocateChannelsLast(output);
        Border padding = ConvolutionLowering.border(anchor, (Convolution) anchor.operator());
        String name = group.node().origin().toString();
        if (steps.target().gpu().isPresent()) {
            new GroupWinograd(buffers, steps).lower(name, winograd, x, padding, y, weights, bound);
            return;
        }
        int size = winograd.tile() * winograd.tile();
        long tileRows = Math.ceilDiv(shape[2], (long) winograd.outputs());
        long tileColumns = Math.ceilDiv(shape[3], (long) winograd.outputs());
        long lines = shape[0] * tileRows;
        boolean together = size * in * shape[1] * Float.BYTES <= CACHED_FILTERS && lines >= FEWEST_ROWS;
        long rowBytes = size * tileColumns * (in + shape[1]) * Float.BYTES;
        long chunk = together ? Math.clamp(CACHE_OF_A_CORE / 2 / rowBytes, 1, lines / FEWEST_ROWS) : lines;
        long tiles = chunk * tileColumns;
        ProductShape products =
                ProductShape.ofMatrices("Winograd " + winograd.outputs() + (together ? " together" : ""),
                        size, tiles, shape[1], in);
        Tile tile = steps.tiles().of(products);
        int block = tile.vectors() * lanes;
        long blocks = Math.ceilDiv(shape[1], (long) block);

        Map<String, Long> place =
                Map.of("images", shape[0], "tile_rows", tileRows, "tile_columns", tileColumns, "chunk",
                        chunk);
        Map<String, Long> smallPlace = Map.of("images", 1L, "tile_rows", 1L, "tile_columns", 1L, "chunk", 1L, "rows",
                (long) winograd.outputs(), "width", (long) winograd.outputs(), "blocks", 1L);
        Map<String, Long> input = new HashMap<>(place);
        input.putAll(x.strides("x"));
        input.put("x_origin", x.origin() - padding.top() * x.row() - padding.left() * x.pixel());
        input.put("channels", in);
        input.put("v_group", tiles * in);
        Map<String, Long> product = new HashMap<>(Map.of("images", 1L, "rows", 1L, "width", tiles, "pixels", tiles,
                "blocks", blocks, "all_blocks", size * blocks, "row_step", 1L, "block_step", 1L));
        product.putAll(Map.of("x_origin", 0L, "x_image", 0L, "x_row", 0L, "x_pixel", in, "x_group", tiles * in));
        product.putAll(Map.of("taps_h", 1L, "x_tap_h", 0L, "taps_w", 1L, "x_tap_w", 0L, "run", in, "s_block",
                tiles * block));
        Map<String, Long> result = new HashMap<>(place);
        result.putAll(Map.of("rows", shape[2], "width", shape[3], "channels", shape[1], "blocks", blocks, "m_group",
                blocks * tiles * block, "m_block", tiles * block));
        result.putAll(y.strides("y"));
        result.putAll(bound.parameters());

        int filters = buffers.constant(new FilterBlocks(weights, 1, block).transformed(buffers, winograd));
        long transformedBytes = size * tiles * in * Float.BYTES;
        long productBytes = size * blocks * tiles * block * Float.BYTES;
        int scratch = buffers.ofThread(0, SCRATCH_BYTES);
        int v = together ? buffers.ofThread(SCRATCH_BYTES, transformedBytes) : buffers.inArena(transformedBytes);
        int m = together
                ? buffers.ofThread(SCRATCH_BYTES + transformedBytes, productBytes)
                : buffers.inArena(productBytes);
        List<Integer> last = new ArrayList<>(List.of(m, y.buffer(), scratch));
        last.addAll(bound.buffers());
        long rowsOfPlace = together ? chunk : 1;
        List<Steps.Call> calls = List.of(
                new Steps.Call(new WinogradInput(winograd, lanes).kernel(), List.of(x.buffer(), v, scratch), input,
                        smallPlace, rowsOfPlace),
                product(tile, product, List.of(v, filters, m), together ? size * blocks : 1),
                new Steps.Call(new WinogradOutput(winograd, tile.vectors(), lanes, bound.epilogue()).kernel(), last,
                        result, smallPlace, rowsOfPlace));
        long operations = Tensor.elementCount(shape) * in * Winograd.TAPS * Winograd.TAPS;
        long work = operations / lanes;
        if (together) {
            steps.phases(name + ", Winograd",
                    List.of(new Steps.Phase(calls, Math.ceilDiv(lines, chunk), work, Optional.of(products))),
                    operations);
        } else {
            steps.phases(name + ", Winograd",
                    List.of(new Steps.Phase(List.of(calls.get(0)), lines, work),
                            new Steps.Phase(List.of(calls.get(1)), size * blocks, work, Optional.of(products)),
                            new Steps.Phase(List.of(calls.get(2)), lines, work)),
                    operations);
        }
    }

    /// Products that are a step of their own have their filters fetched ahead, where the device can do that.
    ///
    /// @param used the transformed input, the filters, the products
    private Steps.Call product(Tile tile, Map<String, Long> parameters, List<Integer> used, long places) {
        if (places == 1 && steps.target().isFused()) {
            parameters.put("y_block", parameters.get("s_block"));
            return new FusedProducts(buffers, lanes).call(tile, parameters, used, Optional.empty(), 0);
        }
        return new Steps.Call(
                new WindowProduct(tile.pixels(), tile.vectors(), lanes, WindowProduct.Window.RUN).kernel(), used,
                parameters, ProductLowering.small(tile), places);
    }
}
