package org.sardonyx.tests.compiled;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.sardonyx.frontend.language.Network;
import org.sardonyx.frontend.onnx.OnnxImporter;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Specialization;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.TensorType;

/// Makes networks of layers as convolutional networks have them, in the layer language, with channels and sizes around those of
/// vectors and tiles. The same seed makes the same network.
///
/// @param text of the network, whose input is `x`
record RandomNetwork(String text, Graph graph) {
    /// A network is defined for batches up to this.
    static final int BATCHES = 2;

    private static final int[] CHANNELS = {1, 3, 8, 9, 16, 17, 31, 32, 48};
    private static final String[] ACTIVATIONS =
            {"", "", "relu", "relu6", "sigmoid", "tanh", "swish", "leakyrelu 0.1", "prelu", "hardswish", "elu",
                "bn relu"};

    static RandomNetwork of(long seed, int layers) {
        Random random = new Random(seed);
        String text = "network random\ninput x: float[N, " + channels(random) + ", " + random.nextInt(3, 20) + ", "
                + random.nextInt(3, 20) + "]\ninit uniform(0.5)\n";
        List<String> names = new ArrayList<>(List.of("x"));
        Graph graph = read(text + "relu\n").orElseThrow();
        for (int i = 0; i < layers; i++) {
            String line = layer(random, names) + (random.nextInt(3) == 0 ? " -> v" + i : "") + "\n";
            Optional<Graph> longer = read(text + line);
            if (longer.isPresent()) {
                text += line;
                graph = longer.get();
                if (line.contains("->")) {
                    names.add("v" + i);
                }
            }
        }
        return new RandomNetwork(text, graph);
    }

    /// Empty if a layer does not fit what is before it.
    private static Optional<Graph> read(String text) {
        try {
            Graph graph =
                    OnnxImporter.read(Network.read("random.net", _ -> Optional.of(text), Map.of()).model()).graph();
            TensorType x = graph.inputs().getFirst().tensorType();
            for (long batch = 1; batch <= BATCHES; batch++) {
                Specialization.of(graph,
                        Map.of("x", x.withShape(x.shape().bind(Map.of("N", Dimension.of(batch))))));
            }
            return Optional.of(graph);
        } catch (ModelException _) {
            return Optional.empty();
        }
    }

    private static int channels(Random random) {
        return CHANNELS[random.nextInt(CHANNELS.length)];
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static String name(Random random, List<String> names) {
        return names.get(random.nextInt(names.size()));
    }

    private static String layer(Random random, List<String> names) {
        String activation = ACTIVATIONS[random.nextInt(ACTIVATIONS.length)];
        return switch (random.nextInt(16)) {
            case 0, 1, 2 -> "conv " + channels(random) + " 3x3 p1 " + activation;
            case 3, 4 -> "conv " + channels(random) + " 1x1 " + activation;
            case 5 -> "conv " + channels(random) + " " + random.nextInt(1, 5) + "x" + random.nextInt(1, 5) + " s="
                    + random.nextInt(1, 3) + " d=" + random.nextInt(1, 3) + " p=" + random.nextInt(0, 3) + " "
                    + activation;
            case 6 -> "conv " + 4 * random.nextInt(1, 9) + " 3x3 p1 g=" + pick(random, "2", "3", "4") + " "
                    + activation;
            case 7 -> "depthwise " + pick(random, "3 p1", "3 s2 p1", "5 p2", "3 d2") + " " + activation;
            case 8 -> pick(random, "maxpool", "avgpool") + pick(random, " 2", " 3x3 s2 p1", " 3x3 s2 ceil", " 3 s1 p1");
            case 9, 10 -> "+ " + name(random, names) + " " + activation;
            case 11 -> "* " + name(random, names);
            case 12 -> "concat(here, " + name(random, names) + pick(random, "", " relu", " conv 16 1x1") + ")";
            case 13 ->
                    pick(random, "lrn 3", "softmax", "instancenorm", "resize 2", "pad 1", "pad 1 reflect", "shuffle 2",
                            "deconv 8 2 s2", "transpose 0 1 3 2", "transpose 0 2 3 1", "dropout", "+ 1 * 0.5");
            case 14 -> pick(random, "globalavgpool", "globalavgpool conv 16 1x1 sigmoid", "flatten linear 40 relu",
                    "reshape 0 -1 linear 16", "flatten");
            default -> pick(random, "s = globalavgpool conv 16 1x1 sigmoid; * s",
                    "a, b = Split(here) axis=1 num_outputs=2; "
                            + "a + b relu",
                    "bn", "relu", "linear 10");
        };
    }
}
