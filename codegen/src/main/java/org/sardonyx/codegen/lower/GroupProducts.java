package org.sardonyx.codegen.lower;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.sardonyx.codegen.kernel.Epilogue;
import org.sardonyx.codegen.kernel.GroupProduct;
import org.sardonyx.codegen.kernel.GroupProduct.Weights;
import org.sardonyx.codegen.kernel.GroupTile;
import org.sardonyx.codegen.kernel.GroupVector;
import org.sardonyx.codegen.kernel.ProductTile;
import org.sardonyx.codegen.kernel.SliceSum;
import org.sardonyx.codegen.kernel.WeightOrder;
import org.sardonyx.codegen.kernel.WindowProduct.Window;
import org.sardonyx.ir.value.Tensor;

/// Convolutions and matrix products on a GPU.
final class GroupProducts {
    /// So many vectors are multiplied with a matrix by themselves.
    private static final long MOST_VECTORS = 4;
    /// Items that share a row of a block of channels, at least and at most.
    private static final int LEAST_ACROSS = 4;
    private static final int MOST_ACROSS = 16;
    /// How the name of the distance between two pixels ends.
    private static final String PIXEL = "_pixel";

    private final Buffers buffers;
    private final Target target;
    private final Tiles tiles;

    GroupProducts(Buffers buffers, Steps steps) {
        this.buffers = buffers;
        this.target = steps.target();
        this.tiles = steps.tiles();
    }

    /// The weights of a product by their numbers.
    @FunctionalInterface
    interface Filters {
        /// @param filter the number of the channel among all groups
        /// @param position in the window: row, column, channel in
        float at(long filter, long position);

        /// Of a convolution: `[channels, channels in / groups, rows, columns]`.
        static Filters ofConvolution(Tensor weights) {
            MemorySegment segment = weights.segment();
            long in = weights.size(1);
            long taps = weights.size(2) * weights.size(3);
            return (filter, position) -> segment.getAtIndex(ValueLayout.JAVA_FLOAT_UNALIGNED,
                    (filter * in + position % in) * taps + position / in);
        }

        /// Of a matrix product: `[in, channels]`.
        static Filters ofMatrix(Tensor matrix) {
            MemorySegment segment = matrix.segment();
            long channels = matrix.size(1);
            return (filter, position) -> segment.getAtIndex(ValueLayout.JAVA_FLOAT_UNALIGNED,
                    position * channels + filter);
        }
    }

    /// What is multiplied.
    ///
    /// @param x the buffer of the input
    /// @param y that of the result
    /// @param groups of channels
    /// @param parameters of [GroupProduct], those of the epilogue included, but for those of tiles and weights
    record Product(int x, int y, long groups, Map<String, Long> parameters) {
        private static final Set<String> SIZES = Set.of("x_rows", "x_width");

        Product {
            parameters = Map.copyOf(parameters);
        }

        private Product with(Map<String, Long> more) {
            Map<String, Long> all = new HashMap<>(parameters);
            all.putAll(more);
            return new Product(x, y, groups, all);
        }

        long places() {
            return parameters.get("images") * parameters.get("rows") * parameters.get("width");
        }

        long runs() {
            return parameters.get("taps_h") * parameters.get("taps_w");
        }

        long run() {
            return parameters.get("run");
        }

        long channels() {
            return parameters.get("channels");
        }

        /// Whether elements can be read by fours.
        private boolean hasFours() {
            return parameters.entrySet().stream().filter(entry -> entry.getKey().startsWith("x_"))
                    .filter(entry -> !SIZES.contains(entry.getKey()))
                    .allMatch(entry -> entry.getValue() % GroupTile.LANES == 0) && run() % GroupTile.LANES == 0;
        }

        /// Whether places follow each other along one axis only.
        private boolean isLine() {
            return parameters.get("images") == places() || parameters.get("rows") == places()
                    || parameters.get("width") == places();
        }
    }

