package org.sardonyx.cli.conform;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;

/// Finds the outputs of a graph that hang on random numbers. ONNX does not say which numbers a seed gives, so nobody can
/// be asked to reproduce them.
final class RandomOutputs {
    private RandomOutputs() {}

    /// The names of the outputs that depend on random numbers, whether the model gives a seed or not.
    static Set<String> of(Graph graph) {
        Set<Node> random = new HashSet<>();
        for (Node node : graph.nodes()) {
            if (isRandom(node) || node.operands().stream().map(Operand::node).anyMatch(random::contains)) {
                random.add(node);
            }
        }
        Set<String> names = new LinkedHashSet<>();
        graph.outputs().forEach((name, output) -> {
            if (random.contains(output.node())) {
                names.add(name);
            }
        });
        return names;
    }

    /// Whether the operator itself or one in its sub-graphs, however deep, is random.
    private static boolean isRandom(Node outermost) {
        Deque<Node> open = new ArrayDeque<>(List.of(outermost));
        while (!open.isEmpty()) {
            Node node = open.removeLast();
            if (!node.operator().isPure()) {
                return true;
            }
            node.operator().graphs().forEach(graph -> open.addAll(graph.nodes()));
        }
        return false;
    }
}
