package org.sardonyx.frontend.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.TreeEnsemble;
import org.sardonyx.ir.value.Tensor;

/// Ensembles of decision trees.
final class TreeOperators {
    private TreeOperators() {}

    static void define(Catalogue.Builder c) {
        c.operatorOf("ai.onnx.ml", "TreeEnsemble", 5).inputs(1).as(TreeOperators::ensemble);
    }

    private static Operand ensemble(OnnxNode n, Expressions e) {
        Attributes a = n.attributes();
        long targets = a.integer("n_targets", 0);
        int[] roots = indices(a, "tree_roots", -1);
        if (targets < 1 || targets > 1 << 24) {
            throw new ModelException("attribute 'n_targets' is " + targets + ", expected at least 1");
        }
        TreeEnsemble.Aggregation aggregation =
                choice(TreeEnsemble.Aggregation.values(), a.integer("aggregate_function", 1),
                        "aggregate_function");
        Operand sums =
                e.apply(new TreeEnsemble(branches(a), leaves(a), Arrays.stream(roots).boxed().toList(), aggregation,
                        (int) targets), n.input(0));
        return switch (Math.clamp(a.integer("post_transform", 0), -1, 5)) {
            case 0 -> sums;
            case 1 -> softmax(e, sums);
            case 2 -> ActivationOperators.sigmoid(e, sums);
            case 3 -> softmaxOfNonZero(e, sums);
            default -> throw new ModelException("attribute 'post_transform' is " + a.integer("post_transform", 0)
                    + ", supported are 0 (none), 1 (softmax), 2 (logistic) and 3 (softmax of what is not zero)");
        };
    }

    private static Operand softmax(Expressions e, Operand x) {
        Operand exponentials = e.exponential(e.subtract(x, e.largest(x, 1)));
        return e.divide(exponentials, e.sum(exponentials, 1));
    }

    private static Operand softmaxOfNonZero(Expressions e, Operand x) {
        Operand zero = e.scalarLike(x, 0);
        Operand isZero = e.equal(x, zero);
        Operand exponentials = e.select(isZero, zero, e.exponential(e.subtract(x, e.largest(x, 1))));
        Operand sum = e.sum(exponentials, 1);
        return e.divide(exponentials, e.select(e.equal(sum, zero), e.scalarLike(x, 1), sum));
    }

    private static <T> T choice(T[] values, long index, String attribute) {
        if (index < 0 || index >= values.length) {
            throw new ModelException(
                    "attribute '" + attribute + "' holds " + index + ", expected 0 to " + (values.length - 1));
        }
        return values[(int) index];
    }

    /// @param count how many there must be, -1 for any number
    private static int[] indices(Attributes a, String attribute, int count) {
        long[] numbers = a.requireIntegers(attribute);
        requireCount(attribute, numbers.length, count);
        return Arrays.stream(numbers).mapToInt(number -> Math.clamp(number, -1, Integer.MAX_VALUE)).toArray();
    }

    private static void requireCount(String attribute, long found, int count) {
        if (count >= 0 && found != count) {
            throw new ModelException("attribute '" + attribute + "' has " + found + " elements, expected " + count);
        }
    }

    private static Tensor tensor(Attributes a, String attribute, int count) {
        Tensor tensor =
                a.tensor(attribute).orElseThrow(() -> new ModelException("attribute '" + attribute + "' is missing"));
        requireCount(attribute, tensor.size(), count);
        return tensor;
    }

    private static List<TreeEnsemble.Leaf> leaves(Attributes a) {
        int[] targets = indices(a, "leaf_targetids", -1);
        Tensor weights = tensor(a, "leaf_weights", targets.length);
        List<TreeEnsemble.Leaf> leaves = new ArrayList<>();
        for (int i = 0; i < targets.length; i++) {
            leaves.add(new TreeEnsemble.Leaf(targets[i], weights.getDouble(i)));
        }
        return leaves;
    }

    private static List<TreeEnsemble.Branch> branches(Attributes a) {
        int[] features = indices(a, "nodes_featureids", -1);
        int count = features.length;
        Tensor questions = tensor(a, "nodes_modes", count);
        Tensor splits = tensor(a, "nodes_splits", count);
        int[] whenTrue = indices(a, "nodes_truenodeids", count);
        int[] whenFalse = indices(a, "nodes_falsenodeids", count);
        int[] trueIsLeaf = indices(a, "nodes_trueleafs", count);
        int[] falseIsLeaf = indices(a, "nodes_falseleafs", count);
        int[] missing = a.has("nodes_missing_value_tracks_true")
                ? indices(a, "nodes_missing_value_tracks_true", count)
                : new int[count];
        Members members = new Members(a);
        List<TreeEnsemble.Branch> branches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TreeEnsemble.Question question =
                    choice(TreeEnsemble.Question.values(), questions.getLong(i), "nodes_modes");
            boolean isMember = question == TreeEnsemble.Question.MEMBER;
            branches.add(new TreeEnsemble.Branch(question, features[i], isMember ? 0 : splits.getDouble(i),
                    isMember ? members.next() : List.of(), missing[i] != 0,
                    new TreeEnsemble.Child(trueIsLeaf[i] != 0, whenTrue[i]),
                    new TreeEnsemble.Child(falseIsLeaf[i] != 0, whenFalse[i])));
        }
        return branches;
    }

    /// The sets of the membership questions, one after the other, each ended by NaN.
    private static final class Members {
        private final double[] values;
        private int position;

        Members(Attributes a) {
            values = new double[a.tensor("membership_values").map(tensor -> Math.toIntExact(tensor.size())).orElse(0)];
            a.tensor("membership_values").ifPresent(tensor -> tensor.readDoubles(0, values, 0, values.length));
        }

        List<Double> next() {
            List<Double> set = new ArrayList<>();
            while (position < values.length && !Double.isNaN(values[position])) {
                set.add(values[position++]);
            }
            if (position++ >= values.length) {
                throw new ModelException(
                        "attribute 'membership_values' has fewer sets than there are membership questions");
            }
            return set;
        }
    }
}
