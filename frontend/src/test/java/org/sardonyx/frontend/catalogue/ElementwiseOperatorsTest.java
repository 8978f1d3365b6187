package org.sardonyx.frontend.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What differs between versions of elementwise operators, activations and casts, and what ONNX's own tests leave out.
class ElementwiseOperatorsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Add            | 6  | broadcast=1 axis=0  | float32 2x2: 1 2 3 4; float32 2: 10 20     | float32 2x2: 11 12 23 24
            Less           | 1  | broadcast=1 axis=-2 | float32 2x2: 1 2 3 4; float32 2: 2 4       | bool 2x2: 1 0 1 0
            Greater        | 1  | broadcast=1 axis=0  | float32 2x2: 1 2 3 4; float32 2: 1 4       | bool 2x2: 0 1 0 0
            Mul            | 6  | broadcast=1         | float32 2x2: 1 2 3 4; float32 2: 10 20     | float32 2x2: 10 40 30 80
            Or             | 1  | broadcast=1 axis=0  | bool 2x1: 1 0; bool 2: 0 1                 | bool 2x1: 1 1
            Sub            | 7  |                     | float32 2x2: 1 2 3 4; float32 2: 1 2       | float32 2x2: 0 0 2 2
            PRelu          | 6  |                     | float32 1x2x2: -1 -2 -3 4; float32 2: 2 3  | float32 1x2x2: -2 -4 -9 4
            PRelu          | 6  |                     | float32 2: -1 4; float32 1: 3              | float32 2: -3 4
            PRelu          | 7  |                     | float32 1x2x2: -1 -2 -3 4; float32 2: 2 3  | float32 1x2x2: -2 -6 -6 4
            PRelu          | 9  |                     | uint32 2: 1 2; uint32 : 3                  | uint32 2: 1 2
            GreaterOrEqual | 16 |                     | float32 3: 1 2 NaN; float32 : 2            | bool 3: 0 1 0
            Equal          | 19 |                     | string 2: a b; string : b                  | bool 2: 0 1
            Sum            | 13 |                     | float32 2: 1 2; float32 2x1: 3 4; float32 : 5 | float32 2x2: 9 10 10 11
            Mean           | 8  |                     | float32 2: 1 2; float32 : 4                | float32 2: 2.5 3
            Max            | 12 |                     | uint64 : -1; uint64 : 1                    | uint64 : 18446744073709551615
            Min            | 13 |                     | int8 2: 1 -2                               | int8 2: 1 -2
            Mod            | 10 |                     | int32 2: -7 7; int32 : 3                   | int32 2: 2 1
            Mod            | 13 | fmod=1              | float32 2: -7 7; float32 : 3               | float32 2: -1 1
            BitShift       | 28 | direction=RIGHT     | int8 2: -128 64; int8 : 2                  | int8 2: -32 16
            Erf            | 9  |                     | int8 3: -9 0 9                             | int8 3: -1 0 1
            Reciprocal     | 6  |                     | float32 2: 4 0                             | float32 2: 0.25 Infinity
            """)
    void computes(String operator, long opset, String attributes, String inputs, String outputs) {
        assertEquals(outputs, Expanded.of(operator, opset, attributes).on(inputs));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            float32 : 2; int64 : -1      | float32 : 0.5
            float16 : 4; float32 : 0.5   | float16 : 2
            float32 : 4; float64 : 0.5   | float32 : 2
            float64 : 4; float16 : 0.5   | float64 : 2
            bfloat16 : 4; float16 : 0.5  | bfloat16 : 2
            int32 : 4; float32 : 0.5     | int32 : 2
            int32 : 3; int64 : 2         | int32 : 9
            int64 : -2; uint8 : 3        | int64 : -8
            """)
    void powersHaveTheTypeOfTheBase(String inputs, String output) {
        assertEquals(output, Expanded.of("Pow", 15, "").on(inputs));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Clip  | 1  |                                     | float32 3: Infinity 5 NaN               | float32 3: Infinity 5 NaN
            Clip  | 6  |                                     | float32 2: Infinity -Infinity           | float32 2: 3.4028234663852886E38 -3.4028234663852886E38
            Clip  | 6  | max=4.0                             | float32 3: Infinity 5 NaN               | float32 3: 4 4 NaN
            Clip  | 11 |                                     | float32 3: Infinity 5 NaN; float32 : 6  | float32 3: Infinity 6 NaN
            Clip  | 12 |                                     | int8 3: -5 0 5; ; int8 : 3              | int8 3: -5 0 3
            Clip  | 13 |                                     | float32 : 2; float32 : 3; float32 : 1   | float32 : 1
            IsInf | 10 |                                     | float32 3: Infinity -Infinity NaN       | bool 3: 1 1 0
            IsInf | 10 | detect_positive=0                   | float32 3: Infinity -Infinity NaN       | bool 3: 0 1 0
            IsInf | 20 | detect_negative=0                   | bfloat16 3: Infinity -Infinity NaN      | bool 3: 1 0 0
            IsInf | 20 | detect_negative=0 detect_positive=0 | float32 3: Infinity -Infinity NaN       | bool 3: 0 0 0
            IsInf | 20 |                                     | float8e4m3fn 3: NaN 448 -448            | bool 3: 0 0 0
            IsNaN | 20 |                                     | float8e5m2 3: NaN Infinity 1            | bool 3: 1 0 0
            """)
    void treatsWhatIsNotFinite(String operator, long opset, String attributes, String inputs, String outputs) {
        assertEquals(outputs, Expanded.of(operator, opset, attributes).on(inputs));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Relu               | 14 |                      | int8 3: -1 0 5           | int8 3: 0 0 5
            LeakyRelu          | 6  |                      | float32 2: -100 2        | float32 2: -1 2
            ThresholdedRelu    | 10 |                      | float32 3: 0.5 1 2       | float32 3: 0 0 2
            Elu                | 6  | alpha=1000000000.0   | float32 : -1e-9          | float32 : -1
            Celu               | 12 | alpha=2.0            | float32 2: -1000 3       | float32 2: -2 3
            Selu               | 1  |                      | float32 2: -1000 1       | float32 2: -1.758 1.0507
            Selu               | 6  | alpha=1.0 gamma=2.0  | float32 2: -1000 1       | float32 2: -2 2
            Sigmoid            | 13 |                      | float16 3: -1000 0 1000  | float16 3: 0 0.5 1
            HardSigmoid        | 22 |                      | float32 3: -9 0 9        | float32 3: 0 0.5 1
            HardSwish          | 14 |                      | float32 3: -9 1.5 9      | float32 3: -0 1.125 9
            Softplus           | 1  |                      | float16 3: -1000 0 1000  | float16 3: 0 0.6934 1000
            Softsign           | 22 |                      | float32 2: -1 3          | float32 2: -0.5 0.75
            Mish               | 22 |                      | float32 3: -1000 0 100   | float32 3: -0 0 100
            Gelu               | 20 |                      | float32 2: 1 -1          | float32 2: 0.8413 -0.1587
            Gelu               | 20 | approximate=tanh     | float32 2: 1 -1          | float32 2: 0.8412 -0.1588
            Swish              | 24 | alpha=2.0            | float32 2: 0 100         | float32 2: 0 100
            SwiGLU             | 28 |                      | float16 1: 100; float16 1: 3 | float16 1: 300
            Shrink             | 9  | bias=1.0             | int8 3: -9 0 9           | int8 3: -8 0 8
            Shrink             | 9  | bias=0.5             | int8 3: -9 0 9           | int8 3: -8 0 8
            Shrink             | 9  | lambd=1.0 bias=1.0   | uint8 3: 0 1 250         | uint8 3: 0 0 249
            Affine             | 1  | alpha=2.0 beta=1.0   | float32 2: 1 2           | float32 2: 3 5
            ScaledTanh         | 1  | alpha=2.0 beta=9.0   | float32 2: 0 9           | float32 2: 0 2
            ParametricSoftplus | 1  | alpha=2.0 beta=3.0   | float32 1: 10            | float32 1: 60
            ImageScaler        | 1  | scale=2.0 bias=[0.5,1.5] | float32 1x2x1x1: 3 4 | float32 1x2x1x1: 6.5 9.5
            """)
    void activates(String operator, long opset, String attributes, String inputs, String outputs) {
        assertEquals(outputs, Expanded.of(operator, opset, attributes).on(inputs));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Cast     | 1  | to=DOUBLE               | float32 : 2                   | float64 : 2
            Cast     | 1  | to=INT32                | float32 : 2.5                 | int32 : 2
            Cast     | 9  | to=8                    | int64 : 36                    | string : 36
            Cast     | 19 | to=19 saturate=0        | float32 : 1000000             | float8e5m2 : Infinity
            Cast     | 24 | to=24 round_mode=down   | float32 : 7                   | float8e8m0 : 4
            CastLike | 15 |                         | string 2: 1e1 -INF; float32 : 0 | float32 2: 10 -Infinity
            CastLike | 24 | round_mode=nearest      | float32 : 5; float8e8m0 : 1   | float8e8m0 : 4
            BitCast  | 26 | to=2                    | int8 2: -1 1                  | uint8 2: 255 1
            """)
    void casts(String operator, long opset, String attributes, String inputs, String outputs) {
        assertEquals(outputs, Expanded.of(operator, opset, attributes).on(inputs));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Pow       | 1  | broadcast=1 axis=1 | float32 1x1: 1; float32 1x1: 1 | a tensor of rank 2 stands for the axes from 1 of one of rank 2
            Mul       | 6  | broadcast=1 axis=2 | float32 1x1: 1; float32 1: 1   | axis 2 of a tensor of rank 2
            And       | 7  |                    | int64 1: 5; int64 1: 5         | input 0 is of type int64, expected bool
            BitwiseOr | 18 |                    | bool 1: 1; bool 1: 1           | input 0 is of type bool, expected integers
            BitShift  | 11 | direction=UP       | uint8 1: 1; uint8 1: 1         | attribute 'direction' is 'UP', expected one of [LEFT, RIGHT]
            BitShift  | 11 |                    | uint8 1: 1; uint8 1: 1         | attribute 'direction' is '', expected one of [LEFT, RIGHT]
            Gelu      | 20 | approximate=erf    | float32 1: 1                   | attribute 'approximate' is 'erf', expected one of [none, tanh]
            Cast      | 1  | to=REAL            | float32 1: 1                   | attribute 'to' is 'REAL', which is no element type
            Cast      | 13 | to=99              | float32 1: 1                   | attribute 'to' is 99, which is no element type
            Cast      | 13 |                    | float32 1: 1                   | attribute 'to' is missing
            Cast      | 24 | to=1 round_mode=up2 | int8 1: 1                     | attribute 'round_mode' is 'up2', expected one of [up, down, nearest]
            """)
    void refuses(String operator, long opset, String attributes, String inputs, String message) {
        assertEquals(message, Expanded.of(operator, opset, attributes).refusal(inputs));
    }
}
