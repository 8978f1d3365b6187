package org.sardonyx.frontend.catalogue;

import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.ReduceFunction;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Ensembles of decision trees.
final class TreeOperators {
    private static final String DOMAIN = "ai.onnx.ml";

    /// How the weights that a sample finds in its leaves are combined, in the order of the numbers that stand for them.
    private enum Aggregate {
        AVERAGE,
        SUM,
        MIN,
        MAX;

        /// What a leaf without a weight for a target counts as.
        double absent() {
            return switch (this) {
                case AVERAGE, SUM -> 0;
                case MIN -> Double.POSITIVE_INFINITY;
                case MAX -> Double.NEGATIVE_INFINITY;
            };
        }
    }

    private TreeOperators() {}

    static void define(Catalogue.Builder c) {
        c.operatorOf(DOMAIN, "TreeEnsemble", 5).inputs(1).as(TreeOperators::ensemble);
        c.operatorOf(DOMAIN, "TreeEnsembleRegressor", 1, 3, 5).inputs(1).as(TreeOperators::regressor);
        c.operatorOf(DOMAIN, "TreeEnsembleClassifier", 1, 3, 5).inputs(1).asMany(TreeOperators::classifier);
    }

    private static Operand ensemble(OnnxNode n, Expressions e) {
        Attributes a = n.attributes();
        long aggregate = a.integer("aggregate_function", 1);
        if (aggregate < 0 || aggregate >= Aggregate.values().length) {
            throw new ModelException("aggregate_function is " + aggregate + ", expected 0 to 3");
        }
        LeafWeights weights = LeafWeights.ofEnsemble(a);
        Operand scores = scores(e, samples(n, e), ForestReader.ofEnsemble(a, weights.leaves()), weights,
                Aggregate.values()[(int) aggregate]);
        return e.cast(ScoreTransform.numbered(a).apply(e, scores), n.dataType(0));
    }

    private static Operand regressor(OnnxNode n, Expressions e) {
        Attributes a = n.attributes();
        ForestReader.Named trees = ForestReader.named(a);
        LeafWeights weights = LeafWeights.named(a, "target", trees, a.requireInteger("n_targets"));
        Aggregate aggregate =
                Aggregate.valueOf(a.word("aggregate_function", "SUM", "SUM", "AVERAGE", "MIN", "MAX"));
        Operand scores = scores(e, samples(n, e), trees.forest(), weights, aggregate);
        Optional<double[]> base = a.numbersOrTensor("base_values");
        Operand based = base.isEmpty() ? scores : e.add(scores, row(e, scores, base.get()));
        return e.cast(ScoreTransform.of(a).apply(e, based), DataType.FLOAT32);
    }

    /// The outputs: the label of each sample, and its scores for all classes.
    private static List<Operand> classifier(OnnxNode n, Expressions e) {
        Attributes a = n.attributes();
        Tensor labels = ClassLabels.of(a, "classlabels_int64s");
        ForestReader.Named trees = ForestReader.named(a);
        LeafWeights weights = LeafWeights.named(a, "class", trees, labels.size());
        Operand scores = scores(e, samples(n, e), trees.forest(), weights, Aggregate.SUM);
        double[] base = a.numbersOrTensor("base_values").orElse(new double[0]);
        boolean binary = labels.size() == 2 && weights.targets().distinct().count() == 1;
        if (binary) {
            Operand positive = e.sum(scores, 1);
            return ClassLabels.binary(e, base.length == 0 ? positive : e.add(positive, base[base.length - 1]), labels,
                    weights.areAllPositive(), ScoreTransform.of(a));
        }
        return ClassLabels.ofLargest(e, base.length == 0 ? scores : e.add(scores, row(e, scores, base)), labels,
                ScoreTransform.of(a));
    }

    /// The input as a matrix of float32 or float64.
    static Operand samples(OnnxNode n, Expressions e) {
        Operand x = n.rank(0) == 1 ? e.unsqueeze(n.input(0), 0) : n.input(0);
        if (x.shape().rank() != 2) {
            throw new ModelException("samples of shape " + x.shape() + ", expected [sample, feature]");
        }
        boolean whole = x.dataType().isInteger();
        return x.dataType() == DataType.FLOAT64 ? x : e.cast(x, whole ? DataType.FLOAT64 : DataType.FLOAT32);
    }

    /// The combined weights of the leaves, `[sample, target]`.
    private static Operand scores(Expressions e, Operand x, Forest forest, LeafWeights weights, Aggregate aggregate) {
        Operand table = e.constant(weights.table(x.dataType(), aggregate.absent()));
        Operand found = e.gather(table, forest.leavesOf(e, x), 0);
        Operand axis = e.longs(1);
        return switch (aggregate) {
            case SUM -> e.reduce(ReduceFunction.SUM, found, false, axis);
            case AVERAGE ->
                    e.divide(e.reduce(ReduceFunction.SUM, found, false, axis), forest.roots().size());
            case MIN -> zeroIfAbsent(e, e.reduce(ReduceFunction.MINIMUM, found, false, axis), aggregate);
            case MAX -> zeroIfAbsent(e, e.reduce(ReduceFunction.MAXIMUM, found, false, axis), aggregate);
        };
    }

    private static Operand zeroIfAbsent(Expressions e, Operand scores, Aggregate aggregate) {
        return e.select(e.equal(scores, e.scalarLike(scores, aggregate.absent())), e.scalarLike(scores, 0), scores);
    }

    private static Operand row(Expressions e, Operand like, double[] numbers) {
        return e.constant(Tensor.ofDoubles(like.dataType(), new long[] {numbers.length}, numbers));
    }
}
