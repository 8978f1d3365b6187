package org.sardonyx.frontend.language;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.sardonyx.frontend.onnx.OnnxNodeWriter;

/// Pooling over windows, over everything, and over as many regions as the result has elements.
///
/// @see <a href="https://onnx.ai/onnx/operators/onnx__MaxPool.html">ONNX: MaxPool</a>
/// @see <a href="https://onnx.ai/onnx/operators/onnx__AveragePool.html">ONNX: AveragePool</a>
final class PoolingLayers {
    private PoolingLayers() {}

    static void define(Layers layers) {
        layers.add("maxpool", "kernel", "s p d", "ceil same", site -> pooling(site, "MaxPool", false));
        layers.add("avgpool", "kernel", "s p d", "ceil same counted",
                site -> pooling(site, "AveragePool", site.arguments().flag("counted")));
        layers.add("globalmaxpool", "", "", "", site -> overAll(site, "GlobalMaxPool"));
        layers.add("globalavgpool", "", "", "", site -> overAll(site, "GlobalAveragePool"));
        layers.add("adaptivemaxpool", "out", "", "", site -> adaptive(site, "MaxPool", "ReduceMax"));
        layers.add("adaptiveavgpool", "out", "", "", site -> adaptive(site, "AveragePool", "ReduceMean"));
    }

    private static String overAll(LayerSite site, String operator) {
        site.spatialAxes();
        return site.result(operator, site.input());
    }

    private static String pooling(LayerSite site, String operator, boolean counted) {
        int axes = site.spatialAxes();
        Arguments arguments = site.arguments();
        long[] kernel = arguments.sizes("kernel", axes, 1, 1);
        long[] strides = arguments.has("s") ? arguments.sizes("s", axes, 1, 1) : kernel;
        long[] pads = arguments.pads("p", axes);
        long[] dilations = arguments.sizes("d", axes, 1, 1);
        if (arguments.flag("same") && arguments.has("p")) {
            throw site.fault("both 'same' and a padding are given");
        }
        return site.result(operator, List.of(site.input()), node -> {
            node.withInts("kernel_shape", kernel);
            if (arguments.flag("same")) {
                node.withString("auto_pad", "SAME_UPPER");
            }
            ConvolutionLayers.withUnless(node, "pads", pads, 0);
            ConvolutionLayers.withUnless(node, "strides", strides, 1);
            ConvolutionLayers.withUnless(node, "dilations", dilations, 1);
            withFlag(node, "ceil_mode", arguments.flag("ceil"));
            withFlag(node, "count_include_pad", counted);
        });
    }

    private static void withFlag(OnnxNodeWriter node, String name, boolean value) {
        if (value) {
            node.withInt(name, 1);
        }
    }

    /// Region `i` of `n` along an axis of size `m` goes from `floor(i*m/n)` to `ceil((i+1)*m/n)`, as in PyTorch. If `n`
    /// divides `m` that is a pooling; otherwise the axes are reduced one after the other, each region for itself.
    private static String adaptive(LayerSite site, String pooling, String reduction) {
        int axes = site.spatialAxes();
        long[] out = site.arguments().sizes("out", axes, 1, 1);
        long[] in = IntStream.range(0, axes).mapToLong(i -> site.size(i + 2, "the spatial axes")).toArray();
        if (IntStream.range(0, axes).allMatch(i -> in[i] % out[i] == 0)) {
            long[] window = IntStream.range(0, axes).mapToLong(i -> in[i] / out[i]).toArray();
            return site.result(pooling, List.of(site.input()),
                    node -> node.withInts("kernel_shape", window).withInts("strides", window));
        }
        String value = site.input();
        for (int axis = 0; axis < axes; axis++) {
            value = regions(site, value, axis, in[axis], out[axis], reduction);
        }
        return site.result("Identity", value);
    }

    private static String regions(LayerSite site, String value, int spatialAxis, long in, long out, String reduction) {
        if (out > in) {
            throw site.fault(
                    "its input is a " + site.type(site.input()) + ", which has no " + out + " regions along axis "
                            + (spatialAxis + 2));
        }
        String axis = site.constant("axis", spatialAxis + 2);
        List<String> regions = new ArrayList<>();
        for (long i = 0; i < out; i++) {
            String from = site.constant("from", i * in / out);
            String to = site.constant("to", Math.ceilDiv((i + 1) * in, out));
            regions.add(site.step(reduction, site.step("Slice", value, from, to, axis), axis));
        }
        return site.step("Concat", regions, node -> node.withInt("axis", spatialAxis + 2));
    }
}
