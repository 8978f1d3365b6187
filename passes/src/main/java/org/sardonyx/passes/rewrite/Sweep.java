package org.sardonyx.passes.rewrite;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Constant;
import org.sardonyx.ir.operator.Input;
import org.sardonyx.ir.operator.Operator;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;

/// Builds a graph anew and applies rules to each node on the way.
final class Sweep {
    /// No node is rewritten so often one after another unless rules undo each other.
    private static final int MOST_REWRITES = 100;

    private final RewritePass pass;
    private final Graph graph;
    private final Journal journal;
    private final UnaryOperator<Operator> inner;
    private final GraphBuilder builder;
    private final Map<Operand, Operand> replaced = new HashMap<>();
    private final Map<Operand, Integer> uses = new HashMap<>();
    private final Set<Operand> finished = new HashSet<>();
    private final Map<Operand, Operand> outcomes = new HashMap<>();
    private int fired;

    /// @param inner makes an operator one over rewritten graphs
    Sweep(RewritePass pass, Graph graph, Journal journal, UnaryOperator<Operator> inner) {
        this.pass = pass;
        this.graph = graph;
        this.journal = journal;
        this.inner = inner;
        this.builder = new GraphBuilder(graph.name());
    }

    /// How many rewrites there were.
    int fired() {
        return fired;
    }

    Graph run() {
        Map<Operand, Integer> oldUses = new HashMap<>();
        graph.nodes().forEach(node -> node.operands().forEach(operand -> oldUses.merge(operand, 1, Integer::sum)));
        graph.outputs().values().forEach(operand -> oldUses.merge(operand, 1, Integer::sum));
        for (Node node : graph.nodes()) {
            List<Operand> results = rebuild(node);
            for (int i = 0; i < results.size(); i++) {
                Operand old = node.output(i);
                Operand result = results.size() == 1 ? rewrite(results.get(i)) : results.get(i);
                uses.merge(result, oldUses.getOrDefault(old, 0), Integer::sum);
                replaced.put(old, result);
            }
        }
        graph.outputs().forEach((name, operand) -> builder.output(name, replaced.get(operand)));
        return builder.build();
    }

    private List<Operand> rebuild(Node node) {
        if (node.operator() instanceof Input(String name, ValueType type, List<Dimension> elements)) {
            return List.of(builder.input(name, type, elements));
        }
        builder.origin(node.origin());
        return builder.apply(inner.apply(node.operator()), node.operands().stream().map(replaced::get).toList());
    }

    /// What a node of the new graph becomes when no rule applies any more.
    private Operand rewrite(Operand first) {
        Operand known = outcomes.get(first);
        if (known != null) {
            return known;
        }
        Operand current = first;
        Deque<String> last = new ArrayDeque<>();
        Optional<Operand> next = apply(current, last);
        while (next.isPresent()) {
            current = next.get();
            if (last.size() == MOST_REWRITES) {
                throw new IllegalStateException("pass '" + pass.name() + "': rules undo each other at "
                        + first.node().origin() + ": ... "
                        + String.join(", ", List.copyOf(last).reversed().subList(0, 8)));
            }
            next = apply(current, last);
        }
        finished.add(current);
        outcomes.put(first, current);
        return current;
    }

    private Optional<Operand> apply(Operand operand, Deque<String> last) {
        Node node = operand.node();
        boolean given = node.operator() instanceof Constant || node.operator() instanceof Input;
        if (given || finished.contains(operand) || node.types().size() != 1) {
            return Optional.empty();
        }
        for (Rule rule : pass.rules()) {
            Optional<Operand> result = apply(rule, node);
            if (result.isPresent()) {
                requireType(rule, operand, result.get());
                journal.done(rule.name(), node,
                        Journal.describe(node) + " -> " + Journal.describe(result.get().node()));
                last.addLast(rule.name());
                fired++;
                return result;
            }
        }
        return Optional.empty();
    }

    private Optional<Operand> apply(Rule rule, Node node) {
        try {
            return rule.rewrite(node, new Site(node, rule, builder, uses, journal));
        } catch (ModelException e) {
            throw new IllegalStateException("pass '" + pass.name() + "': " + rule.name() + " fails at " + node.origin()
                    + ": " + e.getMessage(), e);
        }
    }

    private void requireType(Rule rule, Operand before, Operand after) {
        boolean same = before.type().equals(after.type())
                || before.type() instanceof TensorType old && after.type() instanceof TensorType now
                        && old.dataType() == now.dataType() && old.shape().admits(now.shape())
                        && old.withShape(old.shape().meet(now.shape())).equals(now);
        if (!same || before.equals(after)) {
            throw new IllegalStateException("pass '" + pass.name() + "': " + rule.name() + " makes " + after + " of "
                    + before + " at " + before.node().origin());
        }
    }
}
