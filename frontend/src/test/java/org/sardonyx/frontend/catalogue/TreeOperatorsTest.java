package org.sardonyx.frontend.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeOperatorsTest {
    /// One tree: x0 <= 0.5 ? (x1 < 2 ? leaf 2 : leaf 3) : leaf 4; and one that is a leaf.
    private static final String TREES = "nodes_treeids=[0,0,0,0,0,1] nodes_nodeids=[0,1,2,3,4,0] "
            + "nodes_modes=[BRANCH_LEQ,BRANCH_LT,LEAF,LEAF,LEAF,LEAF] nodes_featureids=[0,1,0,0,0,0] "
            + "nodes_values=[0.5,2.0,0.0,0.0,0.0,0.0] nodes_truenodeids=[1,2,0,0,0,0] "
            + "nodes_falsenodeids=[4,3,0,0,0,0] nodes_missing_value_tracks_true=[0,1,0,0,0,0] ";
    private static final String TARGETS = "n_targets=2 target_treeids=[0,0,0,0,1] target_nodeids=[2,3,4,4,0] "
            + "target_ids=[0,0,0,1,1] target_weights=[1.0,2.0,4.0,8.0,-1.0] ";
    private static final String SAMPLES = "float32 4x2: 0 1 0 2 1 0 0 NaN";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            |                          float32 4x2: 1 -1 2 -1 4 7 1 -1
            aggregate_function=AVERAGE | float32 4x2: 0.5 -0.5 1 -0.5 2 3.5 0.5 -0.5
            aggregate_function=MIN     | float32 4x2: 1 -1 2 -1 4 -1 1 -1
            aggregate_function=MAX     | float32 4x2: 1 -1 2 -1 4 8 1 -1
            base_values=[10.0,20.0]    | float32 4x2: 11 19 12 19 14 27 11 19
            post_transform=SOFTMAX     | float32 4x2: 0.8808 0.1192 0.9526 0.0474 0.0474 0.9526 0.8808 0.1192
            post_transform=LOGISTIC    | float32 4x2: 0.7311 0.2689 0.8808 0.2689 0.982 0.9991 0.7311 0.2689
            """)
    void regresses(String attributes, String output) {
        String all = TREES + TARGETS + (attributes == null ? "" : attributes);
        for (int opset : new int[] {1, 3, 5}) {
            assertEquals(output, Expanded.of("ai.onnx.ml.TreeEnsembleRegressor", opset, all).on(SAMPLES));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            int64 1x2: 0 3     | float32 1x2: 2 -1
            float64 1x2: 0 1.5 | float32 1x2: 1 -1
            float32 2: 1 0     | float32 1x2: 4 7
            float32 0x2:       | float32 0x2:
            """)
    void takesSamplesOfEveryType(String samples, String output) {
        assertEquals(output, Expanded.of("ai.onnx.ml.TreeEnsembleRegressor", 3, TREES + TARGETS).on(samples));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            class_ids=[0,1,2] class_weights=[1.0,2.0,3.0] classlabels_strings=[a,b,c] \
            | string 4: a b c a; float32 4x3: 1 0 0 0 2 0 0 0 3 1 0 0
            class_ids=[0,1,2] class_weights=[1.0,2.0,3.0] classlabels_int64s=[7,8,9] base_values=[0.0,0.0,5.0] \
            | int64 4: 9 9 9 9; float32 4x3: 1 0 5 0 2 5 0 0 8 1 0 5
            class_ids=[0,0,0] class_weights=[0.25,0.5,1.0] classlabels_int64s=[7,8] \
            | int64 4: 7 7 8 7; float32 4x2: 0.75 0.25 0.5 0.5 0 1 0.75 0.25
            class_ids=[0,0,0] class_weights=[-1.0,0.0,1.0] classlabels_int64s=[7,8] post_transform=LOGISTIC \
            | int64 4: 7 7 8 7; float32 4x2: 0.7311 0.2689 0.5 0.5 0.2689 0.7311 0.7311 0.2689
            class_ids=[1,1,1] class_weights=[-1.0,0.0,1.0] classlabels_int64s=[7,8] base_values=[1.0] \
            | int64 4: 7 8 8 7; float32 4x2: 0 0 -1 1 -2 2 0 0
            """)
    void classifies(String attributes, String output) {
        String classes = "class_treeids=[0,0,0] class_nodeids=[2,3,4] " + attributes;
        assertEquals(output,
                Expanded.of("ai.onnx.ml.TreeEnsembleClassifier", 3, TREES + classes).withOutputs(2).on(SAMPLES));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nodes_truenodeids=[0,2,0,0,0,0]    | a tree leads back to itself
            nodes_truenodeids=[9,2,0,0,0,0]    | tree 0 has no node 9
            nodes_truenodeids=[1,2]            | attribute 'nodes_...' has 2 elements, expected 6
            nodes_nodeids=[0,1,2,2,4,0]        | node 2 of tree 0 is there twice
            nodes_modes=[LEAF,LEAF,LEAF,LEAF,LEAF,X] | a node has mode 'X'
            target_nodeids=[2,3,4,1,0]         | node 1 of tree 0 is no leaf, but has a weight
            target_ids=[0,0,0,2,1]             | target or class 2 of 2
            n_targets=0                        | 0 targets or classes, expected at least one
            target_weights=[1.0]               | the attributes target_... are of different lengths
            """)
    void refusesOtherTrees(String attribute, String problem) {
        String name = attribute.substring(0, attribute.indexOf('='));
        String others = (TREES + TARGETS).replaceAll("\\b" + name + "=\\S+ ", "");
        assertEquals(problem,
                Expanded.of("ai.onnx.ml.TreeEnsembleRegressor", 1, others + attribute).refusal(SAMPLES));
    }
}
