package org.sardonyx.tests.properties;

import static org.sardonyx.ir.type.DataType.FLOAT32;
import static org.sardonyx.ir.type.DataType.INT32;
import static org.sardonyx.ir.type.DataType.UINT8;
import static org.sardonyx.tests.properties.Tolerance.EQUAL;

import java.util.Arrays;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.sardonyx.ir.value.Tensor;

/// Convolutions of one to three axes. The elements are such that every sum is exact.
class ConvolutionProperties {
    private static Tensor exact(Draw draw, long... sizes) {
        return draw.tensor(FLOAT32, sizes, Elements.EXACT);
    }

    @Property(tries = 300, seed = Draw.SEED)
    void convolution(@ForAll Draw draw) {
        WindowDraw window = WindowDraw.of(draw, draw.integer(1, 3), 3);
        long groups = draw.integer(1, 3);
        long perGroup = draw.integer(1, 2);
        long outputs = groups * draw.integer(1, 2);
        OperatorCase convolution = OperatorCase.of("Conv", draw.of(11, 22))
                .ranked(exact(draw, window.sizes(draw.integer(1, 2), groups * perGroup)))
                .ranked(exact(draw, window.weights(outputs, perGroup)));
        if (draw.flag()) {
            convolution.with("kernel_shape", window.kernel());
        }
        if (draw.flag()) {
            convolution.input(exact(draw, outputs));
        }
        Oracle.check(draw, window.addTo(groups > 1 ? convolution.with("group", groups) : convolution), EQUAL);
    }

    /// With SAME no stride is larger than the window: ONNX Runtime then makes the result smaller than ONNX says.
    @Property(tries = 300, seed = Draw.SEED)
    void transposedConvolution(@ForAll Draw draw) {
        WindowDraw window = WindowDraw.of(draw, draw.integer(1, 3), 2).withoutGaps();
        long groups = draw.integer(1, 2);
        long perGroup = draw.integer(1, 2);
        long inputs = groups * draw.integer(1, 2);
        OperatorCase convolution = OperatorCase.of("ConvTranspose", draw.of(11, 22))
                .ranked(exact(draw, window.sizes(draw.integer(1, 2), inputs)))
                .ranked(exact(draw, window.weights(inputs, perGroup))).with("group", groups);
        if (draw.flag()) {
            convolution.ranked(exact(draw, groups * perGroup));
        }
        if (window.isPadded() && draw.flag()) {
            long[] padding = new long[window.rank()];
            Arrays.setAll(padding, axis -> draw.integer(0, (int) window.strides()[axis] - 1));
            convolution.with("output_padding", padding);
        }
        Oracle.check(draw, window.addTo(convolution), EQUAL);
    }

    /// The sum of all products of numbers without their zero points.
    @Property(tries = 100, seed = Draw.SEED)
    void integerConvolution(@ForAll Draw draw) {
        WindowDraw window = WindowDraw.of(draw, 2, 2);
        long channels = draw.integer(1, 3);
        OperatorCase convolution = OperatorCase.of("ConvInteger", 10)
                .ranked(draw.tensor(UINT8, window.sizes(1, channels), Elements.ANY))
                .ranked(draw.tensor(UINT8, window.weights(draw.integer(1, 3), channels), Elements.ANY));
        if (draw.flag()) {
            convolution.ranked(draw.tensor(UINT8, new long[0], Elements.ANY));
        }
        Oracle.check(draw, window.addTo(convolution.yields(INT32)), EQUAL);
    }
}
