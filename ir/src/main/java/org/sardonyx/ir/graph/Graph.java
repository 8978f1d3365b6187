package org.sardonyx.ir.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.sardonyx.ir.operator.Input;

/// A computation: nodes in an order in which they can run, from named inputs to named outputs. A graph is closed, it
/// refers to nothing outside itself; every node in it contributes to an output. It is immutable and made by a
/// [GraphBuilder].
public final class Graph {
    private final String name;
    private final List<Operand> inputs;
    private final Map<String, Operand> outputs;
    private final List<Node> nodes;

    Graph(String name, List<Operand> inputs, Map<String, Operand> outputs) {
        this.name = name;
        this.inputs = List.copyOf(inputs);
        this.outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        this.nodes = List.copyOf(sort(inputs, outputs));
    }

    public String name() {
        return name;
    }

    /// The inputs in order; each is the output of a node with an [Input] operator. Some may be unused.
    public List<Operand> inputs() {
        return inputs;
    }

    public List<String> inputNames() {
        return inputs.stream().map(input -> inputOf(input).name()).toList();
    }

    /// @return the operator that gives an input its name and type
    public static Input inputOf(Operand input) {
        return (Input) input.node().operator();
    }

    /// The outputs by name, in order.
    public Map<String, Operand> outputs() {
        return outputs;
    }

    /// The same computation with other outputs: fewer of them, or values in between. What they do not need is left out, but
    /// for inputs.
    ///
    /// @param newOutputs operands of this graph by name, in order
    public Graph withOutputs(Map<String, Operand> newOutputs) {
        return new Graph(name, inputs, newOutputs);
    }

    /// All nodes, each after those it depends on; inputs first.
    public List<Node> nodes() {
        return nodes;
    }

    /// Depth-first, without recursion: a hostile model may be as deep as it is long.
    private static List<Node> sort(List<Operand> inputs, Map<String, Operand> outputs) {
        List<Node> sorted = new ArrayList<>();
        Set<Node> visited = Collections.newSetFromMap(new IdentityHashMap<>());
        inputs.forEach(input -> visit(input.node(), visited, sorted));
        outputs.values().forEach(output -> visit(output.node(), visited, sorted));
        return sorted;
    }

    private static void visit(Node root, Set<Node> visited, List<Node> sorted) {
        if (!visited.add(root)) {
            return;
        }
        Deque<Node> path = new ArrayDeque<>(List.of(root));
        Deque<Iterator<Operand>> pending = new ArrayDeque<>(List.of(root.operands().iterator()));
        while (!path.isEmpty()) {
            Iterator<Operand> operands = pending.getLast();
            if (operands.hasNext()) {
                Node operand = operands.next().node();
                if (visited.add(operand)) {
                    path.addLast(operand);
                    pending.addLast(operand.operands().iterator());
                }
            } else {
                sorted.add(path.removeLast());
                pending.removeLast();
            }
        }
    }
}
