package org.sardonyx.frontend.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What ONNX's own tests of quantized operators leave out, and those of com.microsoft.
class QuantizationOperatorsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10 |                     | float32 6: 1 3 5 1e30 -1e30 NaN; float32 : 2              | uint8 6: 0 2 2 255 0 0
            10 |                     | int32 2: -4 4; float32 : 2; int8 : 1                      | int8 2: -1 3
            13 | axis=0              | float32 2x2: 1 2 3 4; float32 2: 0.5 2                    | uint8 2x2: 2 4 2 2
            13 | axis=-2             | float32 2x2: 1 2 3 4; float32 2: 0.5 2; uint8 2: 1 0      | uint8 2x2: 3 5 2 2
            13 |                     | float32 : 4; float32 1: 0.5                               | uint8 : 8
            19 | saturate=0          | float32 2: 1e9 2; float32 : 1; float8e5m2 : 0             | float8e5m2 2: Infinity 2
            21 | output_dtype=22     | float32 3: 1e9 -1e9 3; float32 : 2                        | int4 3: 7 -8 2
            21 | axis=0 block_size=2 | float32 3: 1 2 3; float32 2: 1 3                          | uint8 3: 1 2 1
            23 |                     | float16 2: 2049 -1; float16 : 1; uint16 : 7               | uint16 2: 2055 6
            23 | precision=1         | float16 1: 300; float16 : 0.1; uint16 : 0                 | uint16 1: 3001
            24 |                     | float32 2: 9 8; float8e8m0 : 2                            | uint8 2: 4 4
            """)
    void quantizes(long opset, String attributes, String inputs, String output) {
        assertEquals(output, Expanded.of("QuantizeLinear", opset, attributes).on(inputs));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10 |                     | uint8 2: 0 255; float32 : 2; uint8 : 128             | float32 2: -256 254
            10 |                     | int32 1: 2000000000; float32 : 1; int32 : -1         | float32 1: 2.0E9
            13 |                     | int8 1x2: 3 3; float32 2: 1 2; int8 2: 0 1           | float32 1x2: 3 4
            19 |                     | float8e4m3fn 1: 448; float16 : 2                     | float16 1: 896
            21 | axis=0 block_size=2 | uint8 3: 1 1 1; float32 2: 1 3                       | float32 3: 1 1 3
            21 | block_size=1        | uint8 2x2: 1 2 3 4; float32 2x2: 1 2 3 4             | float32 2x2: 1 4 9 16
            23 | output_dtype=10     | uint4 1: 15; float32 : 2                             | float16 1: 30
            """)
    void dequantizes(long opset, String attributes, String inputs, String output) {
        assertEquals(output, Expanded.of("DequantizeLinear", opset, attributes).on(inputs));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            QuantizeLinear   | 13 | axis=2              | float32 1x1: 1; float32 2: 1 2            | axis 2 of a tensor of rank 2
            QuantizeLinear   | 21 | output_dtype=3      | float32 1: 1; float32 : 1; uint8 : 0      | attribute 'output_dtype' is int8, but the zero point is of type uint8
            QuantizeLinear   | 23 | precision=3         | float32 1: 1; float32 : 1                 | attribute 'precision' is int8, expected a floating-point type
            DequantizeLinear | 24 |                     | uint8 1: 1; float8e8m0 : 1                | the scale is of type float8e8m0, and the attribute 'output_dtype' does not name another type for the output
            DequantizeLinear | 13 |                     | uint8 1: 1; float32 1x2: 1 1              | a scale or zero point has shape [1, 2], expected one number or a vector
            DequantizeLinear | 21 | axis=0 block_size=2 | uint8 5: 1 1 1 1 1; float32 2: 1 1        | a scale or zero point has 2 blocks along axis 0, expected 3 blocks of 2 for 5 elements
            DequantizeLinear | 21 | axis=0 block_size=2 | uint8 3: 1 1 1; float32 1x2: 1 1          | a scale or zero point has shape [1, 2] for a tensor of shape [3], expected the same rank
            DequantizeLinear | 21 | axis=0 block_size=-1 | uint8 3: 1 1 1; float32 3: 1 1 1         | attribute 'block_size' is -1, expected 1 to 2147483647
            """)
    void refuses(String operator, long opset, String attributes, String inputs, String message) {
        assertEquals(message, Expanded.of(operator, opset, attributes).refusal(inputs));
    }

    @Test
    void quantizesToTheRangeOfAllNumbersAndZero() {
        Expanded operator = Expanded.of("DynamicQuantizeLinear", 11, "").withOutputs(3);
        assertEquals("uint8 3: 0 128 255; float32 : 1; uint8 : 128", operator.on("float32 3: -128 0 127"));
        assertEquals("uint8 2: 0 0; float32 : 0; uint8 : 0", operator.on("float32 2: 0 0"));
        assertEquals("uint8 2: 255 255; float32 : 1; uint8 : 0", operator.on("float32 2: 255 255"));
    }

    /// Zero points of the left matrix belong to rows, those of the right one to columns; padding stands for zero.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MatMulInteger |            | uint8 2x2: 1 2 3 4; int8 2x2: 1 0 0 1; uint8 2: 1 2; int8 2: 0 1 | int32 2x2: 0 0 1 -1
            MatMulInteger |            | uint8 2: 255 255; uint8 2: 255 255                               | int32 : 130050
            QLinearMatMul |            | uint8 1x1: 12; float32 : 2; uint8 : 2; int8 1x2: 3 4; float32 2: 1 10; int8 : 0; float32 : 5; uint8 : 7 | uint8 1x2: 19 167
            ConvInteger   | pads=[1,1] | uint8 1x1x3: 11 12 13; uint8 2x1x2: 3 3 5 6; uint8 : 10; uint8 2: 2 5 | int32 1x2x4: 1 3 5 3 1 2 3 0
            QLinearConv   |            | uint8 1x1x3: 11 12 13; float32 : 0.5; uint8 : 10; uint8 2x1x2: 3 3 5 6; float32 2: 0.5 10; uint8 2: 2 5; float32 : 2; uint8 : 0; int32 2: 10 50 | uint8 1x2x2: 2 2 130 132
            """)
    void sumsProducts(String operator, String attributes, String inputs, String output) {
        assertEquals(output, Expanded.of(operator, 10, attributes).on(inputs));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            QuantizeLinear       |           | float32 1: 5; float32 : 2; int8 : 1                                      | int8 1: 3
            DequantizeLinear     | axis=0    | uint8 2: 3 3; float32 2: 1 2                                             | float32 2: 3 6
            QLinearAdd           |           | A; uint8 1: 4; float32 : 0.5; uint8 : 2; float32 : 1; uint8 : 0          | uint8 3: 1 6 128
            QLinearMul           |           | A; uint8 1: 4; float32 : 0.5; ; float32 : 1                              | uint8 3: 0 10 255
            QLinearSigmoid       |           | A; float32 : 0.00390625; uint8 : 0                                       | uint8 3: 128 254 255
            QLinearLeakyRelu     | alpha=0.1 | uint8 2: 0 20; float32 : 1; uint8 : 10; float32 : 1; uint8 : 10          | uint8 2: 9 20
            QLinearSoftmax       | opset=13  | uint8 1x2: 3 3; float32 : 1; ; float32 : 0.00390625; uint8 : 0           | uint8 1x2: 128 128
            QLinearSoftmax       | opset=12 axis=0 | uint8 2x2: 3 3 3 3; float32 : 1; ; float32 : 0.00390625; uint8 : 0 | uint8 2x2: 64 64 64 64
            QLinearConcat        | axis=0    | float32 : 0.5; uint8 : 0; A; uint8 1: 3; float32 : 1; uint8 : 1          | uint8 4: 0 10 255 4
            QLinearWhere         |           | bool 3: 1 0 1; A; uint8 : 1; float32 : 2; uint8 : 0; float32 : 0.5; uint8 : 0 | uint8 3: 0 4 255
            QLinearReduceMean    | keepdims=0 | A; float32 : 0.5; uint8 : 0                                             | uint8 : 88
            QLinearGlobalAveragePool |       | uint8 1x1x3: 0 10 255; float32 : 1; ; float32 : 1                        | uint8 1x1x1: 88
            QLinearGlobalAveragePool | channels_last=1 | uint8 1x1x3: 0 10 255; float32 : 1; ; float32 : 1              | uint8 1x1x3: 0 10 255
            QLinearAveragePool   | kernel_shape=[2] | uint8 1x1x3: 0 10 255; float32 : 1; ; float32 : 1                | uint8 1x1x2: 5 132
            QLinearAveragePool   | kernel_shape=[2] channels_last=1 | uint8 1x3x1: 0 10 255; float32 : 1; ; float32 : 1 | uint8 1x2x1: 5 132
            QGemm                | transB=1 alpha=2.0 | uint8 1x2: 3 4; float32 : 0.5; uint8 : 1; int8 2x2: 1 2 3 4; float32 2: 1 10; ; int32 2: 1 2 | float32 1x2: 9 200
            QGemm                | transA=1  | uint8 1x1: 3; float32 : 0.5; ; int8 1x1: 5; float32 : 2; ; ; float32 : 3  | uint8 1x1: 5
            MatMulIntegerToFloat |           | uint8 2x2: 1 2 3 4; int8 2x2: 1 0 0 1; float32 : 2; float32 : 0.5; ; int8 2: 0 1; float32 2: 0.5 2 | float32 2x2: 1.5 1 3.5 -1
            DynamicQuantizeMatMul |          | float32 1x2: 255 51; uint8 2x1: 3 5; float32 : 2; uint8 : 1; float32 1: 7 | float32 1x1: 1435
            Gelu                 |           | float32 2: 1 -1                                                          | float32 2: 0.8413 -0.1587
            BiasGelu             |           | float32 1: 0.5; float32 1: 0.5                                           | float32 1: 0.8413
            FastGelu             |           | float32 1: 0.5; float32 1: 0.5                                           | float32 1: 0.8412
            QuickGelu            |           | float32 1: 1                                                             | float32 1: 0.8458
            """)
    void computesForMicrosoft(String operator, String attributes, String inputs, String output) {
        String expanded = inputs.replace("A;", "uint8 3: 0 10 255; float32 : 0.5; uint8 : 0;");
        assertEquals(output, Expanded.of("com.microsoft." + operator, 1, attributes).on(expanded));
    }

    @Test
    void refusesIncompleteInputsOfMicrosoft() {
        assertEquals("6 inputs, expected 2 for the output and then 3 for each tensor",
                Expanded.of("com.microsoft.QLinearConcat", 1, "axis=0")
                        .refusal("float32 : 1; uint8 : 0; uint8 1: 1; float32 : 1; uint8 : 0; uint8 1: 1"));
        assertEquals("input 0 has shape [1, 1], expected batch, channels and further axes",
                Expanded.of("com.microsoft.QLinearGlobalAveragePool", 1, "")
                        .refusal("uint8 1x1: 1; float32 : 1; ; float32 : 1"));
    }
}
