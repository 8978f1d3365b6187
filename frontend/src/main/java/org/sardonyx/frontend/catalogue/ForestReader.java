package org.sardonyx.frontend.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.sardonyx.frontend.catalogue.Forest.Branch;
import org.sardonyx.frontend.catalogue.Forest.Test;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.value.Tensor;

/// Reads decision trees from attributes.
final class ForestReader {
    /// A comparison with a set of numbers; it becomes a chain of comparisons with each.
    private static final int MEMBER = 6;

    private record Name(long tree, long node) {}

    /// Trees of the older operators, whose nodes have names.
    record Named(Forest forest, Map<?, Integer> nodes) {
        /// The number of a leaf.
        int leaf(long tree, long node) {
            Integer found = nodes.get(new Name(tree, node));
            if (found == null || found >= 0) {
                throw new ModelException("node " + node + " of tree " + tree + " is no leaf, but has a weight");
            }
            return -1 - found;
        }
    }

    private ForestReader() {}

    /// The trees of TreeEnsemble.
    static Forest ofEnsemble(Attributes a, int leaves) {
        long[] features = a.requireIntegers("nodes_featureids");
        int count = features.length;
        long[] modes = tensor(a, "nodes_modes", count).toLongs();
        Tensor numbers = tensor(a, "nodes_splits", count);
        int[] whenTrue = successors(a, "true", count);
        int[] whenFalse = successors(a, "false", count);
        long[] missing = a.integers("nodes_missing_value_tracks_true").orElse(new long[count]);
        requireLength("nodes_missing_value_tracks_true", missing.length, count);
        double[] members = a.tensor("membership_values").map(Attributes::elements).orElse(new double[0]);
        int member = 0;
        List<Branch> branches = new ArrayList<>();
        List<Branch> chains = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean tracksTrue = missing[i] != 0;
            if (modes[i] != MEMBER) {
                branches.add(new Branch(test(modes[i]), features[i], numbers.getDouble(i), tracksTrue, whenTrue[i],
                        whenFalse[i]));
                continue;
            }
            Branch link = new Branch(Test.EQUAL, features[i], Double.NaN, tracksTrue, whenTrue[i], whenFalse[i]);
            while (member < members.length && !Double.isNaN(members[member])) {
                chains.add(link);
                link = new Branch(Test.EQUAL, features[i], members[member++], tracksTrue, whenTrue[i],
                        count + chains.size() - 1);
            }
            if (member++ >= members.length) {
                throw new ModelException("there are fewer sets of membership_values than nodes that test for one");
            }
            branches.add(link);
        }
        branches.addAll(chains);
        List<Integer> roots = new ArrayList<>();
        for (long root : a.requireIntegers("tree_roots")) {
            roots.add(index(root, count));
        }
        return new Forest(branches, leaves, roots);
    }

    private static Test test(long mode) {
        if (mode < 0 || mode >= Test.values().length) {
            throw new ModelException("a node has mode " + mode + ", expected 0 to " + MEMBER);
        }
        return Test.values()[(int) mode];
    }

    private static Tensor tensor(Attributes a, String name, int length) {
        Tensor tensor = a.tensor(name).orElseThrow(() -> new ModelException("attribute '" + name + "' is missing"));
        requireLength(name, tensor.size(), length);
        return tensor;
    }

    private static void requireLength(String name, long found, long expected) {
        if (found != expected) {
            throw new ModelException("attribute '" + name + "' has " + found + " elements, expected " + expected);
        }
    }

    private static int index(long value, int count) {
        if (value < 0 || value >= count) {
            throw new ModelException("node " + value + " of " + count);
        }
        return (int) value;
    }

    private static int[] successors(Attributes a, String side, int count) {
        long[] nodes = a.requireIntegers("nodes_" + side + "nodeids");
        long[] areLeaves = a.requireIntegers("nodes_" + side + "leafs");
        requireLength("nodes_" + side + "nodeids", nodes.length, count);
        requireLength("nodes_" + side + "leafs", areLeaves.length, count);
        int[] successors = new int[count];
        for (int i = 0; i < count; i++) {
            successors[i] = areLeaves[i] != 0 ? -1 - index(nodes[i], Integer.MAX_VALUE) : index(nodes[i], count);
        }
        return successors;
    }

    /// The trees of TreeEnsembleRegressor and TreeEnsembleClassifier. The first node of a tree is its root.
    static Named named(Attributes a) {
        long[] trees = a.requireIntegers("nodes_treeids");
        long[] names = a.requireIntegers("nodes_nodeids");
        List<String> modes = a.texts("nodes_modes")
                .orElseThrow(() -> new ModelException("attribute 'nodes_modes' is missing"));
        long[] features = a.requireIntegers("nodes_featureids");
        double[] numbers = a.numbersOrTensor("nodes_values")
                .orElseThrow(() -> new ModelException("attribute 'nodes_values' is missing"));
        long[] whenTrue = a.requireIntegers("nodes_truenodeids");
        long[] whenFalse = a.requireIntegers("nodes_falsenodeids");
        long[] missing = a.integers("nodes_missing_value_tracks_true").orElse(new long[0]);
        for (long length : new long[] {names.length, modes.size(), features.length, numbers.length, whenTrue.length,
            whenFalse.length, missing.length == 0 ? trees.length : missing.length}) {
            requireLength("nodes_...", length, trees.length);
        }
        Map<Name, Integer> nodes = new HashMap<>();
        Map<Long, Integer> roots = new LinkedHashMap<>();
        int branchCount = 0;
        int leafCount = 0;
        for (int i = 0; i < trees.length; i++) {
            int node = modes.get(i).equals("LEAF") ? -1 - leafCount++ : branchCount++;
            if (nodes.put(new Name(trees[i], names[i]), node) != null) {
                throw new ModelException("node " + names[i] + " of tree " + trees[i] + " is there twice");
            }
            roots.putIfAbsent(trees[i], node);
        }
        List<Branch> branches = new ArrayList<>();
        for (int i = 0; i < trees.length; i++) {
            if (!modes.get(i).equals("LEAF")) {
                branches.add(new Branch(test(modes.get(i)), features[i], numbers[i],
                        missing.length > 0 && missing[i] != 0, node(nodes, trees[i], whenTrue[i]),
                        node(nodes, trees[i], whenFalse[i])));
            }
        }
        return new Named(new Forest(branches, leafCount, List.copyOf(roots.values())), nodes);
    }

    private static int node(Map<Name, Integer> nodes, long tree, long name) {
        Integer node = nodes.get(new Name(tree, name));
        if (node == null) {
            throw new ModelException("tree " + tree + " has no node " + name);
        }
        return node;
    }

    private static Test test(String mode) {
        return switch (mode) {
            case "BRANCH_LEQ" -> Test.AT_MOST;
            case "BRANCH_LT" -> Test.BELOW;
            case "BRANCH_GTE" -> Test.AT_LEAST;
            case "BRANCH_GT" -> Test.ABOVE;
            case "BRANCH_EQ" -> Test.EQUAL;
            case "BRANCH_NEQ" -> Test.NOT_EQUAL;
            default -> throw new ModelException("a node has mode '" + mode + "'");
        };
    }
}
