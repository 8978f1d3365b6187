package org.sardonyx.frontend.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeAndRearrangementOperatorsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Constant        | 12 | value_int=3           | | int64 : 3
            Constant        | 12 | value_ints=[1,2]      | | int64 2: 1 2
            Constant        | 12 | value_float=0.5       | | float32 : 0.5
            Constant        | 12 | value_floats=[0.5,2.0] | | float32 2: 0.5 2
            Constant        | 12 | value_string=a        | | string : a
            Constant        | 12 | value_strings=[a,b]   | | string 2: a b
            ConstantOfShape | 9  |                       | int64 2: 1 2       | float32 1x2: 0 0
            ConstantOfShape | 9  |                       | int64 0:           | float32 : 0
            ConstantOfShape | 9  |                       | int64 1: 0         | float32 0:
            Shape           | 13 |                       | int32 2x0:         | int64 2: 2 0
            Shape           | 15 | start=-2              | int32 1x2x1: 1 2   | int64 2: 2 1
            Shape           | 15 | start=1 end=-1        | int32 1x2x1: 1 2   | int64 1: 2
            Shape           | 15 | start=9 end=-9        | int32 1: 1         | int64 0:
            Size            | 13 |                       | int32 2x2: 1 2 3 4 | int64 : 4
            Size            | 13 |                       | int32 : 7          | int64 : 1
            Reshape         | 1  | shape=[0,-1]          | int32 2x1x1: 1 2   | int32 2x1: 1 2
            Reshape         | 5  |                       | int32 2: 1 2; int64 0:          | refused
            Reshape         | 14 |                       | int32 2x0: ; int64 2: 0 0       | int32 2x0:
            Reshape         | 14 | allowzero=1           | int32 2x0: ; int64 2: 0 3       | int32 0x3:
            Flatten         | 9  |                       | int32 1x2x2: 1 2 3 4            | int32 1x4: 1 2 3 4
            Flatten         | 9  | axis=0                | int32 2: 1 2                    | int32 1x2: 1 2
            Flatten         | 9  | axis=2                | int32 1x2: 1 2                  | int32 2x1: 1 2
            Flatten         | 11 | axis=-1               | int32 0x2x3:                    | int32 0x3:
            Squeeze         | 1  | axes=[0]              | int32 1x2x1: 1 2                | int32 2x1: 1 2
            Squeeze         | 1  |                       | int32 1x2x1: 1 2                | int32 2: 1 2
            Squeeze         | 13 |                       | int32 1x2x1: 1 2; int64 1: -1   | int32 1x2: 1 2
            Squeeze         | 13 |                       | int32 2: 1 2                    | int32 2: 1 2
            Unsqueeze       | 11 | axes=[-1,0]           | int32 2: 1 2                    | int32 1x2x1: 1 2
            Unsqueeze       | 13 |                       | int32 : 1; int64 2: 0 1         | int32 1x1: 1
            Range           | 11 |                       | int32 : 1; int32 : 6; int32 : 2 | int32 3: 1 3 5
            """)
    void looksAtShapes(String operator, long opset, String attributes, String inputs, String outputs) {
        check(operator, opset, attributes, inputs, outputs);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Transpose | 1  |                       | int32 1x2x1: 1 2               | int32 1x2x1: 1 2
            Transpose | 1  |                       | int32 2x2: 1 2 3 4             | int32 2x2: 1 3 2 4
            Transpose | 1  | perm=[1,2,0]          | int32 2x1x2: 1 2 3 4           | int32 1x2x2: 1 3 2 4
            Expand    | 8  |                       | int32 2x1: 1 2; int64 1: 2     | int32 2x2: 1 1 2 2
            Tile      | 1  |                       | int32 1x2: 1 2; int32 : 2; int32 : 1   | int32 1x4: 1 2 1 2
            Tile      | 6  |                       | int32 1x2: 1 2; int64 2: 2 2   | int32 2x4: 1 2 1 2 1 2 1 2
            Tile      | 6  |                       | int32 2: 1 2; int64 1: 0       | int32 0:
            Tile      | 6  |                       | int32 : 5; int64 0:            | int32 : 5
            Concat    | 1  |                       | int32 1x1: 1; int32 1x2: 2 3   | int32 1x3: 1 2 3
            Concat    | 4  | axis=-2               | int32 1x1: 1; int32 2x1: 2 3   | int32 3x1: 1 2 3
            Slice     | 1  | starts=[1] ends=[9]   | int32 3: 1 2 3                 | int32 2: 2 3
            Slice     | 1  | starts=[0] ends=[-1] axes=[1] | int32 2x2: 1 2 3 4     | int32 2x1: 1 3
            Slice     | 10 |                       | int32 2x2: 1 2 3 4; int64 1: 1; int64 1: 2; int64 1: -1 | int32 2x1: 2 4
            Slice     | 10 |                       | int32 4: 1 2 3 4; int32 1: -1; int32 1: -9; int32 1: 0; int32 1: -2 | int32 2: 4 2
            Slice     | 13 |                       | int32 2x2: 1 2 3 4; int64 2: 0 1; int64 2: 1 2 | int32 1x1: 2
            Slice     | 13 |                       | int32 3: 1 2 3; int64 1: 2; int64 1: -9; ; int64 1: -1 | int32 3: 3 2 1
            Pad       | 1  | paddings=[0,1] value=9.0 | float32 1: 1                | float32 2: 1 9
            Pad       | 2  | pads=[1,0] mode=edge  | float32 1: 1                   | float32 2: 1 1
            Pad       | 11 |                       | int32 1: 1; int64 2: 1 1       | int32 3: 0 1 0
            Pad       | 11 | mode=reflect          | int32 2: 1 2; int64 2: 1 1     | int32 4: 2 1 2 1
            Pad       | 13 |                       | string 1: a; int64 2: 0 1; string : z | string 2: a z
            Pad       | 18 |                       | int32 1x1: 1; int64 2: 1 1; int32 : 7; int64 1: -1 | int32 1x3: 7 1 7
            Pad       | 19 | mode=wrap             | int32 1x2: 1 2; int64 4: 0 1 1 0; ; int32 2: 0 1 | int32 2x3: 2 1 2 2 1 2
            """)
    void rearranges(String operator, long opset, String attributes, String inputs, String outputs) {
        check(operator, opset, attributes, inputs, outputs);
    }

    private static void check(String operator, long opset, String attributes, String inputs, String outputs) {
        Expanded expanded = Expanded.of(operator, opset, attributes);
        if (outputs.equals("refused")) {
            expanded.refusal(inputs);
        } else {
            assertEquals(outputs, expanded.on(inputs));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1  | 2 | split=[1,2]             | int32 3: 1 2 3                     | int32 1: 1; int32 2: 2 3
            1  | 2 |                         | float32 3: 1 2 3; float32 2: 2 1   | float32 2: 1 2; float32 1: 3
            2  | 2 | axis=-1                 | int32 1x2: 1 2                     | int32 1x1: 1; int32 1x1: 2
            11 | 3 | split=[0,2,0]           | int32 2: 1 2                       | int32 0:; int32 2: 1 2; int32 0:
            13 | 2 |                         | int32 3: 1 2 3; int64 2: 2 1       | int32 2: 1 2; int32 1: 3
            18 | 2 | num_outputs=2           | int32 3: 1 2 3                     | int32 2: 1 2; int32 1: 3
            18 | 3 | num_outputs=3           | int32 4: 1 2 3 4                   | int32 2: 1 2; int32 2: 3 4; int32 0:
            18 | 1 | num_outputs=2           | int32 4: 1 2 3 4                   | int32 2: 1 2
            """)
    void splits(long opset, int count, String attributes, String inputs, String outputs) {
        assertEquals(outputs, Expanded.of("Split", opset, attributes).withOutputs(count).on(inputs));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Split     | 11 | split=[1,1]         | int32 3: 1 2 3         | axis 0 of [3] is split into 2 parts of sizes [1, 1]
            Split     | 11 | split=[4,-1]        | int32 3: 1 2 3         | of sizes [4, -1]
            Split     | 11 | split=[3]           | int32 3: 1 2 3         | is split into 2 parts of sizes [3]
            Split     | 11 |                     | int32 3: 1 2 3         | axis 0 of [3] is split into 2 parts for 2 outputs
            Split     | 18 | num_outputs=0       | int32 3: 1 2 3         | is split into 0 parts for 2 outputs
            Concat    | 4  |                     | int32 1: 1             | attribute 'axis' is missing
            Concat    | 11 | axis=1              | int32 1: 1             | axis 1 of a tensor of rank 1
            Slice     | 1  | starts=[0] ends=[1] axes=[3] | int32 1: 1    | axis 3 of a tensor of rank 1
            Slice     | 1  | starts=[0] ends=[1,2]        | int32 1: 1    | 2 bounds for 1 axes
            Pad       | 18 | mode=wrap           | int32 1: 1; int64 2: 1 1 | is 'wrap', expected one of [constant, reflect, edge]
            Pad       | 11 |                     | int32 1: 1; int64 1: 1 | 1 pads for a tensor of shape [1], expected 2
            Flatten   | 9  | axis=3              | int32 1x1: 1           | axis 3 of a tensor of rank 2
            Squeeze   | 1  | axes=[0]            | int32 2: 1 2           | axis 0 of [2] is removed, but its size is not 1
            Transpose | 1  | perm=[0,0]          | int32 1x1: 1           | [0, 0] is not a permutation of the axes
            Tile      | 6  |                     | int32 1: 1; int64 1: -1 | negative dimension
            Tile      | 6  |                     | int32 1x2: 1 2; int64 1: 2 | repeats of shape [1] for a tensor of shape [1, 2]
            Constant  | 12 |                     |                        | none of the attributes that hold the value
            """)
    void refuses(String operator, long opset, String attributes, String inputs, String message) {
        String found = Expanded.of(operator, opset, attributes).withOutputs(operator.equals("Split") ? 2 : 1)
                .refusal(inputs);
        assertTrue(found.contains(message), found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Flatten | 13 | axis=1        | float32[N, C, H]                    | float32[N, C*H]
            Reshape | 14 |               | float32[N, 4, H]; int64 3: 0 2 -1   | float32[N, 2, H*2]
            Size    | 13 |               | float32[N, 4]                       | int64[]
            Squeeze | 13 |               | float32[N, 1]; int64 1: 1           | float32[N]
            Tile    | 13 |               | float32[N, 2]; int64 2: 3 2         | float32[N*3, 4]
            Slice   | 13 |               | float32[N, 8]; int64 1: 2; int64 1: 4; int64 1: 1 | float32[N, 2]
            Slice   | 13 |               | float32[N+4]; int64 1: 1; int64 1: 3 | float32[2]
            Slice   | 13 |               | float32[N]; int64 1: 1; int64 1: 3  | float32[?]
            Concat  | 13 | axis=0        | float32[N, 3]; float32[M, ?]        | float32[M+N, 3]
            Pad     | 18 |               | float32[N, H]; int64 2: 1 2; float32 : 0; int64 1: 1 | float32[N, H+3]
            Split   | 18 | num_outputs=3 | float32[6*N]                        | float32[N*2]
            Expand  | 13 |               | float32[N, 1]; int64 3: 2 1 5       | float32[2, N, 5]
            Concat  | 13 | axis=1        | float32[*]; float32[*]              | float32[*]
            Gather  | 13 | axis=1        | float32[*]; int64[N]                | float32[*]
            Split   | 13 | axis=1        | float32[*]; int64 1: 2              | float32[*]
            Shape   | 15 | end=1         | float32[*]                          | int64[?]
            """)
    void infersSymbolicShapes(String operator, long opset, String attributes, String inputs, String types) {
        assertEquals(types, Expanded.of(operator, opset, attributes).typesOn(inputs));
    }
}
