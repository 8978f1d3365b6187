package org.sardonyx.tests.passes;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.sardonyx.frontend.language.Network;
import org.sardonyx.frontend.onnx.OnnxImporter;
import org.sardonyx.frontend.zoo.Zoo;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.operator.Binary;
import org.sardonyx.ir.operator.Constant;
import org.sardonyx.ir.operator.Fusion;
import org.sardonyx.ir.operator.Input;
import org.sardonyx.ir.operator.Unary;
import org.sardonyx.passes.Pipeline;
import org.sardonyx.tests.text.GoldenText;

/// What the passes make of every network of the zoo: a line for each group, with its operators and what it results in.
class ZooOutlineTest {
    /// Networks with more parameters are taken without their values.
    private static final long MOST_PARAMETERS = 30_000_000;

    static List<String> names() {
        return Zoo.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void becomesTheGroups(String name) throws IOException {
        Network network = Zoo.network(name, Map.of());
        Graph graph = network.trainableParameters() > MOST_PARAMETERS
                ? network.graph()
                : OnnxImporter.read(network.model()).graph();
        GoldenText.check("passes/zoo/" + name + ".txt", outline(Pipeline.standard().run(graph)));
    }

    private static String outline(Graph graph) {
        return work(graph).map(node -> node.origin() + ": " + operators(node) + " -> " + node.types().stream()
                .map(Object::toString).collect(Collectors.joining(", ")) + "\n").collect(Collectors.joining());
    }

    private static String operators(Node node) {
        return node.operator() instanceof Fusion fusion
                ? work(fusion.body()).map(ZooOutlineTest::operator).collect(Collectors.joining(" "))
                : operator(node);
    }

    private static String operator(Node node) {
        return switch (node.operator()) {
            case Unary(var function) -> function.name().toLowerCase(Locale.ROOT);
            case Binary(var function) -> function.name().toLowerCase(Locale.ROOT);
            default -> node.operator().mnemonic();
        };
    }

    private static Stream<Node> work(Graph graph) {
        return graph.nodes().stream()
                .filter(node -> !(node.operator() instanceof Input || node.operator() instanceof Constant));
    }
}
