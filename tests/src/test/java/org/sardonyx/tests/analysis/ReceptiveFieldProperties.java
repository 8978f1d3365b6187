package org.sardonyx.tests.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.sardonyx.frontend.language.Network;
import org.sardonyx.frontend.onnx.OnnxImporter;
import org.sardonyx.frontend.zoo.Zoo;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.analysis.ReceptiveField;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

class ReceptiveFieldProperties {
    private static final int SIZE = 61;
    /// Each keeps every tap at work: positive weights, no rectifier that could cut a path.
    private static final List<String> LAYERS = List.of("conv 1 3", "conv 1 4 s2", "conv 1 3 d2 p2", "conv 1 2 p=[1, 0]",
            "deconv 1 4 s2 p1", "deconv 1 2 s2", "avgpool 3 s1 p1", "avgpool 2", "avgpool 3 s2 ceil", "depthwise 5 p2",
            "concat(here, conv 1 3 p1) conv 1 1", "concat(conv 1 1, conv 1 5 p2) conv 1 1", "tanh", "* 0.5", "pad 2",
            "Slice(here, [1], [1000], [2], [2])", "resize 2", "resize 2 bilinear", "resize 0.5", "resize 3 cubic",
            "bn", "transpose 0 2 1 transpose 0 2 1", "reshape 0 1 1 -1 reshape 0 1 -1", "conv 1 3 same");

    @Provide
    Arbitrary<List<String>> layers() {
        return Arbitraries.of(LAYERS).list().ofMinSize(1).ofMaxSize(5);
    }

    private static Graph graph(List<String> layers) {
        String text = "network field\ninput x: float[1, 1, " + SIZE + "]\ninit uniform(1)\n" + String.join("\n", layers)
                + "\noutput y";
        Network network = Network.read("field.net", file -> Optional.of(text), Map.of());
        return OnnxImporter.read(network.model(Optional.empty(), OptionalLong.of(1))).graph();
    }

    /// Which elements of the input change an element of the output, from the first of them to the last.
    private static long extent(Graph graph, long element) {
        SplittableRandom random = new SplittableRandom(7);
        double[] elements = random.doubles(SIZE, 0.5, 1).toArray();
        double before = output(graph, elements, element);
        long first = SIZE;
        long last = -1;
        for (int i = 0; i < SIZE; i++) {
            double[] changed = elements.clone();
            changed[i] += 1000;
            if (Math.abs(output(graph, changed, element) - before) > 0) {
                first = Math.min(first, i);
                last = i;
            }
        }
        return last < 0 ? 0 : last - first + 1;
    }

    private static double output(Graph graph, double[] elements, long element) {
        Tensor x = Tensor.ofDoubles(DataType.FLOAT32, new long[] {1, 1, SIZE}, elements);
        return ((Tensor) new Interpreter().run(graph, Map.of("x", x)).get("y")).getDouble(element);
    }

    private static OptionalLong field(Graph graph) {
        return ReceptiveField.of(graph, graph.inputs().getFirst()).get(graph.outputs().get("y")).sizes().get(2);
    }

    @Property(tries = 150, seed = "1", edgeCases = EdgeCasesMode.NONE)
    void noElementOutsideOfTheFieldHasAnInfluence(@ForAll("layers") List<String> layers) {
        Graph graph;
        try {
            graph = graph(layers);
        } catch (ModelException _) {
            return;
        }
        long size = graph.outputs().get("y").shape().dimension(2).size();
        OptionalLong field = field(graph);
        long extent = extent(graph, size / 2);
        assertTrue(field.isEmpty() || extent <= field.getAsLong(), layers + ": " + extent + " elements of " + field);
    }

    /// Of convolutions and pooling nothing is too much, away from the edges.
    @Property(tries = 60, seed = "1", edgeCases = EdgeCasesMode.NONE)
    void theFieldIsTight(@ForAll("layers") List<String> layers) {
        List<String> tight =
                layers.stream().filter(layer -> layer.matches("(conv 1 3|conv 1 4 s2|conv 1 3 d2 p2|avgpool.*"
                        + "|depthwise.*|concat.*|tanh|bn|pad 2)")).limit(3).toList();
        Graph graph = graph(tight.isEmpty() ? List.of("conv 1 3") : tight);
        long size = graph.outputs().get("y").shape().dimension(2).size();
        OptionalLong field = field(graph);
        if (field.isPresent() && field.getAsLong() < SIZE / 3) {
            assertEquals(field.getAsLong(), extent(graph, size / 2), tight.toString());
        }
    }

    /// Values that papers and others give.
    @Example
    void knownFields() {
        assertEquals(195, last("alexnet", "maxpool3"));
        assertEquals(212, last("vgg-d", "features.30"));
        assertEquals(67, last("context", "conv8"));
        assertEquals(483, last("resnet-50", "layer4.2.add"));
    }

    private static long last(String name, String node) {
        Graph graph = Zoo.network(name, Map.of()).graph();
        Operand input = graph.inputs().getFirst();
        Map<Operand, ReceptiveField> fields = ReceptiveField.of(graph, input);
        Operand value = graph.nodes().stream().filter(candidate -> candidate.origin().node().equals(node))
                .reduce((_, later) -> later).orElseThrow().output(0);
        return fields.get(value).sizes().get(2).orElseThrow();
    }
}