    /// A product with constant weights.
    List<Steps.Phase> phases(Product product, Filters filters, Bound bound) {
        if (product.places() <= MOST_VECTORS && product.groups == 1 && product.runs() == 1
                && product.isLine() && !product.parameters.containsKey("pad_h")) {
            return List.of(vectors(product, filters, bound));
        }
        ProductShape shape = ProductShape.of(product.groups, product.parameters);
        GroupTiles way = tiles.of(shape, true, target.gpu().orElseThrow());
        int packed = packed(product, filters, way.tile());
        if (way.slices() == 1) {
            return List.of(whole(product, shape, way, Weights.PACKED, packed, false, bound));
        }
        long channels = product.groups * product.channels();
        long slice = product.places() * channels;
        int sums = buffers.inArena(way.slices() * slice * Float.BYTES);
        Map<String, Long> parameters = tiled(product, way);
        parameters.putAll(Map.of("y_slice", slice, "y_pixel", channels));
        GroupProduct kernel = kernel(product, way.tile(), Weights.PACKED, false, Optional.empty());
        Steps.Phase products = new Steps.Phase(
                List.of(new Steps.Call(kernel.kernel(), List.of(product.x, packed, sums), parameters)),
                way.groups(product.places(), product.channels(), product.groups), operations(product),
                Optional.of(shape));

        Map<String, Long> result = new HashMap<>(product.parameters);
        result.putAll(Map.of("channels", channels, "slices", way.slices(), "s_slice", slice));
        Elements range = Elements.of(target, stored(result));
        List<Integer> used = new ArrayList<>(List.of(sums, product.y));
        used.addAll(bound.buffers());
        return List.of(products, new Steps.Phase(
                List.of(new Steps.Call(new SliceSum(range.lanes(), bound.epilogue()).kernel(), used, result)),
                range.extent(result), way.slices() * slice));
    }

    /// A few vectors that are multiplied with a matrix, in as many blocks as keep the device busy.
    private Steps.Phase vectors(Product product, Filters filters, Bound bound) {
        Map<String, Long> parameters = new HashMap<>(product.parameters);
        long places = product.places();
        boolean byImage = parameters.get("images") == places;
        boolean byRow = parameters.get("rows") == places;
        parameters.put("x_pixel", parameters.get(byImage ? "x_image" : byRow ? "x_row" : "x_pixel"));
        int across = MOST_ACROSS;
        while (across > LEAST_ACROSS && product.channels() / ((long) across * GroupTile.LANES) < 2L
                * target.gpu().orElseThrow().units()) {
            across /= 2;
        }
        boolean areQuads = Elements.of(target, stored(parameters)).lanes() == GroupTile.LANES;
        GroupVector kernel = new GroupVector(Math.toIntExact(places), across, Target.Gpu.LARGEST_GROUP / across,
                areQuads, bound.epilogue());
        List<Integer> used = new ArrayList<>(List.of(product.x, packed(product, filters, kernel), product.y));
        used.addAll(bound.buffers());
        return new Steps.Phase(List.of(new Steps.Call(kernel.kernel(), used, parameters)),
                Math.ceilDiv(product.channels(), (long) kernel.channels()), operations(product));
    }

    /// Products of matrices that are both computed: as many pairs as there are groups, one result after the other.
    ///
    /// @param matrix the buffer of the right factors, each of `run` rows of `channels`
    Steps.Phase pairs(Product product, int matrix, Bound bound) {
        ProductShape shape = ProductShape.ofMatrices("pairs", product.groups, product.places(), product.channels(),
                product.run());
        GroupTiles way = tiles.of(shape, false, target.gpu().orElseThrow().withoutMatrices());
        Product pairs = product
                .with(Map.of("w_row", product.channels(), "w_group", product.run() * product.channels()));
        Weights weights = product.channels() % GroupTile.LANES == 0 ? Weights.QUADS : Weights.ANY;
        return whole(pairs, shape, way, weights, matrix, true, bound);
    }

    /// Products of several matrices with a constant one each, one result after the other.
    ///
    /// @param filters of all groups
    Steps.Phase batch(Product product, Filters filters) {
        ProductShape shape = ProductShape.ofMatrices("batch", product.groups, product.places(), product.channels(),
                product.run());
        GroupTiles way = tiles.of(shape, false, target.gpu().orElseThrow());
        int packed = packed(product, filters, way.tile());
        return whole(product, shape, way, Weights.PACKED, packed, true,
                new Bound(Epilogue.NONE, List.of(), Map.of(), true));
    }

