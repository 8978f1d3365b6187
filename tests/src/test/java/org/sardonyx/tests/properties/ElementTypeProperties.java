package org.sardonyx.tests.properties;

import static org.sardonyx.ir.type.DataType.BFLOAT16;
import static org.sardonyx.ir.type.DataType.FLOAT16;
import static org.sardonyx.ir.type.DataType.FLOAT32;
import static org.sardonyx.ir.type.DataType.FLOAT64;
import static org.sardonyx.ir.type.DataType.INT16;
import static org.sardonyx.ir.type.DataType.INT64;
import static org.sardonyx.ir.type.DataType.INT8;
import static org.sardonyx.ir.type.DataType.UINT16;
import static org.sardonyx.ir.type.DataType.UINT32;
import static org.sardonyx.ir.type.DataType.UINT64;
import static org.sardonyx.ir.type.DataType.UINT8;

import java.util.List;
import java.util.Optional;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.opentest4j.AssertionFailedError;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Element types that ONNX Runtime does not compute in agree with one that it does: what an operator gives for numbers of
/// one type is what it gives for the same numbers of another, cast to the first.
class ElementTypeProperties {
    private static final Tolerance ROUNDED = Tolerance.ulps(1);
    private static final DataType[] SMALL_FLOATS = {BFLOAT16, FLOAT16};

    /// Compares what a case yields with what it yields for inputs cast to a wider type.
    private static void agree(Draw draw, OperatorCase narrow, DataType wide, Tolerance tolerance) {
        DataType type = narrow.outputs().getFirst();
        OperatorCase widened = narrow.mapped(x -> x.dataType() == type ? cast(draw, x, wide) : x, wide);
        Tensor expected = cast(draw, Oracle.interpreted(draw, widened).getFirst(), type);
        Tensor found = Oracle.interpreted(draw, narrow).getFirst();
        tolerance.difference(expected, found).ifPresent(difference -> {
            throw new AssertionFailedError("not as in " + wide.text() + ": " + difference + "\n" + narrow);
        });
    }

    private static Tensor cast(Draw draw, Tensor tensor, DataType to) {
        OperatorCase cast = OperatorCase.of("Cast", 25).with("to", to).input(tensor).yields(to);
        return Oracle.interpreted(draw, to.isFloat() && to.bits() == 8 ? cast.with("saturate", 0) : cast).getFirst();
    }

    @Property(tries = 200, seed = Draw.SEED)
    void functionsOfOneNumber(@ForAll Draw draw) {
        String operator = draw.of("Abs", "Neg", "Floor", "Ceil", "Round", "Sqrt", "Exp", "Log", "Sin", "Cos", "Tan",
                "Atan", "Tanh", "Sigmoid", "Erf", "Softplus", "Softsign", "HardSigmoid", "HardSwish", "Mish", "Relu",
                "Selu", "Elu", "Reciprocal", "Sign");
        agree(draw, OperatorCase.of(operator, 22)
                .input(draw.tensor(draw.of(SMALL_FLOATS), draw.sizes(0, 3), Elements.ANY)), FLOAT32, ROUNDED);
    }

    private static OperatorCase pair(Draw draw, OperatorCase operatorCase, DataType type) {
        List<long[]> sizes = draw.broadcasting(2, 3);
        return operatorCase.input(draw.tensor(type, sizes.get(0), Elements.ANY))
                .input(draw.tensor(type, sizes.get(1), Elements.ANY));
    }

    @Property(tries = 200, seed = Draw.SEED)
    void functionsOfTwoNumbers(@ForAll Draw draw) {
        String operator = draw.of("Add", "Sub", "Mul", "Div", "Max", "Min", "Sum", "Mean");
        agree(draw, pair(draw, OperatorCase.of(operator, 14), draw.of(SMALL_FLOATS)), FLOAT32, ROUNDED);
    }

    /// Integers of fewer bits behave as those of 64 bits whose upper bits are cut off.
    @Property(tries = 200, seed = Draw.SEED)
    void integerArithmetic(@ForAll Draw draw) {
        String operator = draw.of("Add", "Sub", "Mul", "BitwiseAnd", "BitwiseOr", "BitwiseXor", "Max", "Min");
        agree(draw, pair(draw, OperatorCase.of(operator, 18), draw.of(INT16, INT8, UINT8, UINT16, UINT32)), INT64,
                Tolerance.EXACT);
    }

