package org.sardonyx.frontend.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// What the leaves of decision trees say about targets or classes.
///
/// @param leaves how many leaves there are
/// @param targetCount how many targets or classes
record LeafWeights(int leaves, long targetCount, List<Weight> weights) {
    /// A weight that a leaf gives to a target.
    record Weight(int leaf, long target, double weight) {}

    LeafWeights {
        weights = List.copyOf(weights);
        if (targetCount < 1) {
            throw new ModelException(targetCount + " targets or classes, expected at least one");
        }
        for (Weight weight : weights) {
            if (weight.target < 0 || weight.target >= targetCount) {
                throw new ModelException("target or class " + weight.target + " of " + targetCount);
            }
        }
    }

    /// As the attributes of TreeEnsemble say: one weight for each leaf.
    static LeafWeights ofEnsemble(Attributes a) {
        long[] targets = a.requireIntegers("leaf_targetids");
        Tensor weights = a.tensor("leaf_weights")
                .orElseThrow(() -> new ModelException("attribute 'leaf_weights' is missing"));
        if (weights.size() != targets.length) {
            throw new ModelException(targets.length + " targets of leaves and " + weights.size() + " weights");
        }
        List<Weight> list = new ArrayList<>();
        for (int leaf = 0; leaf < targets.length; leaf++) {
            list.add(new Weight(leaf, targets[leaf], weights.getDouble(leaf)));
        }
        return new LeafWeights(targets.length, a.integer("n_targets", 1), list);
    }

    /// As the attributes of the older operators say: each weight names its tree and node.
    ///
    /// @param prefix of the attributes, `target` or `class`
    static LeafWeights named(Attributes a, String prefix, ForestReader.Named trees, long targetCount) {
        long[] treeNames = a.requireIntegers(prefix + "_treeids");
        long[] nodeNames = a.requireIntegers(prefix + "_nodeids");
        long[] targets = a.requireIntegers(prefix + "_ids");
        double[] weights = a.numbersOrTensor(prefix + "_weights")
                .orElseThrow(() -> new ModelException("attribute '" + prefix + "_weights' is missing"));
        if (nodeNames.length != treeNames.length || targets.length != treeNames.length
                || weights.length != treeNames.length) {
            throw new ModelException("the attributes " + prefix + "_... are of different lengths");
        }
        List<Weight> list = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            list.add(new Weight(trees.leaf(treeNames[i], nodeNames[i]), targets[i], weights[i]));
        }
        return new LeafWeights(trees.forest().leaves(), targetCount, list);
    }

    LongStream targets() {
        return weights.stream().mapToLong(Weight::target);
    }

    boolean areAllPositive() {
        return weights.stream().allMatch(weight -> weight.weight >= 0);
    }

    /// The weights of the leaves, `[leaf, target]`; those of one leaf for one target are added.
    Tensor table(DataType type, double absent) {
        Tensor table = Tensor.allocate(type, leaves, targetCount);
        for (long i = 0; i < table.size(); i++) {
            table.setDouble(i, absent);
        }
        for (Weight weight : weights) {
            long place = weight.leaf * targetCount + weight.target;
            double before = table.getDouble(place);
            table.setDouble(place, before == absent ? weight.weight : before + weight.weight);
        }
        return table;
    }
}
