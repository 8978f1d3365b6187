package org.sardonyx.tests.properties;

import static org.sardonyx.ir.type.DataType.FLOAT32;
import static org.sardonyx.ir.type.DataType.FLOAT64;
import static org.sardonyx.ir.type.DataType.INT64;
import static org.sardonyx.ir.type.DataType.STRING;
import static org.sardonyx.ir.type.DataType.UINT8;
import static org.sardonyx.tests.properties.Tolerance.EXACT;
import static org.sardonyx.tests.properties.Tolerance.close;

import java.util.ArrayList;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// The operators of the domain ai.onnx.ml.
class MachineLearningProperties {
    private static OperatorCase of(String operator, int version) {
        return OperatorCase.of(operator, 21).domain("ai.onnx.ml", version);
    }

    private static Tensor words(Draw draw) {
        return draw.tensor(STRING, draw.filledSizes(1, 3),
                (tensor, index, source) -> tensor.setString(index, source.of("a", "b", "c", "d")));
    }

    private static Tensor numbers(Draw draw, DataType type) {
        return draw.tensor(type, draw.filledSizes(1, 3), Elements.whole(Elements.between(0, 6)));
    }

    @Property(tries = 80, seed = Draw.SEED)
    void labels(@ForAll Draw draw) {
        OperatorCase encoder = of("LabelEncoder", draw.of(2, 4));
        switch (draw.integer(0, 3)) {
            case 0 -> encoder.with("keys_strings", new String[] {"a", "c"}).with("values_int64s", new long[] {7, -2})
                    .with("default_int64", draw.integer(-3, 3)).input(words(draw)).yields(INT64);
            case 1 -> encoder.with("keys_int64s", new long[] {1, 4}).with("values_strings", new String[] {"x", ""})
                    .with("default_string", "none").input(numbers(draw, INT64)).yields(STRING);
            case 2 -> encoder.with("keys_floats", new float[] {2, 3}).with("values_floats", new float[] {0.5f, -1})
                    .withFloat("default_float", draw.real(-1, 1)).input(numbers(draw, FLOAT32)).yields(FLOAT32);
            default -> encoder.with("keys_int64s", new long[] {0, 5}).with("values_floats", new float[] {0.5f, -1})
                    .input(numbers(draw, INT64)).yields(FLOAT32);
        }
        Oracle.check(draw, encoder, Tolerance.EQUAL);
    }

    @Property(tries = 60, seed = Draw.SEED)
    void categories(@ForAll Draw draw) {
        OperatorCase mapper = of("CategoryMapper", 1).with("cats_strings", new String[] {"a", "b", "d"})
                .with("cats_int64s", new long[] {3, 1, 5}).with("default_int64", -9).with("default_string", "?");
        Oracle.check(draw, draw.flag()
                ? mapper.input(words(draw)).yields(INT64)
                : mapper.input(numbers(draw, INT64)).yields(STRING), EXACT);
        OperatorCase ones = of("OneHotEncoder", 1);
        Oracle.check(draw, (draw.flag()
                ? ones.with("cats_strings", new String[] {"a", "b", "d"}).ranked(words(draw))
                : ones.with("cats_int64s", new long[] {3, 1, 5}).ranked(numbers(draw, INT64))).yields(FLOAT32), EXACT);
    }

    @Property(tries = 60, seed = Draw.SEED)
    void features(@ForAll Draw draw) {
        Oracle.check(draw, of("Binarizer", 1).withFloat("threshold", draw.real(-2, 2))
                .input(draw.tensor(FLOAT32, draw.filledSizes(1, 3), Elements.EXACT)), EXACT);
        long[] sizes = draw.filledSizes(2, 2);
        Oracle.check(draw, of("ArrayFeatureExtractor", 1)
                .ranked(draw.tensor(draw.of(FLOAT32, FLOAT64, INT64), sizes, Elements.ANY))
                .ranked(Tensor.vector(draw.integers(draw.integer(1, 3), 0, (int) sizes[1] - 1))), EXACT);
    }

    /// A tree that is being drawn: a list for each attribute.
    private record Trees(Draw draw, int features, int targets, List<Long> feature, List<Long> mode, List<Double> split,
            List<Long> yes, List<Long> no, List<Long> yesIsLeaf, List<Long> noIsLeaf, List<Long> leafTarget,
            List<Double> leafWeight) {
        Trees(Draw draw, int features, int targets) {
            this(draw, features, targets, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
                    new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        long branch(int depth) {
            int place = feature.size();
            feature.add((long) draw.integer(0, features - 1));
            // Less or equal, less, greater or equal, greater, equal, not equal.
            mode.add((long) draw.integer(0, 5));
            split.add(draw.integer(-4, 4) / 2.0);
            List.of(yes, no, yesIsLeaf, noIsLeaf).forEach(list -> list.add(0L));
            child(place, depth, yes, yesIsLeaf);
            child(place, depth, no, noIsLeaf);
            return place;
        }

        private void child(int place, int depth, List<Long> child, List<Long> isLeaf) {
            boolean leaf = depth == 0 || draw.oneIn(3);
            isLeaf.set(place, leaf ? 1L : 0L);
            child.set(place, leaf ? leaf() : branch(depth - 1));
        }

        private long leaf() {
            leafTarget.add((long) draw.integer(0, targets - 1));
            leafWeight.add(draw.integer(-8, 8) / 4.0);
            return leafTarget.size() - 1L;
        }
    }

    private static long[] array(List<Long> list) {
        return list.stream().mapToLong(Long::longValue).toArray();
    }

    private static Tensor tensor(DataType type, List<Double> list) {
        return Tensor.ofDoubles(type, new long[] {list.size()},
                list.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /// The smallest and largest of leaves for a single target: of a target without a leaf ONNX Runtime makes 0, ONNX's
    /// reference the largest number.
    @Property(tries = 150, seed = Draw.SEED)
    void treeEnsembles(@ForAll Draw draw) {
        DataType type = draw.of(FLOAT32, FLOAT64);
        Trees trees = new Trees(draw, draw.integer(1, 3), draw.integer(1, 3));
        long[] roots = new long[draw.integer(1, 3)];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = trees.branch(draw.integer(0, 3));
        }
        List<Integer> modes = trees.mode.stream().map(Long::intValue).toList();
        Tensor mode = Tensor.ofLongs(UINT8, new long[] {modes.size()}, array(trees.mode));
        Oracle.check(draw, of("TreeEnsemble", 5).with("n_targets", trees.targets).with("tree_roots", roots)
                .with("aggregate_function", draw.integer(0, trees.targets == 1 ? 3 : 1)).with("post_transform", 0)
                .with("nodes_featureids", array(trees.feature)).with("nodes_modes", mode)
                .with("nodes_splits", tensor(type, trees.split)).with("nodes_truenodeids", array(trees.yes))
                .with("nodes_falsenodeids", array(trees.no)).with("nodes_trueleafs", array(trees.yesIsLeaf))
                .with("nodes_falseleafs", array(trees.noIsLeaf)).with("leaf_targetids", array(trees.leafTarget))
                .with("leaf_weights", tensor(type, trees.leafWeight))
                .ranked(draw.tensor(type, new long[] {draw.integer(1, 4), trees.features}, Elements.EXACT)),
                close(1e-5, 1e-5));
    }
}
