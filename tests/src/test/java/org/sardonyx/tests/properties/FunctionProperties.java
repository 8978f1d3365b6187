package org.sardonyx.tests.properties;

import static org.sardonyx.tests.properties.Tolerance.EXACT;
import static org.sardonyx.tests.properties.Tolerance.close;
import static org.sardonyx.tests.properties.Tolerance.ulps;
import static org.sardonyx.tests.properties.Types.BOOL;
import static org.sardonyx.tests.properties.Types.FLOATS;
import static org.sardonyx.tests.properties.Types.INTEGERS;
import static org.sardonyx.tests.properties.Types.MOVED;
import static org.sardonyx.tests.properties.Types.NUMBERS;
import static org.sardonyx.tests.properties.Types.REALS;
import static org.sardonyx.tests.properties.Types.SIGNED;

import java.util.List;
import java.util.function.BiConsumer;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.sardonyx.ir.type.DataType;

/// Functions of one number.
class FunctionProperties {
    private static final BiConsumer<Draw, OperatorCase> TRUTH = (_, c) -> c.yields(DataType.BOOL);
    private static final BiConsumer<Draw, OperatorCase> ALPHA = (draw, c) -> {
        if (draw.flag()) {
            c.withFloat("alpha", draw.real(0.1, 2));
        }
    };
    private static final BiConsumer<Draw, OperatorCase> SIGNS = (draw, c) -> {
        c.yields(DataType.BOOL).with("detect_positive", draw.flag()).with("detect_negative", draw.flag());
    };

    private static final BiConsumer<Draw, OperatorCase> SHRINK =
            (draw, c) -> c.withFloat("lambd", draw.real(0, 3)).withFloat("bias", draw.real(0, 2));
    private static final Elements SMALL = Elements.between(-100, 100);
    /// ONNX Runtime computes these in double with an absolute error, also near the zeros of the function.
    private static final Tolerance VECTOR_SINE = ulps(2).or(0, 5e-16);
    /// ONNX Runtime takes the tangent, and the logistic function with it, from quotients of polynomials.
    private static final Tolerance RATIONAL = ulps(1).or(2e-6, 3e-7);
    /// A multiple of such a quotient.
    private static final Tolerance GATED = ulps(1).or(2e-6, 1e-5);
    /// ONNX Runtime subtracts 1 from the exponential, of which little is left near 0.
    private static final Tolerance CANCELLED = ulps(2).or(0, 2e-7);

    static final List<Row> ROWS = List.of(
            Row.of("Identity", 14, MOVED, EXACT),
            Row.of("Abs", 13, NUMBERS, EXACT),
            Row.of("Neg", 13, Types.union(FLOATS, SIGNED), EXACT),
            Row.of("Sign", 13, NUMBERS, Tolerance.EQUAL).over(SMALL),
            Row.of("Floor", 13, FLOATS, EXACT),
            Row.of("Ceil", 13, FLOATS, EXACT),
            Row.of("Round", 22, FLOATS, EXACT),
            Row.of("Sqrt", 13, FLOATS, EXACT),
            Row.of("Reciprocal", 13, FLOATS, EXACT),
            Row.of("Exp", 13, FLOATS, ulps(2)),
            Row.of("Log", 13, FLOATS, ulps(2)),
            Row.of("Sin", 22, FLOATS, VECTOR_SINE),
            Row.of("Cos", 22, FLOATS, VECTOR_SINE),
            Row.of("Tan", 22, REALS, ulps(2)),
            Row.of("Asin", 22, REALS, ulps(4)),
            Row.of("Acos", 22, REALS, ulps(2)),
            Row.of("Atan", 22, REALS, ulps(2)),
            Row.of("Sinh", 22, REALS, ulps(2)),
            Row.of("Cosh", 22, REALS, ulps(2)),
            Row.of("Tanh", 13, FLOATS, RATIONAL),
            Row.of("Asinh", 22, REALS, ulps(2)),
            Row.of("Acosh", 22, REALS, ulps(2)),
            Row.of("Atanh", 22, REALS, ulps(2)),
            Row.of("Erf", 13, REALS, ulps(2)),
            Row.of("IsNaN", 20, Types.union(FLOATS, List.of(DataType.BFLOAT16)), EXACT).with(TRUTH),
            Row.of("IsInf", 20, Types.union(FLOATS, List.of(DataType.BFLOAT16)), EXACT).with(SIGNS),
            Row.of("Not", 1, BOOL, EXACT),
            Row.of("BitwiseNot", 18, INTEGERS, EXACT),
            Row.of("Relu", 14, Types.union(FLOATS, List.of(DataType.INT32, DataType.INT8)), Tolerance.EQUAL),
            Row.of("LeakyRelu", 16, FLOATS, ulps(1)).with(ALPHA),
            Row.of("ThresholdedRelu", 22, REALS, EXACT).with(ALPHA),
            Row.of("Elu", 22, REALS, CANCELLED).with(ALPHA),
            Row.of("Celu", 12, List.of(DataType.FLOAT32), CANCELLED).with(ALPHA),
            Row.of("Selu", 22, REALS, CANCELLED),
            Row.of("Sigmoid", 13, FLOATS, RATIONAL),
            Row.of("HardSigmoid", 22, REALS, ulps(2)).with(ALPHA),
            Row.of("HardSwish", 22, REALS, ulps(2)),
            Row.of("Swish", 24, FLOATS, GATED).with(ALPHA),
            Row.of("Softplus", 22, REALS, ulps(4)),
            Row.of("Softsign", 22, REALS, ulps(2)),
            Row.of("Mish", 22, REALS, GATED),
            Row.of("Gelu", 20, REALS, GATED)
                    .with((draw, c) -> c.with("approximate", draw.of("none", "tanh"))),
            Row.of("Shrink", 9, REALS, ulps(1)).with(SHRINK),
            // ONNX Runtime computes in float32, whatever the type.
            Row.of("Shrink", 9, List.of(DataType.FLOAT64), close(1e-6, 1e-6)).with(SHRINK).over(SMALL),
            Row.of("Shrink", 9, INTEGERS, EXACT).with(SHRINK).over(SMALL));

    @Provide
    Arbitrary<Row> rows() {
        return Arbitraries.of(ROWS);
    }

    @Property(tries = 1000, seed = Draw.SEED)
    void functionsOfOneNumber(@ForAll("rows") Row row, @ForAll Draw draw) {
        row.check(draw, 1);
    }
}
