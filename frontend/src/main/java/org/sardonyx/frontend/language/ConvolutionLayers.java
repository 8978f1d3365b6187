package org.sardonyx.frontend.language;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.sardonyx.frontend.onnx.OnnxNodeWriter;
import org.sardonyx.frontend.weights.Initializer;

/// Convolutions in as many dimensions as the input has spatial axes.
///
/// @see <a href="https://onnx.ai/onnx/operators/onnx__Conv.html">ONNX: Conv</a>
/// @see <a href="https://onnx.ai/onnx/operators/onnx__ConvTranspose.html">ONNX: ConvTranspose</a>
final class ConvolutionLayers {
    private static final String FLAGS = "same bias nobias";

    private ConvolutionLayers() {}

    static void define(Layers layers) {
        layers.add("conv", "out kernel", "s p d g init bias_init", FLAGS,
                site -> convolution(site, site.arguments().count("out"), site.arguments().count("g", 1)));
        layers.add("depthwise", "kernel", "s p d init bias_init", FLAGS,
                site -> convolution(site, site.channels(), site.channels()));
        layers.add("deconv", "out kernel", "s p d g outpad init bias_init", FLAGS, ConvolutionLayers::transposed);
    }

    private static String convolution(LayerSite site, long out, long groups) {
        int axes = site.spatialAxes();
        long[] kernel = site.arguments().sizes("kernel", axes, 1, 1);
        long in = site.channels();
        requireDivisible(site, "input channels", in, groups);
        requireDivisible(site, "output channels", out, groups);
        long window = LayerSite.product(kernel);
        String weight = site.parameter("weight", site.arguments().initializer("init", site.weights()),
                LayerSite.product(in / groups, window), LayerSite.product(out / groups, window),
                concat(new long[] {out, in / groups}, kernel));
        return site.result("Conv", withBias(site, weight, out), window(site, kernel, groups));
    }

    private static String transposed(LayerSite site) {
        int axes = site.spatialAxes();
        long out = site.arguments().count("out");
        long groups = site.arguments().count("g", 1);
        long[] kernel = site.arguments().sizes("kernel", axes, 1, 1);
        long in = site.channels();
        requireDivisible(site, "input channels", in, groups);
        requireDivisible(site, "output channels", out, groups);
        long window = LayerSite.product(kernel);
        String weight = site.parameter("weight", site.arguments().initializer("init", site.weights()),
                LayerSite.product(in / groups, window), LayerSite.product(out / groups, window),
                concat(new long[] {in, out / groups}, kernel));
        Consumer<OnnxNodeWriter> attributes = window(site, kernel, groups);
        return site.result("ConvTranspose", withBias(site, weight, out), node -> {
            attributes.accept(node);
            if (site.arguments().has("outpad")) {
                node.withInts("output_padding", site.arguments().sizes("outpad", axes, 0, 0));
            }
        });
    }

    private static void requireDivisible(LayerSite site, String what, long channels, long groups) {
        if (groups == 0 || channels % groups != 0) {
            throw site.fault(channels + " " + what + " cannot be divided into " + groups + " groups");
        }
    }

    /// A batch normalisation has a bias of its own, so a convolution right before it has none unless it is asked for.
    private static List<String> withBias(LayerSite site, String weight, long out) {
        boolean without = site.arguments().flag("nobias");
        if (without && site.arguments().flag("bias")) {
            throw site.fault("both 'bias' and 'nobias' are given");
        }
        if (without || site.call().next().equals("bn") && !site.arguments().flag("bias")) {
            return List.of(site.input(), weight);
        }
        Initializer initializer = site.arguments().initializer("bias_init", Initializer.constant(0));
        return List.of(site.input(), weight, site.parameter("bias", initializer, 1, 1, out));
    }

    private static Consumer<OnnxNodeWriter> window(LayerSite site, long[] kernel, long groups) {
        int axes = kernel.length;
        long[] strides = site.arguments().sizes("s", axes, 1, 1);
        long[] dilations = site.arguments().sizes("d", axes, 1, 1);
        long[] pads = site.arguments().pads("p", axes);
        boolean same = site.arguments().flag("same");
        if (same && site.arguments().has("p")) {
            throw site.fault("both 'same' and a padding are given");
        }
        return node -> {
            node.withInts("kernel_shape", kernel);
            if (same) {
                node.withString("auto_pad", "SAME_UPPER");
            }
            withUnless(node, "pads", pads, 0);
            withUnless(node, "strides", strides, 1);
            withUnless(node, "dilations", dilations, 1);
            if (groups != 1) {
                node.withInt("group", groups);
            }
        };
    }

    /// Sets an attribute unless all its values are the default.
    static void withUnless(OnnxNodeWriter node, String name, long[] values, long byDefault) {
        if (Arrays.stream(values).anyMatch(value -> value != byDefault)) {
            node.withInts(name, values);
        }
    }

    private static long[] concat(long[] first, long[] second) {
        long[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
