package org.sardonyx.passes.rewrite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Origin;
import org.sardonyx.ir.operator.Binary;
import org.sardonyx.ir.operator.Compare;
import org.sardonyx.ir.operator.Reduce;
import org.sardonyx.ir.operator.ReduceWindow;
import org.sardonyx.ir.operator.Unary;

/// What one pass did: which rule fired where, and why what a reader might expect was not done.
public final class Journal {
    /// More entries of a kind are counted and not kept.
    private static final int MOST_ENTRIES = 100_000;

    /// @param rule its name
    /// @param where the node, as the user's model calls it if it does
    /// @param what what was done, or why not
    public record Entry(String rule, String where, String what) {
        @Override
        public String toString() {
            return where + ": " + rule + ": " + what;
        }
    }

    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<Entry> done = new ArrayList<>();
    private final Set<Entry> refused = new LinkedHashSet<>();
    private boolean settled = true;

    /// Records that a rule fired at a node.
    public void done(String rule, Node node, String what) {
        counts.merge(rule, 1, Integer::sum);
        if (done.size() < MOST_ENTRIES) {
            done.add(new Entry(rule, where(node), what));
        }
    }

    /// Records why a rule did not fire.
    public void refused(Entry entry) {
        if (refused.size() < MOST_ENTRIES) {
            refused.add(entry);
        }
    }

    /// What was refused so far may be done after all: the graph is gone through once more.
    void reconsider() {
        refused.clear();
    }

    void unsettled() {
        settled = false;
    }

    /// A node by the name of the user's model, if it comes from there.
    public static String where(Node node) {
        return node.origin() == Origin.NONE ? node.operator().mnemonic() : node.origin().toString();
    }

    /// What a node does, in a word or two: `convolution`, `add`, `reduce sum`.
    public static String describe(Node node) {
        return switch (node.operator()) {
            case Unary(var function) -> words(function);
            case Binary(var function) -> words(function);
            case Compare(var comparison) -> words(comparison);
            case Reduce reduce -> "reduce " + words(reduce.function());
            case ReduceWindow pool -> "reduceWindow " + words(pool.function());
            default -> node.operator().mnemonic();
        };
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// How often each rule fired, by name.
    public Map<String, Integer> counts() {
        return Collections.unmodifiableMap(counts);
    }

    /// In the order it was done.
    public List<Entry> done() {
        return Collections.unmodifiableList(done);
    }

    /// What stayed refused to the end.
    public List<Entry> refused() {
        return List.copyOf(refused);
    }

    /// Whether the pass ended because nothing was left to do, and not because it had taken too long.
    public boolean settled() {
        return settled;
    }
}
