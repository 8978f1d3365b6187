package org.sardonyx.passes.fusion;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.sardonyx.ir.graph.Node;

/// Which groups need the values of which others.
///
/// @param groupOf the group of a node; null of inputs and constants
record Dependencies(Function<Node, Group> groupOf) {
    /// A search through more groups than this is given up.
    private static final int MOST_VISITS = 1_000;

    /// The groups whose values a group uses, without itself.
    private Set<Group> producers(Group group) {
        Set<Group> producers = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Group> ordered = new LinkedHashSet<>();
        group.nodes().flatMap(node -> node.operands().stream()).forEach(operand -> {
            Group producer = groupOf.apply(operand.node());
            if (producer != null && producer != group && producers.add(producer)) {
                ordered.add(producer);
            }
        });
        return ordered;
    }

    /// Whether two groups can be one: no value leaves one of them and comes back into either by way of a third.
    boolean canJoin(Group a, Group b) {
        int first = Math.min(a.first(), b.first());
        Set<Group> visited = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Group> open = new ArrayDeque<>();
        for (Group joined : List.of(a, b)) {
            producers(joined).stream().filter(group -> group != a && group != b).forEach(open::add);
        }
        while (!open.isEmpty()) {
            Group group = open.removeLast();
            if (group == a || group == b || visited.size() > MOST_VISITS) {
                return false;
            }
            // Whatever ends before both begin cannot depend on them.
            if (group.last() > first && visited.add(group)) {
                open.addAll(producers(group));
            }
        }
        return true;
    }

    /// The groups in an order in which they can run.
    List<Group> sorted(Collection<Group> groups) {
        List<Group> sorted = new ArrayList<>();
        Set<Group> visited = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Group root : groups) {
            if (!visited.add(root)) {
                continue;
            }
            Deque<Group> path = new ArrayDeque<>(List.of(root));
            Deque<Iterator<Group>> pending = new ArrayDeque<>(List.of(producers(root).iterator()));
            while (!path.isEmpty()) {
                if (!pending.getLast().hasNext()) {
                    sorted.add(path.removeLast());
                    pending.removeLast();
                    continue;
                }
                Group producer = pending.getLast().next();
                if (visited.add(producer)) {
                    path.addLast(producer);
                    pending.addLast(producers(producer).iterator());
                }
            }
        }
        return sorted;
    }
}
