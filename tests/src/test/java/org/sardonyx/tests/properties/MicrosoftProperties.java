package org.sardonyx.tests.properties;

import static org.sardonyx.ir.type.DataType.FLOAT32;
import static org.sardonyx.ir.type.DataType.INT32;
import static org.sardonyx.ir.type.DataType.INT8;
import static org.sardonyx.ir.type.DataType.UINT8;
import static org.sardonyx.tests.properties.Tolerance.EXACT;
import static org.sardonyx.tests.properties.Tolerance.close;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// The operators of ONNX Runtime's own domain, which it defines.
class MicrosoftProperties {
    private static final Elements UNIT = Elements.between(-2, 2);
    /// Powers of two, so that no quotient is rounded before it is rounded to an integer.
    private static final Elements SCALE =
            (tensor, index, draw) -> tensor.setDouble(index, draw.of(0.125, 0.25, 0.5, 1.0));
    /// Numbers that lie near the middle between two integers may become either of them.
    private static final Tolerance ONE_STEP = close(0, 1);

    private static OperatorCase of(String operator) {
        return OperatorCase.of(operator, 21).domain("com.microsoft", 1);
    }

    private static Tensor one(Draw draw, DataType type, Elements elements) {
        return draw.tensor(type, new long[0], elements);
    }

    /// Adds a scale and a zero point, the same for all elements.
    private static OperatorCase parameters(Draw draw, OperatorCase operatorCase, DataType type) {
        return operatorCase.ranked(one(draw, FLOAT32, SCALE)).ranked(one(draw, type, Elements.ANY));
    }

