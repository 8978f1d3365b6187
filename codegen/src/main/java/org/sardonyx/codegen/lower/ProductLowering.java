package org.sardonyx.codegen.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.sardonyx.codegen.kernel.ProductStore;
import org.sardonyx.codegen.kernel.WindowProduct;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.loop.LoopKernel;
import org.sardonyx.ir.operator.Convolution;
import org.sardonyx.ir.operator.Window;
import org.sardonyx.ir.value.Tensor;

/// Convolutions as sums of products in tiles, and what is done to the sums.
final class ProductLowering {
    /// Pixels of a row into which a long row of pixels is cut: their sums stay in the cache.
    private static final long ROW = 56;
    /// With fewer places than this, threads that share them would wait for the one that has one more.
    static final long FEW_PLACES = 12;
    /// To load a sum, add to it, and store it.
    private static final long INSTRUCTIONS_OF_A_STORE = 4;
    /// Weights of so many bytes stay in the cache of a core while it runs over rows, and leave room for these.
    private static final long CACHED_WEIGHTS = 1 << 20;

    private final Values values;
    private final Buffers buffers;
    private final Steps steps;
    private final int lanes;

    ProductLowering(Values values, Buffers buffers, Steps steps, int lanes) {
        this.values = values;
        this.buffers = buffers;
        this.steps = steps;
        this.lanes = lanes;
    }

    /// @param bound the epilogue, channels last
    void convolution(Group group, Convolution convolution, Bound bound) {
        Operand output = group.node().output(0);
        List<Operand> operands = group.anchor().orElseThrow().operands();
        long[] shape = output.shape().sizes();
        Tensor weights = Values.constant(group.outer().get(operands.get(1))).orElseThrow();
        long groups = convolution.groups();
        long channels = shape[1] / groups;
        Stored x = values.channelsLast(group.outer().get(operands.getFirst()));
        Stored y = values.allocateChannelsLast(output);
        Window window = convolution.window();
        Stored.Border border = ConvolutionLowering.border(group.anchor().get(), convolution);
        boolean isGpu = steps.target().gpu().isPresent();
        boolean flat = !isGpu && weights.size(2) * weights.size(3) == 1 && window.strides().equals(List.of(1L, 1L))
                && border.isNone() && x.isUniform() && y.isUniform() && bound.isUniform();
        long pixels = flat ? shape[0] * shape[2] * shape[3] : shape[3];
        long step = window.strides().get(1) * x.pixel();
        boolean isPadded = isGpu && !border.isNone() && ConvolutionLowering.seesEdges(group);
        boolean merged = !isPadded && groups == 1 && window.dilations().get(1) == 1 && x.pixel() == x.channels();
        long in = weights.size(1);
        Map<String, Long> parameters = new HashMap<>(x.strides("x"));
        parameters.remove("x_channel");
        parameters.put("images", flat ? 1 : shape[0]);
        parameters.put("rows", flat ? 1 : shape[2]);
        parameters.put("width", pixels);
        parameters.put("pixels", flat ? pixels : shape[2] * pixels);
        parameters.put("channels", channels);
        parameters.put("x_origin", x.origin() - border.top() * x.row() - border.left() * x.pixel());
        parameters.put("x_row", window.strides().get(0) * x.row());
        parameters.put("x_pixel", step);
        parameters.put("x_group", in);
        parameters.put("taps_h", weights.size(2));
        parameters.put("x_tap_h", window.dilations().get(0) * x.row());
        parameters.put("taps_w", merged ? 1 : weights.size(3));
        parameters.put("x_tap_w", window.dilations().get(1) * x.pixel());
        parameters.put("run", merged ? weights.size(3) * in : in);
        if (isPadded) {
            parameters.putAll(Map.of("x_rows", x.rows(), "x_width", x.width(), "stride_h", window.strides().get(0),
                    "stride_w", window.strides().get(1), "dilation_h", window.dilations().get(0), "dilation_w",
                    window.dilations().get(1), "pad_h", border.top(), "pad_w", border.left()));
        }
        parameters.putAll(y.strides("y"));
        parameters.putAll(bound.parameters());
        steps.phases(group.node().origin().toString(),
                sums(weights, groups, List.of(x.buffer(), y.buffer()), bound, parameters),
                operations(groups, parameters));
    }

    /// Sums of products with constant weights, and what is done to them.
    ///
    /// @param weights `[channels, channels in / groups, rows, columns]`
    /// @param used the buffers of the input and the result
    /// @param parameters all but those of blocks
    List<Steps.Phase> sums(Tensor weights, long groups, List<Integer> used, Bound bound,
            Map<String, Long> parameters) {
        if (steps.target().gpu().isPresent() && window(parameters) > 0) {
            return new GroupProducts(buffers, steps).phases(
                    new GroupProducts.Product(used.get(0), used.get(1), groups, parameters),
                    GroupProducts.Filters.ofConvolution(weights), bound);
        }
        ProductShape shape = ProductShape.of(groups, parameters);
        int packed = buffers.constant(new FilterBlocks(weights, groups, block(shape)).packed(buffers));
        return List.of(phase(shape, List.of(used.get(0), packed, used.get(1)), bound, parameters));
    }

