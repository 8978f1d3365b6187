package org.sardonyx.passes.fusion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Constant;
import org.sardonyx.ir.operator.Fusion;
import org.sardonyx.ir.operator.Input;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.passes.rewrite.Journal;
import org.sardonyx.passes.rewrite.Pass;

/// `convolution, add, maximum -> fusion`: nodes that can be one kernel become one node. Graphs that operators run are left
/// as they are.
public record FuseGroups(FusionLimits limits) implements Pass {

    @Override
    public String name() {
        return "fuse";
    }

    @Override
    public Graph run(Graph graph, Journal journal) {
        List<Group> groups = Grouping.of(graph, limits, journal);
        GraphBuilder builder = new GraphBuilder(graph.name());
        Map<Operand, Operand> replaced = new HashMap<>();
        for (Node node : graph.nodes()) {
            if (node.operator() instanceof Input(String name, ValueType type, List<Dimension> elements)) {
                replaced.put(node.output(0), builder.input(name, type, elements));
            } else if (node.operator() instanceof Constant) {
                apply(builder, replaced, node);
            }
        }
        Map<Operand, List<Node>> users = new HashMap<>();
        graph.nodes().forEach(node -> node.operands()
                .forEach(operand -> users.computeIfAbsent(operand, _ -> new ArrayList<>()).add(node)));
        Set<Operand> outputs = Set.copyOf(graph.outputs().values());
        for (Group group : groups) {
            if (group.members().size() == 1) {
                apply(builder, replaced, group.members().getFirst().node());
            } else {
                fuse(builder, replaced, group,
                        GroupBody.of(group, value -> Grouping.isOutput(group, value, users, outputs)), journal);
            }
        }
        graph.outputs().forEach((name, operand) -> builder.output(name, replaced.get(operand)));
        return builder.build();
    }

    private static void apply(GraphBuilder builder, Map<Operand, Operand> replaced, Node node) {
        builder.origin(node.origin());
        List<Operand> results = builder.apply(node.operator(), node.operands().stream().map(replaced::get).toList());
        for (int i = 0; i < results.size(); i++) {
            replaced.put(node.output(i), results.get(i));
        }
    }

    private static void fuse(GraphBuilder builder, Map<Operand, Operand> replaced, Group group, GroupBody body,
            Journal journal) {
        Node named = group.anchor().orElse(group.members().getLast().node());
        builder.origin(named.origin());
        List<Operand> results = builder.apply(operator(body.graph(), named),
                body.operands().stream().map(replaced::get).toList());
        for (int i = 0; i < results.size(); i++) {
            replaced.put(body.results().get(i), results.get(i));
        }
        journal.done("FuseGroups", named, group.nodes().map(Journal::describe).collect(Collectors.joining(", ")));
    }

    private static Fusion operator(Graph body, Node named) {
        try {
            return new Fusion(body);
        } catch (ModelException e) {
            throw new IllegalStateException("pass 'fuse': no group at " + named.origin() + ": " + e.getMessage(), e);
        }
    }
}
