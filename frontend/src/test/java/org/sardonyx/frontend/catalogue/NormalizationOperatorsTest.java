package org.sardonyx.frontend.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizationOperatorsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1  | is_test=1   | float32 1x2x1: 3 5; float32 2: 2 3; float32 2: 1 1; float32 2: 1 2; float32 2: 4 9 | float32 1x2x1: 3 4
            6  |             | float32 1x2: 3 5; float32 2: 2 3; float32 2: 1 1; float32 2: 1 2; float32 2: 4 9   | float32 1x2: 3 4
            7  |             | float32 1x2x1: 3 5; float32 2: 2 3; float32 2: 1 1; float32 2: 1 2; float32 2: 4 9 | float32 1x2x1: 3 4
            7  | spatial=0   | float32 2x1x2: 1 2 3 4; float32 1x2: 1 2; float32 1x2: 0 1; float32 1x2: 1 0; float32 1x2: 1 4 | float32 2x1x2: 0 3 2 5
            9  |             | float32 2: 1 3; float32 1: 2; float32 1: 1; float32 1: 1; float32 1: 1 | float32 2: 1 5
            14 |             | float16 1x1x2: 3 5; float16 1: 1; float16 1: 0; float32 1: 1; float32 1: 4 | float16 1x1x2: 1 2
            15 |             | float64 1x1x2: 3 5; float32 1: 1; float32 1: 0; bfloat16 1: 1; bfloat16 1: 4 | float64 1x1x2: 1 2
            """)
    void normalizesBatches(long opset, String attributes, String inputs, String result) {
        String exact = "epsilon=0.0" + (attributes == null ? "" : " " + attributes);
        assertEquals(result, Expanded.of("BatchNormalization", opset, exact).on(inputs));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            7  | 5 | spatial=1       | float32 2x1x1: 1 3 | 1 | float32 2x1x1: -1 1; float32 1: 1; float32 1: 2; float32 1: 2; float32 1: 1
            6  | 5 | spatial=0       | float32 2x1x1: 1 3 | 1x1 | float32 2x1x1: -1 1; float32 1x1: 1; float32 1x1: 2; float32 1x1: 2; float32 1x1: 1
            14 | 3 | training_mode=1 | float32 1x1x2: 1 3 | 1 | float32 1x1x2: -1 1; float32 1: 1; float32 1: 2
            15 | 3 | training_mode=1 | float16 2: 1 3     | 1 | float16 2: -1 1; float32 1: 1; float32 1: 2
            """)
    void tellsTheStatisticsInTraining(long opset, int outputs, String attributes, String x, String sizes,
            String result) {
        String parameters = "; float32 %1$s: 1; float32 %1$s: 0; float32 %1$s: 0; float32 %1$s: 3".formatted(sizes);
        assertEquals(result, Expanded.of("BatchNormalization", opset, "epsilon=0.0 momentum=0.5 " + attributes)
                .withOutputs(outputs).on(x + parameters));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            InstanceNormalization     | 6  |                   | float32 1x2x2: 1 3 2 6; float32 2: 1 2; float32 2: 0 1 | float32 1x2x2: -1 1 -1 3
            InstanceNormalization     | 22 |                   | float16 1x1x1x2: 1 3; float16 1: 1; float16 1: 0 | float16 1x1x1x2: -1 1
            GroupNormalization        | 18 | num_groups=2      | float32 1x4x1: 1 3 5 9; float32 2: 1 2; float32 2: 0 1 | float32 1x4x1: -1 1 -1 3
            GroupNormalization        | 21 | num_groups=2      | float32 1x4x1: 1 3 5 9; float32 4: 1 2 3 4; float32 4: 0 1 0 1 | float32 1x4x1: -1 3 -3 5
            GroupNormalization        | 21 | num_groups=1      | float16 0x2x3: ; float16 2: 1 2; float16 2: 0 1  | float16 0x2x3:
            RMSNormalization          | 23 | axis=0            | float32 2x1: 3 4; float32 1: 2                   | float32 2x1: 1.6971 2.2627
            RMSNormalization          | 23 |                   | float16 1x2: 2 2; float32 2: 2 3                 | float32 1x2: 2 3
            MeanVarianceNormalization | 9  | axes=[0]          | float32 2x1: 1 3                                 | float32 2x1: -1 1
            MeanVarianceNormalization | 13 |                   | float32 1x2x1x2: 1 3 5 9                         | float32 1x2x1x2: -1 1 -1 1
            LpNormalization           | 1  | p=1 axis=0        | float32 2x2: 1 0 -3 0                            | float32 2x2: 0.25 0 -0.75 0
            LpNormalization           | 22 |                   | float32 1x2: 3 -4                                | float32 1x2: 0.6 -0.8
            LRN                       | 1  | size=3 alpha=3.0 beta=1.0 bias=0.0 | float32 1x3x1: 1 2 3            | float32 1x3x1: 0.2 0.1429 0.2308
            LRN                       | 13 | size=2 alpha=2.0 beta=1.0 bias=0.0 | float32 1x3: 1 2 3              | float32 1x3: 0.2 0.1538 0.3333
            LRN                       | 13 | size=3            | float32 1x1x1: 2                                 | float32 1x1x1: 1.9998
            """)
    void normalizes(String operator, long opset, String attributes, String inputs, String result) {
        String exact = operator.matches("LRN|Lp.*|Mean.*") ? "" : "epsilon=0.0 ";
        assertEquals(result, Expanded.of(operator, opset, exact + (attributes == null ? "" : attributes)).on(inputs));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            axis=-1      | float32 2x2: 1 3 2 6; float32 2: 1 2               | float32 2x2: -1 2 -1 2; float32 2x1: 2 4; float32 2x1: 1 0.5
            axis=0       | float32 2x1: 1 3; float32 1: 2; float32 2x1: 0 1   | float32 2x1: -2 3; float32 1x1: 2; float32 1x1: 1
            axis=1 stash_type=16 | float16 1x2: 1 3; float16 2: 1 1           | float16 1x2: -1 1; bfloat16 1x1: 2; bfloat16 1x1: 1
            axis=1       | float64 1x2: 1 3; float64 2: 1 1                   | float64 1x2: -1 1; float32 1x1: 2; float32 1x1: 1
            """)
    void normalizesLayers(String attributes, String inputs, String result) {
        assertEquals(result,
                Expanded.of("LayerNormalization", 17, "epsilon=0.0 " + attributes).withOutputs(3).on(inputs));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DepthToSpace | 1  | blocksize=2          | float32 1x4x1x1: 1 2 3 4         | float32 1x1x2x2: 1 2 3 4
            DepthToSpace | 11 | blocksize=2          | int8 1x8x1x1: 1 2 3 4 5 6 7 8    | int8 1x2x2x2: 1 3 5 7 2 4 6 8
            DepthToSpace | 28 | blocksize=2 mode=CRD | string 1x8x1x1: a b c d e f g h  | string 1x2x2x2: a b c d e f g h
            SpaceToDepth | 13 | blocksize=2          | int8 1x2x2x2: 1 3 5 7 2 4 6 8    | int8 1x8x1x1: 1 2 3 4 5 6 7 8
            SpaceToDepth | 28 | blocksize=2 mode=CRD | int8 1x2x2x2: 1 2 3 4 5 6 7 8    | int8 1x8x1x1: 1 2 3 4 5 6 7 8
            SpaceToDepth | 1  | blocksize=2          | int8 1x1x2x4: 1 2 3 4 5 6 7 8    | int8 1x4x1x2: 1 3 2 4 5 7 6 8
            """)
    void movesBlocks(String operator, long opset, String attributes, String inputs, String result) {
        assertEquals(result, Expanded.of(operator, opset, attributes).on(inputs));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BatchNormalization | float32[N,3,H,W]; float32[3]; float32[3]; float32[3]; float32[3] | float32[N, 3, H, W]
            GroupNormalization | float32[N,6,H,W]; float32[6]; float32[6]                         | float32[N, 6, H, W]
            LRN                | float32[N,6,H,W]                                                 | float32[N, 6, H, W]
            DepthToSpace       | float32[N,4*C,H,W]                                               | float32[N, C, H*2, W*2]
            SpaceToDepth       | float32[N,C,2*H,2*W]                                             | float32[N, C*4, H, W]
            """)
    void infersSymbolicSizes(String operator, String inputs, String type) {
        assertEquals(type, Expanded.of(operator, 28, "num_groups=2 size=3 blocksize=2").typesOn(inputs));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GroupNormalization | num_groups=2          | float32 1x3x1: 1 2 3; float32 3: 1 1 1; float32 3: 0 0 0 | 3 channels cannot be divided into 2 groups
            GroupNormalization |                       | float32 1x1x1: 1; float32 1: 1; float32 1: 0 | attribute 'num_groups' is missing
            LayerNormalization | axis=2                | float32 1x2: 1 3; float32 2: 1 1 | axis 2 of a tensor of rank 2
            LayerNormalization | stash_type=7          | float32 1x2: 1 3; float32 2: 1 1 | attribute 'stash_type' is int64, expected a floating-point type
            LpNormalization    | p=3                   | float32 1: 1                     | attribute 'p' is 3, expected 1 or 2
            LRN                | size=0                | float32 1x1: 1                   | a region of 0 channels in a tensor of rank 2
            DepthToSpace       | blocksize=0           | float32 1x1x1x1: 1               | attribute 'blocksize' is 0, expected a positive number
            DepthToSpace       | blocksize=2           | float32 1x1x1: 1                 | a tensor of rank 3, expected 4: batch, channels, height, width
            DepthToSpace       | blocksize=2 mode=XYZ  | float32 1x4x1x1: 1 2 3 4         | attribute 'mode' is 'XYZ', expected one of [DCR, CRD]
            """)
    void refuses(String operator, String attributes, String inputs, String message) {
        assertEquals(message, Expanded.of(operator, 28, attributes).refusal(inputs));
    }
}
