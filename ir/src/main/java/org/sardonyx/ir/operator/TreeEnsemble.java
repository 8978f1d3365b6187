package org.sardonyx.ir.operator;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Decision trees whose leaves are combined. Operand: samples `[N, features]`; the result is `[N, targets]`. Each sample
/// goes from the root of each tree, branch by branch, to a leaf, which adds to one target.
///
/// @param branches the inner nodes of all trees
/// @param leaves the leaves of all trees
/// @param roots the branch at which each tree begins
/// @param aggregation how the leaves of a target are combined
/// @param targets how many numbers a sample gets
/// @see <a href="https://onnx.ai/onnx/operators/onnx_aionnxml_TreeEnsemble.html">TreeEnsemble</a>
public record TreeEnsemble(List<Branch> branches, List<Leaf> leaves, List<Integer> roots, Aggregation aggregation,
        int targets) implements Operator {
    /// What a branch asks of a feature.
    public enum Question {
        LESS_OR_EQUAL,
        LESS,
        GREATER_OR_EQUAL,
        GREATER,
        EQUAL,
        NOT_EQUAL,
        MEMBER
    }

    /// How the leaves that a sample reaches are combined.
    public enum Aggregation {
        AVERAGE,
        SUM,
        MINIMUM,
        MAXIMUM
    }

    /// Where to go next.
    ///
    /// @param leaf whether `index` is one of a leaf, else of a branch
    public record Child(boolean leaf, int index) {}

    /// An inner node.
    ///
    /// @param members the set that [Question#MEMBER] asks for
    /// @param missingIsTrue the answer for NaN, if the question itself is not true of it
    public record Branch(Question question, int feature, double split, List<Double> members, boolean missingIsTrue,
            Child whenTrue, Child whenFalse) {
        public Branch {
            Objects.requireNonNull(question);
            members = List.copyOf(members);
        }

        boolean answer(double value) {
            return missingIsTrue && Double.isNaN(value) || switch (question) {
                case LESS_OR_EQUAL -> value <= split;
                case LESS -> value < split;
                case GREATER_OR_EQUAL -> value >= split;
                case GREATER -> value > split;
                case EQUAL -> value == split;
                case NOT_EQUAL -> value != split;
                case MEMBER -> members.stream().anyMatch(member -> member == value);
            };
        }
    }

    /// An end of a tree.
    public record Leaf(int target, double weight) {}

    public TreeEnsemble {
        branches = List.copyOf(branches);
        leaves = List.copyOf(leaves);
        roots = List.copyOf(roots);
        Objects.requireNonNull(aggregation);
        for (Branch branch : branches) {
            requireIndex("feature", branch.feature, Integer.MAX_VALUE);
            for (Child child : List.of(branch.whenTrue, branch.whenFalse)) {
                requireIndex(child.leaf ? "leaf" : "branch", child.index, child.leaf ? leaves.size() : branches.size());
            }
        }
        for (Leaf leaf : leaves) {
            requireIndex("target", leaf.target, targets);
        }
        for (int root : roots) {
            requireIndex("root", root, branches.size());
        }
    }

    private static void requireIndex(String what, int index, int count) {
        if (index < 0 || index >= count) {
            throw new ModelException(what + " " + index + " of a tree ensemble, expected 0 to " + (count - 1));
        }
    }

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(1, 1);
        Shape shape = operands.shape(0);
        if (!operands.dataType(0).isFloat() || shape.hasRank() && shape.rank() != 2) {
            throw new ModelException("samples of type " + operands.type(0) + ", expected floats of rank 2");
        }
        Dimension samples = shape.hasRank() ? shape.dimension(0) : Dimension.UNKNOWN;
        return List.of(operands.tensor(0).withShape(Shape.of(List.of(samples, Dimension.of(targets)))));
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        long features = x.size(1);
        Tensor result = Tensor.allocate(x.dataType(), x.size(0), targets);
        for (long sample = 0; sample < x.size(0); sample++) {
            double[] sums = new double[targets];
            Arrays.fill(sums, switch (aggregation) {
                case SUM, AVERAGE -> 0;
                case MINIMUM -> x.dataType().highest();
                case MAXIMUM -> x.dataType().lowest();
            });
            for (int root : roots) {
                Leaf leaf = leaf(root, x, sample * features, features);
                sums[leaf.target] = switch (aggregation) {
                    case SUM -> sums[leaf.target] + leaf.weight;
                    case AVERAGE -> sums[leaf.target] + leaf.weight / roots.size();
                    case MINIMUM -> Math.min(sums[leaf.target], leaf.weight);
                    case MAXIMUM -> Math.max(sums[leaf.target], leaf.weight);
                };
            }
            result.writeDoubles(sample * targets, sums, 0, targets);
        }
        return List.of(result);
    }

    /// A path longer than there are branches goes round in circles.
    private Leaf leaf(int root, Tensor x, long from, long features) {
        Child at = new Child(false, root);
        for (int steps = 0; !at.leaf; steps++) {
            Branch branch = branches.get(at.index);
            if (steps > branches.size() || branch.feature >= features) {
                throw new ModelException(steps > branches.size()
                        ? "the branches of a tree go round in circles"
                        : "feature " + branch.feature + " of samples with " + features);
            }
            at = branch.answer(x.getDouble(from + branch.feature)) ? branch.whenTrue : branch.whenFalse;
        }
        return leaves.get(at.index);
    }
}
