package org.sardonyx.tests.properties;

import static org.sardonyx.ir.type.DataType.FLOAT32;
import static org.sardonyx.ir.type.DataType.INT16;
import static org.sardonyx.ir.type.DataType.INT32;
import static org.sardonyx.ir.type.DataType.INT4;
import static org.sardonyx.ir.type.DataType.INT8;
import static org.sardonyx.ir.type.DataType.UINT16;
import static org.sardonyx.ir.type.DataType.UINT4;
import static org.sardonyx.ir.type.DataType.UINT8;
import static org.sardonyx.tests.properties.Tolerance.EXACT;
import static org.sardonyx.tests.properties.Tolerance.EQUAL;
import static org.sardonyx.tests.properties.Tolerance.ulps;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Operators that quantize, and that compute with quantized numbers.
class QuantizationProperties {
    private static final List<DataType> QUANTIZED = List.of(INT8, UINT8, INT16, UINT16, INT4, UINT4);

    /// Powers of two, so that no quotient is rounded before it is rounded to an integer.
    private static final Elements SCALE =
            (tensor, index, draw) -> tensor.setDouble(index, draw.of(0.125, 0.25, 0.5, 1.0, 2.0));

    /// The sizes of scale and zero point: one number, one for each index of the axis, or one for each block.
    private static long[] drawSizes(Draw draw, OperatorCase operatorCase, int axis, long... sizes) {
        switch (draw.integer(0, 2)) {
            case 0 -> {
                return new long[0];
            }
            case 1 -> {
                operatorCase.with("axis", axis);
                return new long[] {sizes[axis]};
            }
            default -> {
                int block = draw.integer(1, (int) sizes[axis]);
                operatorCase.with("axis", axis).with("block_size", block);
                long[] blocks = sizes.clone();
                blocks[axis] = (sizes[axis] + block - 1) / block;
                return blocks;
            }
        }
    }

    @Property(tries = 200, seed = Draw.SEED)
    void quantize(@ForAll Draw draw) {
        DataType type = draw.of(QUANTIZED);
        long[] sizes = draw.filledSizes(2, 4);
        int axis = draw.integer(0, sizes.length - 1);
        OperatorCase quantize = OperatorCase.of("QuantizeLinear", 21);
        long[] parameters = drawSizes(draw, quantize, axis, sizes);
        Oracle.check(draw, quantize.ranked(draw.tensor(FLOAT32, sizes, Elements.between(-200, 200)))
                .ranked(draw.tensor(FLOAT32, parameters, SCALE))
                .ranked(draw.tensor(type, parameters, Elements.ANY)).yields(type), EXACT);
    }

    @Property(tries = 200, seed = Draw.SEED)
    void dequantize(@ForAll Draw draw) {
        DataType type = draw.of(QUANTIZED);
        long[] sizes = draw.filledSizes(2, 4);
        int axis = draw.integer(0, sizes.length - 1);
        OperatorCase dequantize = OperatorCase.of("DequantizeLinear", 21);
        long[] parameters = drawSizes(draw, dequantize, axis, sizes);
        Oracle.check(draw, dequantize.ranked(draw.tensor(type, sizes, Elements.ANY))
                .ranked(draw.tensor(FLOAT32, parameters, Elements.between(0.01, 3)))
                .ranked(draw.tensor(type, parameters, Elements.ANY)).yields(FLOAT32), ulps(1));
    }

    /// Where all elements are 0, ONNX Runtime takes 1 for the scale, which is 0 by ONNX's formula.
    @Property(tries = 100, seed = Draw.SEED)
    void toTheRange(@ForAll Draw draw) {
        Tensor x = draw.tensor(FLOAT32, draw.filledSizes(1, 3), Elements.EXACT);
        x.setDouble(0, 1);
        Oracle.check(draw, OperatorCase.of("DynamicQuantizeLinear", 11).input(x).yields(UINT8, FLOAT32, UINT8),
                ulps(1));
    }

    @Property(tries = 100, seed = Draw.SEED)
    void integerProduct(@ForAll Draw draw) {
        long rows = draw.integer(1, 4);
        long inner = draw.integer(1, 4);
        long columns = draw.integer(1, 4);
        DataType left = UINT8;
        DataType right = draw.of(UINT8, INT8);
        OperatorCase product = OperatorCase.of("MatMulInteger", 10)
                .ranked(draw.tensor(left, new long[] {rows, inner}, Elements.ANY))
                .ranked(draw.tensor(right, new long[] {inner, columns}, Elements.ANY));
        if (draw.flag()) {
            product.ranked(draw.tensor(left, new long[0], Elements.ANY));
            if (draw.flag()) {
                product.ranked(draw.tensor(right, draw.flag() ? new long[0] : new long[] {columns}, Elements.ANY));
            }
        }
        Oracle.check(draw, product.yields(INT32), EQUAL);
    }

    private static Tensor one(Draw draw, DataType type, Elements elements) {
        return draw.tensor(type, new long[0], elements);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void quantizedProduct(@ForAll Draw draw) {
        DataType type = draw.of(UINT8, INT8);
        long inner = draw.integer(1, 4);
        Oracle.check(draw, OperatorCase.of("QLinearMatMul", 10)
                .ranked(draw.tensor(type, new long[] {draw.integer(1, 4), inner}, Elements.ANY))
                .ranked(one(draw, FLOAT32, SCALE)).ranked(one(draw, type, Elements.ANY))
                .ranked(draw.tensor(type, new long[] {inner, draw.integer(1, 4)}, Elements.ANY))
                .ranked(one(draw, FLOAT32, SCALE)).ranked(one(draw, type, Elements.ANY))
                .ranked(one(draw, FLOAT32, SCALE)).ranked(one(draw, type, Elements.ANY)), EXACT);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void quantizedConvolution(@ForAll Draw draw) {
        DataType type = draw.of(UINT8, INT8);
        WindowDraw window = WindowDraw.of(draw, 2, 2);
        long channels = draw.integer(1, 2);
        long outputs = draw.integer(1, 2);
        OperatorCase convolution = OperatorCase.of("QLinearConv", 10)
                .ranked(draw.tensor(type, window.sizes(1, channels), Elements.ANY))
                .ranked(one(draw, FLOAT32, SCALE)).ranked(one(draw, type, Elements.ANY))
                .ranked(draw.tensor(type, window.weights(outputs, channels), Elements.ANY))
                .ranked(one(draw, FLOAT32, SCALE)).ranked(one(draw, type, Elements.ANY))
                .ranked(one(draw, FLOAT32, SCALE)).ranked(one(draw, type, Elements.ANY));
        if (draw.flag()) {
            convolution.ranked(draw.tensor(INT32, new long[] {outputs}, Elements.between(-100, 100)));
        }
        Oracle.check(draw, window.addTo(convolution), EXACT);
    }
}
