package org.sardonyx.frontend.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexingAndReductionOperatorsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Gather          | 1  | axis=-1       | int32 2x2: 1 2 3 4; int64 : -1           | int32 2: 2 4
            GatherElements  | 11 |               | int32 2: 1 2; int64 1: -1                | int32 1: 2
            GatherND        | 11 |               | int32 2x2: 1 2 3 4; int64 1x2: 0 1       | int32 1: 2
            GatherND        | 12 | batch_dims=1  | int32 2x2: 1 2 3 4; int64 2x1: 0 1       | int32 2: 1 4
            Scatter         | 9  | axis=1        | int32 1x2: 1 2; int64 1x1: 1; int32 1x1: 9 | int32 1x2: 1 9
            ScatterElements | 16 | reduction=add | int32 2: 1 2; int64 2: 1 1; int32 2: 3 4 | int32 2: 1 9
            ScatterElements | 18 | reduction=min | int32 2: 1 2; int64 1: 1; int32 1: -3    | int32 2: 1 -3
            ScatterND       | 16 | reduction=mul | int32 2: 1 2; int64 1x1: 1; int32 1: 4   | int32 2: 1 8
            ScatterND       | 18 | reduction=max | int32 2: 1 2; int64 1x1: 0; int32 1: 4   | int32 2: 4 2
            TensorScatter   | 24 | axis=1        | int32 1x3: 1 2 3; int32 1x2: 8 9         | int32 1x3: 8 9 3
            TensorScatter   | 24 | axis=1        | int32 2x2: 1 2 3 4; int32 2x1: 8 9; int64 2: 1 0 | int32 2x2: 1 8 9 4
            TensorScatter   | 24 | axis=-1 mode=circular | int32 1x3: 1 2 3; int32 1x2: 8 9; int64 1: 2 | int32 1x3: 9 2 8
            OneHot          | 9  |               | int64 3: 0 -1 5; int64 : 3; int32 2: 0 7 | int32 3x3: 7 0 0 0 0 7 0 0 0
            OneHot          | 11 | axis=0        | float32 2: 1 0; float32 1: 2; bool 2: 0 1 | bool 2x2: 0 1 1 0
            Compress        | 9  |               | int32 2x2: 1 2 3 4; bool 3: 0 1 1        | int32 2: 2 3
            Compress        | 11 | axis=-1       | int32 2x2: 1 2 3 4; bool 1: 1            | int32 2x1: 1 3
            NonZero         | 13 |               | float32 3: 0 1 2                         | int64 1x2: 1 2
            Trilu           | 14 |               | int32 2x3: 1 2 3 4 5 6                   | int32 2x3: 1 2 3 0 5 6
            Trilu           | 14 | upper=0       | int32 2x3: 1 2 3 4 5 6; int64 : 1        | int32 2x3: 1 2 0 4 5 6
            Trilu           | 14 |               | bool 1x2x2: 1 1 1 1; int64 : -9          | bool 1x2x2: 1 1 1 1
            Trilu           | 14 |               | int32 0x2:                               | int32 0x2:
            ReverseSequence | 10 |               | int32 3x2: 1 2 3 4 5 6; int64 2: 3 2     | int32 3x2: 5 4 3 2 1 6
            ReverseSequence | 10 | batch_axis=0 time_axis=1 | int32 2x2: 1 2 3 4; int64 2: 0 2 | int32 2x2: 1 2 4 3
            ai.onnx.ml.ArrayFeatureExtractor | 1 | | int32 3: 1 2 3; int64 1x2: 2 0          | int32 1x2: 3 1
            ai.onnx.ml.ArrayFeatureExtractor | 1 | | string 2x2: a b c d; int64 1: 1         | string 2x1: b d
            ai.onnx.ml.Binarizer | 1 | threshold=0.5  | float32 3: 0.5 0.6 NaN              | float32 3: 0 1 0
            ai.onnx.ml.Binarizer | 1 | threshold=0.5  | int64 2: 0 1                        | int64 2: 0 1
            """)
    void picksAndPuts(String operator, long opset, String attributes, String inputs, String outputs) {
        assertEquals(outputs, Expanded.of(operator, opset, attributes).on(inputs));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ReduceSum       | 1  |                        | int32 2x2: 1 2 3 4               | int32 1x1: 10
            ReduceSum       | 11 | axes=[-1] keepdims=0   | int32 2x2: 1 2 3 4               | int32 2: 3 7
            ReduceSum       | 13 | keepdims=0             | int32 2x2: 1 2 3 4; int64 1: 0   | int32 2: 4 6
            ReduceSum       | 13 |                        | int32 2: 1 2; int64 0:           | int32 1: 3
            ReduceSum       | 13 | noop_with_empty_axes=1 | int32 2: 1 2; int64 0:           | int32 2: 1 2
            ReduceSum       | 13 | noop_with_empty_axes=1 | int32 2: 1 2                     | int32 2: 1 2
            ReduceSum       | 13 | noop_with_empty_axes=1 | int32 2x2: 1 2 3 4; int64 1: -1  | int32 2x1: 3 7
            ReduceSum       | 13 | noop_with_empty_axes=1 keepdims=0 | int32 2x2: 1 2 3 4; int64 2: 0 -1 | int32 : 10
            ReduceSumSquare | 18 | noop_with_empty_axes=1 | int32 2: 1 2                     | int32 2: 1 4
            ReduceSumSquare | 1  |                        | float16 2: 100 200               | float16 1: 49984
            ReduceL1        | 1  |                        | int32 2: 1 -2                    | int32 1: 3
            ReduceL1        | 18 |                        | uint32 2: 1 2                    | uint32 1: 3
            ReduceL2        | 18 |                        | float16 2: 300 400               | float16 1: 500
            ReduceL2        | 18 |                        | int32 2: 1 2                     | int32 1: 2
            ReduceMean      | 18 | keepdims=0             | float32 2x2: 1 2 3 5; int64 2: 0 1 | float32 : 2.75
            ReduceMean      | 18 |                        | int32 2: 1 2                     | int32 1: 1
            ReduceMean      | 18 | noop_with_empty_axes=1 | float32 2: 1 2; int64 0:         | float32 2: 1 2
            ReduceMean      | 11 | axes=[0]               | float32 0x1:                     | float32 1x1: NaN
            ReduceLogSum    | 18 |                        | float32 2: 0.5 0.5               | float32 1: 0
            ReduceLogSum    | 18 |                        | float32 0:                       | float32 1: -Infinity
            ReduceLogSumExp | 18 |                        | float32 2: 1000 1000             | float32 1: 1000.6932
            ReduceLogSumExp | 18 |                        | float32 2: -Infinity -Infinity   | float32 1: -Infinity
            ReduceLogSumExp | 1  | keepdims=0             | float32 1: Infinity              | float32 : Infinity
            ReduceMax       | 20 |                        | bool 2: 0 1                      | bool 1: 1
            ReduceMax       | 12 |                        | int8 0:                          | int8 1: -128
            ReduceMin       | 18 |                        | float32 2: 1 NaN                 | float32 1: NaN
            ReduceProd      | 18 |                        | int32 3: 2 3 4                   | int32 1: 24
            ArgMax          | 12 | select_last_index=1    | int32 3: 1 1 0                   | int64 1: 1
            ArgMin          | 1  | axis=-1 keepdims=0     | int32 1x3: 1 1 0                 | int64 1: 2
            CumSum          | 14 | exclusive=1 reverse=1  | int32 3: 1 2 3; int32 : 0        | int32 3: 5 3 0
            CumProd         | 26 |                        | int32 3: 1 2 3; int64 : -1       | int32 3: 1 2 6
            """)
    void reduces(String operator, long opset, String attributes, String inputs, String outputs) {
        assertEquals(outputs, Expanded.of(operator, opset, attributes).on(inputs));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TopK   | 1  | k=1                  | float32 2: 1 2                | float32 1: 2; int64 1: 1
            TopK   | 10 | axis=0               | float32 2: 1 2; int64 1: 2    | float32 2: 2 1; int64 2: 1 0
            TopK   | 11 | largest=0 sorted=0   | int32 3: 3 1 2; int64 1: 2    | int32 2: 1 2; int64 2: 1 2
            Unique | 11 |                      | int32 2x2: 2 1 2 1            | int32 2: 1 2; int64 2: 1 0
            Unique | 11 | axis=-1 sorted=0     | int32 1x3: 2 1 2              | int32 1x2: 2 1; int64 2: 0 1
            """)
    void sorts(String operator, long opset, String attributes, String inputs, String outputs) {
        assertEquals(outputs, Expanded.of(operator, opset, attributes).withOutputs(2).on(inputs));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ScatterElements | 16 | reduction=min | int32 1: 1; int64 1: 0; int32 1: 1 | is 'min', expected one of [none, add, mul]
            TensorScatter   | 24 | axis=1        | int32 1x2: 1 2; int32 1x2: 3 4; int64 1: 1 | index 2 into an axis of size 2
            GatherND        | 12 | batch_dims=99999999999 | int32 1: 1; int64 1: 0    | 2147483647 batch axes
            Compress        | 11 |               | int32 1: 1; bool 2: 0 1            | index 1 into an axis of size 1
            OneHot          | 11 | axis=2        | int32 1: 1; int64 : 1; int32 2: 0 1 | axis 2 of a tensor of rank 2
            ReduceSum       | 13 |               | int32 1: 1; int64 1: 1             | axis 1 of a tensor of rank 1
            ReduceSum       | 11 | axes=[0,-1]   | int32 1: 1                         | axis -1 is given twice
            TopK            | 1  |               | float32 1: 1                       | attribute 'k' is missing
            """)
    void refuses(String operator, long opset, String attributes, String inputs, String message) {
        String found = Expanded.of(operator, opset, attributes).refusal(inputs);
        assertTrue(found.contains(message), found);
    }
}