    private static OperatorCase quantized(Draw draw, OperatorCase operatorCase, DataType type, long... sizes) {
        return parameters(draw, operatorCase.ranked(draw.tensor(type, sizes, Elements.ANY)), type);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void gelu(@ForAll Draw draw) {
        long[] sizes = draw.filledSizes(1, 3);
        Tensor x = draw.tensor(FLOAT32, sizes, Elements.between(-5, 5));
        Tensor bias = draw.tensor(FLOAT32, new long[] {sizes[sizes.length - 1]}, UNIT);
        OperatorCase gelu = switch (draw.integer(0, 4)) {
            case 0 -> of("Gelu").input(x);
            case 1 -> of("BiasGelu").input(x).input(bias);
            case 2 -> of("FastGelu").input(x);
            case 3 -> of("FastGelu").input(x).input(bias);
            default -> of("QuickGelu").withFloat("alpha", draw.real(0.5, 2)).input(x);
        };
        Oracle.check(draw, gelu, close(1e-5, 3e-6));
    }

    @Property(tries = 100, seed = Draw.SEED)
    void quantizedArithmetic(@ForAll Draw draw) {
        DataType type = draw.of(UINT8, INT8);
        List<long[]> sizes = draw.broadcasting(2, 3);
        OperatorCase sum = of(draw.of("QLinearAdd", "QLinearMul"));
        quantized(draw, sum, type, sizes.get(0));
        quantized(draw, sum, type, sizes.get(1));
        Oracle.check(draw, parameters(draw, sum, type), ONE_STEP);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void quantizedFunctions(@ForAll Draw draw) {
        DataType type = draw.of(UINT8, INT8);
        OperatorCase function = of(draw.of("QLinearSigmoid", "QLinearLeakyRelu"));
        if (function.operator().equals("QLinearLeakyRelu")) {
            function.withFloat("alpha", draw.real(0.1, 1));
        }
        quantized(draw, function, type, draw.filledSizes(1, 3));
        Oracle.check(draw, parameters(draw, function, type), ONE_STEP);
    }

    /// Of numbers so near to each other that no result is close to 1, which ONNX Runtime wraps around to 0.
    @Property(tries = 100, seed = Draw.SEED)
    void quantizedSoftmax(@ForAll Draw draw) {
        DataType type = draw.of(UINT8, INT8);
        long[] sizes = draw.integers(draw.integer(1, 3), 2, 5);
        OperatorCase softmax = of("QLinearSoftmax").with("axis", draw.axis(sizes.length)).with("opset", 13)
                .ranked(draw.tensor(type, sizes, Elements.between(0, 4)));
        // ONNX Runtime knows no other output parameters.
        parameters(draw, softmax, type).input(Tensor.scalar(FLOAT32, 1.0 / 256), Knowledge.CONSTANT)
                .input(Tensor.scalar(type, type == UINT8 ? 0 : -128), Knowledge.CONSTANT);
        Oracle.check(draw, softmax, ONE_STEP);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void quantizedPooling(@ForAll Draw draw) {
        DataType type = draw.of(UINT8, INT8);
        WindowDraw window = WindowDraw.of(draw, 2, 1).withoutGaps();
        OperatorCase pool = of("QLinearAveragePool").with("kernel_shape", window.kernel())
                .with("count_include_pad", draw.flag());
        quantized(draw, window.addTo(pool), type, window.sizes(1, draw.integer(1, 3)));
        Oracle.check(draw, parameters(draw, pool, type), ONE_STEP);
        OperatorCase global = of("QLinearGlobalAveragePool").with("channels_last", draw.flag());
        quantized(draw, global, type, draw.filledSizes(4, 4));
        Oracle.check(draw, parameters(draw, global, type), ONE_STEP);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void quantizedConcat(@ForAll Draw draw) {
        DataType type = draw.of(UINT8, INT8);
        long[] sizes = draw.filledSizes(1, 3);
        int axis = draw.axis(sizes.length);
        OperatorCase concat = parameters(draw, of("QLinearConcat").with("axis", axis), type).yields(type);
        int count = draw.integer(1, 3);
        for (int i = 0; i < count; i++) {
            sizes[Math.floorMod(axis, sizes.length)] = draw.integer(1, 3);
            quantized(draw, concat, type, sizes.clone());
        }
        Oracle.check(draw, concat, ONE_STEP);
    }

    /// With parameters that are constants: ONNX Runtime crashes on others.
    @Property(tries = 100, seed = Draw.SEED)
    void quantizedWhere(@ForAll Draw draw) {
        DataType type = draw.of(UINT8, INT8);
        List<long[]> sizes = draw.broadcasting(3, 3);
        OperatorCase where = of("QLinearWhere").input(draw.tensor(DataType.BOOL, sizes.get(0), Elements.ANY));
        for (long[] size : List.of(sizes.get(1), sizes.get(2))) {
            constant(draw, where.ranked(draw.tensor(type, size, Elements.ANY)), type);
        }
        Oracle.check(draw, constant(draw, where, type).yields(type), ONE_STEP);
    }

    private static OperatorCase constant(Draw draw, OperatorCase operatorCase, DataType type) {
        return operatorCase.input(one(draw, FLOAT32, SCALE), Knowledge.CONSTANT)
                .input(one(draw, type, Elements.ANY), Knowledge.CONSTANT);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void quantizedGemm(@ForAll Draw draw) {
        DataType type = draw.of(UINT8, INT8);
        long rows = draw.integer(1, 4);
        long inner = draw.integer(1, 4);
        long columns = draw.integer(1, 4);
        boolean left = draw.flag();
        boolean right = draw.flag();
        OperatorCase gemm = of("QGemm").with("transA", left).with("transB", right)
                .withFloat("alpha", draw.of(1.0, 0.5));
        quantized(draw, gemm, type, left ? inner : rows, left ? rows : inner);
        quantized(draw, gemm, type, right ? columns : inner, right ? inner : columns);
        if (draw.flag()) {
            gemm.ranked(draw.tensor(INT32, new long[] {columns}, Elements.between(-100, 100)));
        } else {
            gemm.noInput();
        }
        boolean toFloat = draw.flag();
        Oracle.check(draw, toFloat ? gemm.yields(FLOAT32) : parameters(draw, gemm, type), ONE_STEP);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void products(@ForAll Draw draw) {
        DataType left = UINT8;
        DataType right = draw.of(UINT8, INT8);
        long inner = draw.integer(1, 4);
        long columns = draw.integer(1, 4);
        OperatorCase product = of("MatMulIntegerToFloat")
                .ranked(draw.tensor(left, new long[] {draw.integer(1, 4), inner}, Elements.ANY))
                .ranked(draw.tensor(right, new long[] {inner, columns}, Elements.ANY))
                .ranked(one(draw, FLOAT32, SCALE)).ranked(one(draw, FLOAT32, SCALE))
                .ranked(one(draw, left, Elements.ANY)).ranked(one(draw, right, Elements.ANY)).yields(FLOAT32);
        Oracle.check(draw, draw.flag() ? product : product.input(draw.tensor(FLOAT32, new long[] {columns}, UNIT)),
                close(1e-5, 1e-4));
    }

    @Property(tries = 100, seed = Draw.SEED)
    void quantizedOnTheWay(@ForAll Draw draw) {
        DataType type = draw.of(UINT8, INT8);
        long inner = draw.integer(1, 4);
        Tensor x = draw.tensor(FLOAT32, new long[] {draw.integer(1, 4), inner}, UNIT);
        Oracle.check(draw, of("DynamicQuantizeMatMul").ranked(x)
                .ranked(draw.tensor(type, new long[] {inner, draw.integer(1, 4)}, Elements.ANY))
                .ranked(one(draw, FLOAT32, SCALE)).ranked(one(draw, type, Elements.ANY)), close(1e-5, 1e-4));
    }

    @Property(tries = 100, seed = Draw.SEED)
    void quantizeAndBack(@ForAll Draw draw) {
        DataType type = draw.of(UINT8, INT8);
        long[] sizes = draw.filledSizes(1, 3);
        Oracle.check(draw, parameters(draw, of("QuantizeLinear").ranked(draw.tensor(FLOAT32, sizes, UNIT)), type)
                .yields(type), EXACT);
        Oracle.check(draw, quantized(draw, of("DequantizeLinear"), type, sizes).yields(FLOAT32), EXACT);
    }
}
