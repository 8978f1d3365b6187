package org.sardonyx.frontend.language;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.sardonyx.frontend.weights.Initializer;

/// Activations: every one that ONNX has, and a few that are composed of them.
///
/// @see <a href="https://onnx.ai/onnx/operators/">ONNX Operators</a>
final class ActivationLayers {
    private static final Map<String, String> PLAIN = Map.of("relu", "Relu", "sigmoid", "Sigmoid", "tanh", "Tanh",
            "softplus", "Softplus", "softsign", "Softsign", "hardswish", "HardSwish", "mish", "Mish");
    /// With attributes of ONNX's names and defaults, the first of which may be given by its place.
    private static final Map<String, List<String>> WITH_NUMBERS = Map.of("elu", List.of("Elu", "alpha"),
            "celu", List.of("Celu", "alpha"), "selu", List.of("Selu", "alpha", "gamma"),
            "leakyrelu", List.of("LeakyRelu", "alpha"), "hardsigmoid", List.of("HardSigmoid", "alpha", "beta"),
            "thresholdedrelu", List.of("ThresholdedRelu", "alpha"), "shrink", List.of("Shrink", "lambd", "bias"));
    private static final Map<String, String> ALONG_AXIS = Map.of("softmax", "Softmax", "logsoftmax", "LogSoftmax",
            "hardmax", "Hardmax");

    private ActivationLayers() {}

    static void define(Layers layers) {
        PLAIN.forEach((name, operator) -> layers.add(name, "", "", "", site -> site.result(operator, site.input())));
        WITH_NUMBERS.forEach((name, operator) -> layers.add(name, operator.get(1) + "?",
                String.join(" ", operator.subList(2, operator.size())), "", site -> withNumbers(site, operator)));
        ALONG_AXIS.forEach((name, operator) -> layers.add(name, "", "axis", "", site -> site.result(operator,
                List.of(site.input()), node -> node.withInt("axis", site.arguments().whole("axis", 1)))));
        layers.add("gelu", "", "", "approximate", site -> site.result("Gelu", List.of(site.input()),
                node -> node.withString("approximate", site.arguments().flag("approximate") ? "tanh" : "none")));
        layers.add("relu6", "", "", "",
                site -> site.result("Clip", site.input(), site.scalar("min", 0), site.scalar("max", 6)));
        layers.add("swish", "", "", "", site -> site.result("Mul", site.input(), site.step("Sigmoid", site.input())));
        layers.add("prelu", "", "init", "", ActivationLayers::prelu);
        layers.add("maxout", "pieces", "", "", ActivationLayers::maxout);
    }

    private static String withNumbers(LayerSite site, List<String> operator) {
        return site.result(operator.getFirst(), List.of(site.input()), node -> {
            for (String attribute : operator.subList(1, operator.size())) {
                if (site.arguments().has(attribute)) {
                    node.withFloat(attribute, site.arguments().number(attribute, 0));
                }
            }
        });
    }

    /// A slope for each channel, 0.25 at first: He et al., "Delving Deep into Rectifiers", 2015.
    private static String prelu(LayerSite site) {
        long[] sizes = new long[Math.max(1, site.shape().rank() - 1)];
        Arrays.fill(sizes, 1);
        sizes[0] = site.channels();
        return site.result("PRelu", site.input(), site.parameter("weight",
                site.arguments().initializer("init", Initializer.constant(0.25)), 1, 1, sizes));
    }

    /// The largest of each group of channels that follow each other: Goodfellow et al., "Maxout Networks", 2013.
    private static String maxout(LayerSite site) {
        long pieces = site.arguments().count("pieces");
        long channels = site.channels();
        if (channels % pieces != 0) {
            throw site.fault(channels + " channels cannot be divided into groups of " + pieces);
        }
        if (pieces > 1 << 10) {
            throw site.fault("groups of " + pieces + " channels, expected 1,024 at most");
        }
        String to = site.constant("to", channels);
        String axis = site.constant("axis", 1);
        String step = site.constant("step", pieces);
        String[] groups = new String[(int) pieces];
        for (int i = 0; i < pieces; i++) {
            groups[i] = site.step("Slice", site.input(), site.constant("from", i), to, axis, step);
        }
        return site.result("Max", groups);
    }
}
