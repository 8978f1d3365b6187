package org.sardonyx.frontend.language;

import java.util.List;

import org.sardonyx.frontend.weights.Initializer;

/// The fully connected layer.
///
/// @see <a href="https://onnx.ai/onnx/operators/onnx__Gemm.html">ONNX: Gemm</a>
final class LinearLayers {
    private LinearLayers() {}

    static void define(Layers layers) {
        layers.add("linear", "out", "init bias_init", "bias nobias", LinearLayers::linear);
    }

    /// The weight is `[out, in]`, as in PyTorch.
    private static String linear(LayerSite site) {
        int rank = site.shape().rank();
        if (rank != 2 && rank != 3) {
            throw site.fault("its input is a " + site.type(site.input())
                    + ", expected [batch, features] or [batch, length, features]"
                    + (rank > 3 ? "; flatten first" : ""));
        }
        long in = site.size(rank - 1, "the number of features");
        long out = site.arguments().count("out");
        String weight =
                site.parameter("weight", site.arguments().initializer("init", site.weights()), in, out, out, in);
        boolean biased = !site.arguments().flag("nobias") && !(site.call().next().equals("bn")
                && !site.arguments().flag("bias"));
        List<String> bias = biased
                ? List.of(
                        site.parameter("bias", site.arguments().initializer("bias_init", Initializer.constant(0)), 1, 1,
                                out))
                : List.of();
        if (rank == 2) {
            List<String> inputs =
                    biased ? List.of(site.input(), weight, bias.getFirst()) : List.of(site.input(), weight);
            return site.result("Gemm", inputs, node -> node.withInt("transB", 1));
        }
        String transposed = site.step("Transpose", List.of(weight), node -> node.withInts("perm", 1, 0));
        return biased
                ? site.result("Add", site.step("MatMul", site.input(), transposed), bias.getFirst())
                : site.result("MatMul", site.input(), transposed);
    }
}
