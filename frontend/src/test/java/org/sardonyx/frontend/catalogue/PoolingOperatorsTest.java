package org.sardonyx.frontend.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolingOperatorsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MaxPool     | 1  | kernel_shape=[2]                                     | 3 1 2 5   | 1x1x3: 3 2 5
            MaxPool     | 12 | kernel_shape=[2] strides=[2] pads=[1,1]              | -3 -1 -2 -5 | 1x1x3: -3 -1 -5
            MaxPool     | 10 | kernel_shape=[2] dilations=[2] ceil_mode=1 strides=[3] | 3 1 2 5 4 | 1x1x2: 3 5
            MaxPool     | 10 | kernel_shape=[3] strides=[2] auto_pad=SAME_LOWER     | 3 1 2 5   | 1x1x2: 3 5
            AveragePool | 1  | kernel_shape=[3] pads=[1,1]                          | 1 2 3 4   | 1x1x4: 1.5 2 3 3.5
            AveragePool | 7  | kernel_shape=[3] pads=[1,1] count_include_pad=1      | 1 2 3 4   | 1x1x4: 1 2 3 2.3333
            AveragePool | 7  | kernel_shape=[3] auto_pad=SAME_UPPER count_include_pad=1 | 1 2 3 4 | 1x1x4: 1 2 3 2.3333
            AveragePool | 7  | kernel_shape=[3] auto_pad=SAME_UPPER                 | 1 2 3 4   | 1x1x4: 1.5 2 3 3.5
            AveragePool | 10 | kernel_shape=[2] strides=[2] ceil_mode=1             | 1 2 3 4 5 | 1x1x3: 1.5 3.5 5
            AveragePool | 10 | kernel_shape=[2] strides=[2] ceil_mode=1 count_include_pad=1 | 1 2 3 4 5 | 1x1x3: 1.5 3.5 5
            AveragePool | 10 | kernel_shape=[3] strides=[2] ceil_mode=1 pads=[1,1]  | 1 2 3 4   | 1x1x3: 1.5 3 4
            AveragePool | 10 | kernel_shape=[3] strides=[2] ceil_mode=1 pads=[1,1] count_include_pad=1 | 1 2 3 4 | 1x1x3: 1 3 2
            AveragePool | 10 | kernel_shape=[2] strides=[2] ceil_mode=1 pads=[0,1] count_include_pad=1 | 1 2 3 4 | 1x1x2: 1.5 3.5
            AveragePool | 22 | kernel_shape=[2] dilations=[3]                       | 1 2 3 4   | 1x1x1: 2.5
            LpPool      | 1  | kernel_shape=[2] p=1.0                               | 1 -2 3 -4 | 1x1x3: 3 5 7
            LpPool      | 2  | kernel_shape=[2] strides=[2]                         | 3 -4 0 6  | 1x1x2: 5 6
            LpPool      | 18 | kernel_shape=[3] p=3 pads=[0,1] strides=[2] ceil_mode=1 | 3 4 -5 0 | 1x1x2: 6 5
            GlobalAveragePool | 1 |                                                 | 1 2 3 4   | 1x1x1: 2.5
            GlobalMaxPool     | 1 |                                                 | 1 4 -5 2  | 1x1x1: 4
            GlobalLpPool      | 1 | p=1.0                                           | 1 4 -5 2  | 1x1x1: 12
            GlobalLpPool      | 2 |                                                 | 1 1 -1 1  | 1x1x1: 2
            """)
    void pools(String operator, long opset, String attributes, String x, String result) {
        String inputs = " 1x1x" + x.split(" ").length + ": " + x;
        assertEquals("float32 " + result, Expanded.of(operator, opset, attributes).on("float32" + inputs));
        String rough = Expanded.of(operator, 22, attributes == null ? "" : attributes.replace("p=1.0", "p=1"))
                .on("float16" + inputs);
        assertEquals("float16 " + result.replace(".3333", ".334"), rough);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kernel_shape=[2,2]                 | float32 1x2x1x2: 5 6 9 9; int64 1x2x1x2: 1 5 10 10
            kernel_shape=[2,2] storage_order=1 | float32 1x2x1x2: 5 6 9 9; int64 1x2x1x2: 2 5 9 9
            """)
    void tellsWhereTheLargestIs(String attributes, String outputs) {
        assertEquals(outputs, Expanded.of("MaxPool", 12, attributes).withOutputs(2)
                .on("float32 1x2x2x3: 1 5 3 4 2 6 0 1 0 6 9 8"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kernel_shape=[2] strides=[2] | float32 1x1x2: 5 6; int64 1x1x2: 1 2                 | float32 1x1x4: 0 5 6 0
            kernel_shape=[2] strides=[2] pads=[1,0] | float32 1x1x2: 5 6; int64 1x1x2: 1 2      | float32 1x1x3: 0 5 6
            kernel_shape=[2] strides=[2] | float32 1x1x2: 5 6; int64 1x1x2: 1 2; int64 3: 1 1 5 | float32 1x1x5: 0 5 6 0 0
            kernel_shape=[2] strides=[2] | float32 1x1x2: 5 6; int64 1x1x2: 1 2; int64 3: 1 1 2 | float32 1x1x2: 0 5
            """)
    void unpools(String attributes, String inputs, String result) {
        assertEquals(result, Expanded.of("MaxUnpool", 11, attributes).on(inputs));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pooled_shape=[1,1]                   | 0 0 0 2 1         | 1x1x1x1: -1
            pooled_shape=[2,2]                   | 0 0 0 2 1         | 1x1x2x2: -2 -2 -1 -1
            pooled_shape=[1,3]                   | 1 0 0 2 1         | 1x1x1x3: 7 8 9
            pooled_shape=[1,2] spatial_scale=0.5 | 1 1.0 2.0 5.0 2.0 | 1x1x1x2: 9 9
            pooled_shape=[1,1]                   | 0 7 7 8 8         | 1x1x1x1: 0
            pooled_shape=[1,2]                   | 1 -3 1 0 1        | 1x1x1x2: 0 7
            """)
    void poolsRegions(String attributes, String region, String result) {
        String images = "float32 2x1x2x3: -3 -2 -4 -8 -1 -5 1 2 3 7 8 9; ";
        assertEquals("float32 " + result,
                Expanded.of("MaxRoiPool", 22, attributes).on(images + "float32 1x5: " + region));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MaxPool     | kernel_shape=[3,3] strides=[2,2] ceil_mode=1      | float32[N,C,H,9]  | float32[N, C, -floor((-H+3)/(2))+1, 4]
            MaxPool     | kernel_shape=[2] strides=[2] auto_pad=SAME_UPPER  | float32[N,3,4*L]  | float32[N, 3, L*2]
            AveragePool | kernel_shape=[3,3] pads=[1,1,1,1]                 | float16[N,8,H,W]  | float16[N, 8, H, W]
            AveragePool | kernel_shape=[3,3] ceil_mode=1 strides=[2,2]      | float32[*]        | float32[*]
            GlobalMaxPool |                                                 | float32[N,C,H,W]  | float32[N, C, 1, 1]
            """)
    void infersSymbolicSizes(String operator, String attributes, String inputs, String type) {
        assertEquals(type, Expanded.of(operator, 22, attributes).typesOn(inputs));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MaxPool       |                        | 1x2x3 | attribute 'kernel_shape' is missing
            MaxPool       | kernel_shape=[0]       | 1x2x3 | kernel 0, expected 1 to 2147483647
            MaxPool       | kernel_shape=[4]       | 1x2x3 | a window of 4 elements does not fit into an axis of size 3
            AveragePool   | kernel_shape=[2,2]     | 2x3   | attribute 'kernel_shape' is [2, 2] for a tensor of shape [2, 3], expected a number for each axis after batch and channels
            LpPool        | kernel_shape=[2] p=0   | 1x2x3 | attribute 'p' is 0.0, expected at least 1
            GlobalMaxPool |                        | 2x3   | a tensor of rank 2, expected batch, channels and at least one axis more
            MaxRoiPool    | pooled_shape=[1,0]     | 1x2x3 | attribute 'pooled_shape' is [1, 0], expected two positive numbers
            """)
    void refuses(String operator, String attributes, String sizes, String message) {
        assertEquals(message, Expanded.of(operator, 22, attributes).refusal("float32 " + sizes + ": 1 2 3 4 5 6"));
    }
}