    /// Cuts a row of pixels into rows of whole tiles, about as long as the tile wants them or else [#ROW], the last of which has a
    /// whole tile, too; into rows of half that length if there would be few places.
    ///
    /// @param blocks of channels, each of which makes a place of a row
    private long cut(Tile tile, long pixels, long blocks) {
        boolean few = steps.target().isFused() && blocks * (pixels / ROW) < FEW_PLACES;
        long most = tile.row() > 0
                ? Math.ceilDiv(pixels, tile.row())
                : few ? Math.ceilDiv(pixels, ROW / 2) : pixels / ROW;
        for (long rows = most; rows > 1; rows--) {
            long width = Math.ceilDiv(Math.ceilDiv(pixels, rows), tile.pixels()) * tile.pixels();
            if (pixels - (Math.ceilDiv(pixels, width) - 1) * width >= tile.pixels()) {
                return width;
            }
        }
        return pixels;
    }

    /// Makes rows of a width of pixels that are all one row.
    private static void cut(Map<String, Long> parameters, long width) {
        parameters.put("rows", Math.ceilDiv(parameters.get("pixels"), width));
        parameters.put("width", width);
        parameters.replaceAll((name, value) -> name.endsWith("_row")
                ? Long.valueOf(width * parameters.get(name.replace("_row", "_pixel")))
                : value);
    }

    /// The channels of a block of packed weights.
    int block(ProductShape shape) {
        return steps.tiles().of(shape).vectors() * lanes;
    }

    /// Multiplications with an addition each.
    long operations(long groups, Map<String, Long> parameters) {
        return parameters.get("images") * parameters.get("pixels") * groups * parameters.get("channels")
                * window(parameters);
    }

    private static long window(Map<String, Long> parameters) {
        return parameters.get("taps_h") * parameters.get("taps_w") * parameters.get("run");
    }

    /// Sums of products, and what is done to them.
    ///
    /// @param used the buffers of the input, the weights and the result
    /// @param parameters all but those of blocks, of the shape
    Steps.Phase phase(ProductShape shape, List<Integer> used, Bound bound, Map<String, Long> parameters) {
        Tile tile = steps.tiles().of(shape);
        int block = block(shape);
        long groups = shape.groups();
        long blocks = Math.ceilDiv(shape.channels(), (long) block);
        if (shape.isLine()) {
            cut(parameters, cut(tile, shape.width(), groups * blocks));
        }
        parameters.put("blocks", blocks);
        parameters.put("s_block", 0L);
        parameters.put("all_blocks", groups * blocks);
        long lines = parameters.get("images") * parameters.get("rows");
        boolean rowsFirst = window(parameters) * groups * blocks * block * Float.BYTES < CACHED_WEIGHTS;
        parameters.put("row_step", rowsFirst ? groups * blocks : 1);
        parameters.put("block_step", rowsFirst ? 1 : lines);
        if (steps.target().isFused() && !bound.epilogue().isLong()) {
            return fused(shape, used, bound, parameters);
        }
        int sums = buffers.ofThread(0, parameters.get("width") * block * Float.BYTES);
        long stores = parameters.get("images") * parameters.get("pixels") * groups * blocks * tile.vectors()
                * INSTRUCTIONS_OF_A_STORE;
        List<Integer> stored = new ArrayList<>(List.of(sums, used.get(2)));
        stored.addAll(bound.buffers());
        return new Steps.Phase(
                List.of(new Steps.Call(product(tile, parameters),
                        List.of(used.get(0), used.get(1), sums), parameters, small(tile)),
                        new Steps.Call(new ProductStore(tile.vectors(), lanes, bound.epilogue()).kernel(), stored,
                                parameters, smallStore(block, parameters), 1, stores)),
                groups * blocks * lines, operations(groups, parameters) / lanes, Optional.of(shape));
    }

    /// One kernel for sums and epilogue.
    private Steps.Phase fused(ProductShape shape, List<Integer> used, Bound bound, Map<String, Long> parameters) {
        List<Integer> all = new ArrayList<>(used);
        all.addAll(bound.buffers());
        Steps.Call call = new FusedProducts(buffers, lanes).call(steps.tiles().of(shape), parameters, all,
                Optional.of(bound.epilogue()), 0);
        long lines = parameters.get("images") * parameters.get("row_groups");
        if (parameters.get("block_step") != 1) {
            parameters.put("block_step", lines);
        }
        return new Steps.Phase(List.of(call), parameters.get("all_blocks") * lines,
                operations(shape.groups(), parameters) / lanes, Optional.of(shape));
    }

    private LoopKernel product(Tile tile, Map<String, Long> parameters) {
        return new WindowProduct(tile.pixels(), tile.vectors(), lanes,
                WindowProduct.Window.of(parameters.get("taps_h"), parameters.get("taps_w"))).kernel();
    }

    /// Sizes of a row whose block of channels is whole if there are whole ones.
    private static Map<String, Long> smallStore(int block, Map<String, Long> parameters) {
        return Map.of("images", 1L, "rows", 1L, "blocks", 1L, "all_blocks", 1L, "width", 24L, "pixels", 24L, "channels",
                Math.min(block, parameters.get("channels")));
    }

    /// Sizes of one tile of few products.
    static Map<String, Long> small(Tile tile) {
        return Map.of("images", 1L, "rows", 1L, "width", (long) tile.pixels(), "pixels", (long) tile.pixels(), "blocks",
                1L, "all_blocks", 1L, "taps_h", 1L, "taps_w", 1L, "run", 8L);
    }
}
