package org.sardonyx.frontend.language;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.sardonyx.frontend.weights.Initializer;

/// Normalisations, and dropout, which does nothing once a network is trained.
///
/// @see <a href="https://onnx.ai/onnx/operators/onnx__BatchNormalization.html">ONNX: BatchNormalization</a>
/// @see <a href="https://onnx.ai/onnx/operators/onnx__LRN.html">ONNX: LRN</a>
final class NormalizationLayers {
    private static final double EPSILON = 1e-5;

    private NormalizationLayers() {}

    static void define(Layers layers) {
        layers.add("bn", "", "eps init bias_init", "", NormalizationLayers::batch);
        layers.add("instancenorm", "", "eps init bias_init", "", NormalizationLayers::instance);
        layers.add("groupnorm", "groups", "eps init bias_init", "", NormalizationLayers::group);
        layers.add("layernorm", "", "axis eps init bias_init", "nobias", NormalizationLayers::layer);
        layers.add("lrn", "size", "alpha beta k", "", NormalizationLayers::localResponse);
        layers.add("dropout", "ratio?", "", "", NormalizationLayers::dropout);
    }

    private static String scale(LayerSite site, long... sizes) {
        return site.parameter("weight", site.arguments().initializer("init", Initializer.constant(1)), 1, 1, sizes);
    }

    private static String shift(LayerSite site, long... sizes) {
        return site.parameter("bias", site.arguments().initializer("bias_init", Initializer.constant(0)), 1, 1, sizes);
    }

    private static float epsilon(LayerSite site) {
        return site.arguments().number("eps", EPSILON);
    }

    private static String batch(LayerSite site) {
        long channels = site.channels();
        List<String> inputs = List.of(site.input(), scale(site, channels), shift(site, channels),
                site.statistic("running_mean", 0, channels), site.statistic("running_var", 1, channels));
        return site.result("BatchNormalization", inputs, node -> node.withFloat("epsilon", epsilon(site)));
    }

    private static String instance(LayerSite site) {
        long channels = site.channels();
        return site.result("InstanceNormalization", List.of(site.input(), scale(site, channels), shift(site, channels)),
                node -> node.withFloat("epsilon", epsilon(site)));
    }

    private static String group(LayerSite site) {
        long channels = site.channels();
        long groups = site.arguments().count("groups");
        if (channels % groups != 0) {
            throw site.fault(channels + " channels cannot be divided into " + groups + " groups");
        }
        return site.result("GroupNormalization", List.of(site.input(), scale(site, channels), shift(site, channels)),
                node -> node.withInt("num_groups", groups).withFloat("epsilon", epsilon(site)));
    }

    private static String layer(LayerSite site) {
        int rank = site.shape().rank();
        long axis = site.arguments().whole("axis", -1);
        int first = (int) (axis < 0 ? axis + rank : axis);
        if (axis < -rank || axis >= rank) {
            throw site.fault("its input is a " + site.type(site.input()) + ", which has no axis " + axis);
        }
        long[] sizes =
                IntStream.range(first, rank).mapToLong(i -> site.size(i, "the axes that are normalised")).toArray();
        String scale = scale(site, sizes);
        List<String> inputs = site.arguments().flag("nobias")
                ? List.of(site.input(), scale)
                : List.of(site.input(), scale, shift(site, sizes));
        return site.result("LayerNormalization", inputs,
                node -> node.withInt("axis", axis).withFloat("epsilon", epsilon(site)));
    }

    private static String localResponse(LayerSite site) {
        Arguments arguments = site.arguments();
        return site.result("LRN", List.of(site.input()), node -> node.withInt("size", arguments.count("size"))
                .withFloat("alpha", arguments.number("alpha", 1e-4)).withFloat("beta", arguments.number("beta", 0.75))
                .withFloat("bias", arguments.number("k", 1)));
    }

    private static String dropout(LayerSite site) {
        float ratio = site.arguments().number("ratio", 0.5);
        if (!(ratio >= 0 && ratio < 1)) {
            throw site.fault("its ratio is " + ratio + ", expected at least 0 and less than 1");
        }
        List<String> inputs = ratio == 0.5f
                ? List.of(site.input())
                : Arrays.asList(site.input(), site.scalar("ratio", ratio));
        return site.result("Dropout", inputs, _ -> {});
    }
}
