package org.sardonyx.frontend.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

/// What each layer becomes: `layers.onnxtxt` has a network for each line of [#LINES].
class LayerTextTest {
    private static final List<String> LINES = List.of("conv 4 3x3", "conv 4 3x5 s2 p=[0, 1, 2, 3] d=1x2 g=2 nobias",
            "conv 4 3 same", "conv 4 3 p1 bn eps=0.001", "conv 4 3 bias bn", "depthwise 3 s2 p1",
            "deconv 4 4 s2 p1 outpad=1", "deconv 4 2x2 s2 g=4 nobias", "maxpool 2", "maxpool 3x3 s2 p1 ceil",
            "maxpool 3 d2",
            "avgpool 3 s1 p1 counted", "avgpool 2 same", "globalmaxpool", "globalavgpool", "adaptivemaxpool 4",
            "adaptiveavgpool 3x2", "bn", "instancenorm", "groupnorm 2", "layernorm axis=1", "layernorm nobias",
            "lrn 5 alpha=0.0005 beta=0.5 k=2", "dropout", "dropout 0.2", "relu", "relu6", "sigmoid", "tanh", "softplus",
            "softsign", "hardswish", "mish", "swish", "leakyrelu 0.1", "elu", "celu 2.0", "selu gamma=1.5",
            "hardsigmoid 0.25",
            "thresholdedrelu 0.5", "shrink 0.5 bias=0.1", "gelu", "gelu approximate", "prelu", "softmax",
            "logsoftmax axis=-1", "hardmax", "maxout 2", "flatten linear 3", "flatten linear 3 nobias",
            "reshape 0 8 -1 linear 3", "reshape 0 8 -1 linear 3 nobias", "reshape 0 -1", "transpose 0 2 3 1",
            "concat(x, relu)", "concat(x, relu) axis=2", "add(x, relu)", "add(x, relu, x)", "mul(x, relu, x)", "+ x",
            "* 2",
            "pad 1", "pad p=[0, 1, 2, 3] value=0.5", "pad 1x2 reflect", "pad 1 replicate", "resize 2",
            "resize 1.5 bilinear",
            "resize to=9x9 cubic", "resize to=9 bilinear align", "shuffle 2", "Clip(x, , 1.0)", "Softmax axis=1",
            "a, b = Split(x) axis=1 num_outputs=2; b");

    @Test
    void becomesTheOnnxText() {
        List<String> texts = new ArrayList<>();
        for (String line : LINES) {
            texts.add("// " + line + "\n" + Golden.text(
                    Programs.read("network layer; input x: float[N, 8, 6, 6]; " + line)));
        }
        Golden.check(LayerTextTest.class, "layers.onnxtxt", String.join("\n", texts));
    }

    @Test
    void theirDimensionsAreThoseOfTheInput() {
        List<String> texts = new ArrayList<>();
        for (String line : List.of("conv 4 5 s2 p2", "depthwise 3", "deconv 4 4 s2", "maxpool 2", "avgpool 3 s1 p1",
                "adaptiveavgpool 4", "globalavgpool", "pad 1 reflect", "resize 2", "shuffle 2")) {
            texts.add("// " + line + ", one axis\n"
                    + Golden.text(Programs.read("network layer; input x: float[N, 4, L]; "
                            + (line.startsWith("adaptive") ? "x reshape 0 4 16 " : "") + line)));
            texts.add("// " + line + ", three axes\n"
                    + Golden.text(Programs.read("network layer; input x: float[N, 4, 8, 8, 8]; " + line)));
        }
        Golden.check(LayerTextTest.class, "dimensions.onnxtxt", String.join("\n", texts));
    }

    @Test
    void everyLayerIsThere() {
        Set<String> missing = new TreeSet<>(Layers.standard().names());
        LINES.forEach(line -> missing.removeAll(List.of(line.split("[ (]"))));
        assertEquals(Set.of(), missing);
    }
}