    @Property(tries = 200, seed = Draw.SEED)
    void reductions(@ForAll Draw draw) {
        String operator = draw.of("ReduceSum", "ReduceProd", "ReduceMax", "ReduceMin", "ReduceL1", "ReduceSumSquare");
        DataType type = draw.of(BFLOAT16, FLOAT16, UINT32, UINT64);
        long[] sizes = draw.filledSizes(0, 3);
        agree(draw, OperatorCase.of(operator, 20).input(draw.tensor(type, sizes, Elements.between(-3, 4)))
                .input(draw.axes(sizes.length, 0)), type.isFloat() ? FLOAT32 : INT64, ROUNDED);
    }

    @Property(tries = 150, seed = Draw.SEED)
    void products(@ForAll Draw draw) {
        DataType type = draw.of(SMALL_FLOATS);
        long inner = draw.integer(1, 4);
        Tensor left = draw.tensor(type, new long[] {draw.integer(1, 4), inner}, Elements.EXACT);
        Tensor right = draw.tensor(type, new long[] {inner, draw.integer(1, 4)}, Elements.EXACT);
        OperatorCase product = draw.of(OperatorCase.of("MatMul", 13), OperatorCase.of("Gemm", 13),
                OperatorCase.of("Einsum", 12).with("equation", "ij,jk->ik"));
        agree(draw, product.ranked(left).ranked(right), FLOAT32, Tolerance.EQUAL);
    }

    @Property(tries = 200, seed = Draw.SEED)
    void convolutionsAndPooling(@ForAll Draw draw) {
        DataType type = draw.of(FLOAT32, FLOAT16, BFLOAT16);
        WindowDraw window = WindowDraw.of(draw, 2, 2);
        long channels = draw.integer(1, 2);
        OperatorCase made = OperatorCase.of(draw.of("Conv", "ConvTranspose", "MaxPool", "AveragePool"), 22)
                .ranked(draw.tensor(type, window.sizes(1, channels), Elements.EXACT));
        switch (made.operator()) {
            case "Conv" -> made.ranked(draw.tensor(type, window.weights(2, channels), Elements.EXACT));
            case "ConvTranspose" -> made.ranked(draw.tensor(type, window.weights(channels, 2), Elements.EXACT));
            default -> made.with("kernel_shape", window.kernel());
        }
        agree(draw, window.addTo(made), type == FLOAT32 ? FLOAT64 : FLOAT32, ROUNDED);
    }

    /// Through a type that holds all numbers of another, and back.
    @Property(tries = 300, seed = Draw.SEED)
    void castsToWiderTypes(@ForAll Draw draw) {
        DataType type = draw.of(DataType.values());
        if (type.isComplex() || type == DataType.STRING) {
            return;
        }
        List<DataType> wider = type.isFloat()
                ? type.bits() == 64 ? List.of(FLOAT64) : List.of(FLOAT32, FLOAT64)
                : type.bits() <= 16 ? List.of(FLOAT32, FLOAT64, INT64) : List.of(INT64);
        DataType other = draw.of(wider);
        Tensor x = draw.tensor(type, draw.sizes(0, 3), Elements.ANY);
        Optional<String> difference =
                Tolerance.EXACT.difference(x, cast(draw, cast(draw, x, other), type));
        if (difference.isPresent()) {
            throw new AssertionFailedError(type.text() + " through " + other.text() + ": " + difference.get());
        }
    }

    /// A number is the one that its text says.
    @Property(tries = 100, seed = Draw.SEED)
    void castsToTextAndBack(@ForAll Draw draw) {
        DataType type = draw.of(FLOAT32, FLOAT64, FLOAT16, BFLOAT16, INT64, UINT64, INT8);
        Tensor x = draw.tensor(type, draw.sizes(0, 3), Elements.ANY);
        Optional<String> difference =
                Tolerance.EXACT.difference(x, cast(draw, cast(draw, x, DataType.STRING), type));
        if (difference.isPresent()) {
            throw new AssertionFailedError(type.text() + " through text: " + difference.get());
        }
    }
}
