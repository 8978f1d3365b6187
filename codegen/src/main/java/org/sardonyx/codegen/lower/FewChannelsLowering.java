package org.sardonyx.codegen.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.sardonyx.codegen.kernel.DotProduct;
import org.sardonyx.codegen.kernel.ProductStore;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Convolution;
import org.sardonyx.ir.value.Tensor;

/// Convolutions whose channels would fill at most half of a vector, by kernels whose lanes run along the window.
final class FewChannelsLowering {
    private final Group group;
    private final Convolution convolution;
    private final Values values;
    private final int lanes;
    private final Tensor weights;
    private final long[] shape;
    private final Stored x;
    private final DotProduct product;

    FewChannelsLowering(Group group, Convolution convolution, Values values, int lanes) {
        this.group = group;
        this.convolution = convolution;
        this.values = values;
        this.lanes = lanes;
        List<Operand> operands = group.anchor().orElseThrow().operands();
        weights = Values.constant(group.outer().get(operands.get(1))).orElseThrow();
        shape = group.node().output(0).shape().sizes();
        x = values.channelsLast(group.outer().get(operands.getFirst()));
        product = DotProduct.of(Math.clamp(shape[1], 1, lanes), lanes);
    }

    /// Whether rows of the window are whole vectors that lie in one piece, and rows of the result whole tiles.
    boolean isSupported() {
        return 2 * shape[1] <= lanes && convolution.groups() == 1 && convolution.window().dilations().get(1) == 1
                && x.pixel() == x.channels() && weights.size() > 0 && run() % lanes == 0
                && shape[3] >= product.pixels();
    }

    private long run() {
        return weights.size(3) * weights.size(1);
    }

    /// @param bound the epilogue, channels last
    void lower(Bound bound, Buffers buffers, Steps steps) {
        Stored y = values.allocateChannelsLast(group.node().output(0));
        Stored.Border border = ConvolutionLowering.border(group.anchor().orElseThrow(), convolution);
        List<Long> strides = convolution.window().strides();
        Map<String, Long> parameters = new HashMap<>(x.strides("x"));
        parameters.putAll(Map.of("images", shape[0], "rows", shape[2], "width", shape[3], "pixels", shape[2] * shape[3],
                "channels", shape[1]));
        parameters.putAll(Map.of("blocks", 1L, "all_blocks", 1L, "row_step", 1L, "block_step", shape[0] * shape[2]));
        parameters.putAll(Map.of("x_origin", x.origin() - border.top() * x.row() - border.left() * x.pixel(), "x_row",
                strides.get(0) * x.row(), "x_pixel", strides.get(1) * x.pixel(), "taps_h", weights.size(2), "x_tap_h",
                convolution.window().dilations().get(0) * x.row(), "run", run()));
        parameters.putAll(y.strides("y"));
        parameters.putAll(bound.parameters());
        int packed = buffers.constant(ConvolutionLowering.byFilter(buffers, weights));
        int sums = buffers.ofThread(0, shape[3] * lanes * Float.BYTES);
        List<Integer> stored = new ArrayList<>(List.of(sums, y.buffer()));
        stored.addAll(bound.buffers());
        long pixels = shape[0] * shape[2] * shape[3];
        long operations = pixels * weights.size();
        Steps.Call store = new Steps.Call(new ProductStore(1, lanes, bound.epilogue()).kernel(), stored, parameters,
                Map.of("images", 1L, "rows", 1L, "width", 24L, "pixels", 24L), 1, 2 * pixels);
        steps.phases(group.node().origin().toString(), List.of(new Steps.Phase(
                List.of(new Steps.Call(product.kernel(), List.of(x.buffer(), packed, sums), parameters, small()),
                        store),
                shape[0] * shape[2], operations / lanes)), operations);
    }

    /// Sizes of one tile of few products.
    private Map<String, Long> small() {
        return Map.of("images", 1L, "rows", 1L, "width", (long) product.pixels(), "pixels", (long) product.pixels(),
                "taps_h", 1L, "run", 2L * lanes);
    }
}
