package org.sardonyx.frontend.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvolutionOperatorsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # The kernel is 10 1.
            1  |                                 | 1 2 3 4   | 1x1x3: 12 23 34
            1  | auto_pad=VALID pads=[1,1]       | 1 2 3 4   | 1x1x3: 12 23 34
            11 | pads=[1,1] kernel_shape=[2]     | 1 2 3 4   | 1x1x5: 1 12 23 34 40
            11 | auto_pad=SAME_LOWER             | 1 2 3 4   | 1x1x4: 1 12 23 34
            22 | auto_pad=SAME_UPPER strides=[2] | 1 2 3 4 5 | 1x1x3: 12 34 50
            22 | dilations=[2] strides=[2]       | 1 2 3 4 5 | 1x1x2: 13 35
            """)
    void convolves(long opset, String attributes, String x, String result) {
        String inputs = "float32 1x1x" + x.split(" ").length + ": " + x + "; float32 1x1x2: 10 1";
        assertEquals("float32 " + result, Expanded.of("Conv", opset, attributes).on(inputs));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Conv          | group=2 | float16 1x2x1: 1 2; float16 4x1x1: 1 2 3 4; float16 4: 10 20 30 40 | float16 1x4x1: 11 22 36 48
            Conv          |         | float64 1x1x1x1: 2; float64 1x1x1x1: 3; float64 1: 1 | float64 1x1x1x1: 7
            Conv          |         | float32 1x1x1x1x1: 2; float32 1x1x1x1x1: 3           | float32 1x1x1x1x1: 6
            ConvTranspose | group=2 | float32 1x2x1: 1 2; float32 2x2x1: 1 2 3 4; float32 4: 10 20 30 40 | float32 1x4x1: 11 22 36 48
            """)
    void addsABiasPerChannel(String operator, String attributes, String inputs, String result) {
        assertEquals(result, Expanded.of(operator, 22, attributes).on(inputs));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # The whole result of 1 2 with the kernel 1 1 1 and stride 2 is 1 1 3 2 2.
            1  | strides=[2]                                  | 1x1x5: 1 1 3 2 2
            1  | strides=[2] pads=[1,1]                       | 1x1x3: 1 3 2
            11 | strides=[2] output_padding=[1]               | 1x1x6: 1 1 3 2 2 0
            11 | strides=[2] pads=[1,1] output_padding=[1]    | 1x1x4: 1 3 2 2
            11 | strides=[2] output_shape=[4]                 | 1x1x4: 1 3 2 2
            11 | strides=[2] output_shape=[4] pads=[9,9]      | 1x1x4: 1 3 2 2
            11 | strides=[2] output_shape=[4] auto_pad=SAME_UPPER | 1x1x4: 1 1 3 2
            11 | strides=[2] output_shape=[3]                 | 1x1x3: 1 3 2
            11 | strides=[2] output_shape=[6]                 | 1x1x6: 1 1 3 2 2 0
            11 | strides=[2] output_shape=[5] output_padding=[1] | 1x1x5: 1 3 2 2 0
            22 | strides=[2] auto_pad=SAME_UPPER              | 1x1x4: 1 1 3 2
            22 | strides=[2] auto_pad=SAME_LOWER              | 1x1x4: 1 3 2 2
            22 | strides=[4] auto_pad=SAME_UPPER              | 1x1x8: 1 1 1 0 2 2 2 0
            22 | strides=[2] auto_pad=VALID                   | 1x1x5: 1 1 3 2 2
            22 | strides=[2] dilations=[2]                    | 1x1x7: 1 0 3 0 3 0 2
            """)
    void transposes(long opset, String attributes, String result) {
        assertEquals("float32 " + result,
                Expanded.of("ConvTranspose", opset, attributes).on("float32 1x1x2: 1 2; float32 1x1x3: 1 1 1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Conv          | strides=[2,2] pads=[1,1,1,1] | float32[N,3,2*H,W]; float32[8,3,3,3] | float32[N, 8, H, floor((W-1)/(2))+1]
            Conv          |                              | float32[*]; float32[8,3,3]           | float32[?, 8, ?]
            Conv          | kernel_shape=[3]             | float32[1,3,L]; float32[*]           | float32[1, ?, ?]
            ConvTranspose | strides=[2] pads=[1,1]       | float32[N,3,L]; float32[3,4,4]       | float32[N, 4, L*2]
            ConvTranspose | strides=[2] output_shape=[9] | float32[N,3,L]; float32[3,4,4]       | float32[N, 4, 9]
            ConvTranspose | strides=[2] auto_pad=SAME_UPPER | float32[N,3,L]; float32[3,4,4]    | float32[N, 4, L*2]
            """)
    void infersSymbolicSizes(String operator, String attributes, String inputs, String type) {
        assertEquals(type, Expanded.of(operator, 22, attributes).typesOn(inputs));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            strides=[1,1]     | float32 1x1x2: 1 2; float32 1x1x1: 1 | a tensor of shape [1, 1, 2] for a convolution over 2 axes, expected rank 4
            kernel_shape=[2]  | float32 1x1x2: 1 2; float32 1x1x1: 1 | weights with kernels of shape [1], but the attribute 'kernel_shape' says [2]
            kernel_shape=[1] strides=[1,1] | float32 1x1x2: 1 2; float32 1x1x1: 1 | attribute 'strides' is [1, 1], expected 1 numbers
            auto_pad=SAME     | float32 1x1x2: 1 2; float32 1x1x1: 1 | attribute 'auto_pad' is 'SAME', expected one of [NOTSET, VALID, SAME_UPPER, SAME_LOWER]
                              | float32 1x2: 1 2; float32 1x1: 1     | a tensor of rank 2, expected batch, channels and at least one axis more
            """)
    void refuses(String attributes, String inputs, String message) {
        assertEquals(message, Expanded.of("Conv", 22, attributes).refusal(inputs));
    }
}