    private Steps.Phase whole(Product product, ProductShape shape, GroupTiles way, Weights weights, int matrix,
            boolean isBatched, Bound bound) {
        Map<String, Long> parameters = tiled(product, way);
        List<Integer> used = new ArrayList<>(List.of(product.x, matrix, product.y));
        used.addAll(bound.buffers());
        GroupProduct kernel = kernel(new Product(product.x, product.y, product.groups, parameters), way.tile(), weights,
                isBatched, Optional.of(bound.epilogue()));
        return new Steps.Phase(List.of(new Steps.Call(kernel.kernel(), used, parameters)),
                way.groups(product.places(), product.channels(), product.groups), operations(product),
                Optional.of(shape));
    }

    private GroupProduct kernel(Product product, ProductTile tile, Weights weights, boolean isBatched,
            Optional<Epilogue> epilogue) {
        Map<String, Long> stored = stored(product.parameters);
        boolean areQuads = Elements.of(target, stored).lanes() == GroupTile.LANES;
        boolean isPadded = product.parameters.containsKey("pad_h");
        return new GroupProduct(tile, Window.of(product.parameters.get("taps_h"), product.parameters.get("taps_w")),
                product.hasFours() ? GroupTile.LANES : 1, weights, isPadded, product.run() % tile.depth() == 0,
                areQuads,
                isUniform(stored, isBatched), isBatched, epilogue);
    }

    /// Whether the place with a number lies so many times the distance of two pixels from the first, in all tensors.
    ///
    /// @param isBatched whether the distance of two images is that of two groups
    private static boolean isUniform(Map<String, Long> stored, boolean isBatched) {
        return stored.keySet().stream().filter(name -> name.endsWith(PIXEL))
                .map(name -> name.substring(0, name.length() - PIXEL.length())).allMatch(tensor -> {
                    long line = stored.get("width") * stored.get(tensor + PIXEL);
                    boolean areRows = stored.get("rows") == 1 || stored.get(tensor + "_row") == line;
                    return areRows && (isBatched || stored.get("images") == 1
                            || stored.get(tensor + "_image") == stored.get("rows") * line);
                });
    }

    /// The parameters that say where something is stored, and those of the epilogue.
    private static Map<String, Long> stored(Map<String, Long> parameters) {
        Map<String, Long> stored = new HashMap<>(parameters);
        stored.keySet().removeIf(name -> name.startsWith("x_") || name.startsWith("w_"));
        return stored;
    }

    private static Map<String, Long> tiled(Product product, GroupTiles way) {
        long blocks = Math.ceilDiv(product.channels(), (long) way.tile().channels());
        Map<String, Long> parameters = new HashMap<>(product.parameters);
        parameters.putAll(Map.of("blocks", blocks, "all_blocks", product.groups * blocks, "tiles",
                Math.ceilDiv(product.places(), (long) way.tile().places()), "slice_steps", way.steps()));
        return parameters;
    }

    private static long operations(Product product) {
        return product.places() * product.groups * product.channels() * product.runs() * product.run();
    }

    /// Weights in the order in which a kernel reads them; blocks, and runs to whole steps, are filled up with zeros.
    private int packed(Product product, Filters filters, WeightOrder order) {
        long block = order.channels();
        long depth = order.depth();
        long blocks = Math.ceilDiv(product.channels(), block);
        long run = product.run();
        long filled = Math.ceilDiv(run, depth) * depth;
        long ofBlock = product.runs() * filled * block;
        return buffers.weights(product.groups * blocks * ofBlock, i -> {
            long row = i % ofBlock / (depth * block) * depth + order.element(i % (depth * block));
            long number = i / ofBlock;
            long channel = number % blocks * block + order.channel(i % (depth * block));
            return channel < product.channels() && row % filled < run
                    ? order.format().round(filters.at(number / blocks * product.channels() + channel,
                            row / filled * run + row % filled))
                    : 0;
        });
    }
}
