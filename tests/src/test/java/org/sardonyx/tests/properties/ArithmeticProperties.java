package org.sardonyx.tests.properties;

import static org.sardonyx.ir.type.DataType.FLOAT16;
import static org.sardonyx.ir.type.DataType.FLOAT32;
import static org.sardonyx.ir.type.DataType.FLOAT64;
import static org.sardonyx.ir.type.DataType.INT16;
import static org.sardonyx.ir.type.DataType.INT32;
import static org.sardonyx.ir.type.DataType.INT64;
import static org.sardonyx.ir.type.DataType.INT8;
import static org.sardonyx.ir.type.DataType.INT8;
import static org.sardonyx.ir.type.DataType.UINT16;
import static org.sardonyx.ir.type.DataType.UINT32;
import static org.sardonyx.ir.type.DataType.UINT64;
import static org.sardonyx.ir.type.DataType.UINT8;
import static org.sardonyx.tests.properties.Tolerance.EQUAL;
import static org.sardonyx.tests.properties.Tolerance.EXACT;
import static org.sardonyx.tests.properties.Tolerance.ulps;
import static org.sardonyx.tests.properties.Types.FLOATS;
import static org.sardonyx.tests.properties.Types.INTEGERS;
import static org.sardonyx.tests.properties.Types.NUMBERS;
import static org.sardonyx.tests.properties.Types.REALS;

import java.util.List;
import java.util.function.BiConsumer;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Functions of two and more numbers, comparisons and logic, with broadcasting.
class ArithmeticProperties {
    private static final BiConsumer<Draw, OperatorCase> TRUTH = (_, c) -> c.yields(DataType.BOOL);
    /// Integer division by zero is an error in ONNX Runtime; so is the quotient of the lowest number and -1 in hardware.
    private static final Elements DIVISIBLE = Elements.between(1, 100);
    private static final Elements SMALL = Elements.between(-100, 100);
    /// Without int64: ONNX Runtime takes 17 for larger than 4294967295, as if it compared the lower halves.
    private static final List<DataType> ORDERED =
            List.of(FLOAT32, FLOAT64, FLOAT16, INT32, INT8, UINT64, UINT32, UINT8);

    static final List<Row> PAIRS = List.of(
            Row.of("Add", 14, NUMBERS, EXACT),
            Row.of("Sub", 14, NUMBERS, EXACT),
            Row.of("Mul", 14, NUMBERS, EXACT),
            Row.of("Div", 14, FLOATS, EXACT),
            Row.of("Div", 14, INTEGERS, EXACT).over(DIVISIBLE),
            Row.of("Mod", 13, FLOATS, EXACT).with((_, c) -> c.with("fmod", 1)),
            Row.of("Mod", 13, INTEGERS, EXACT).over(DIVISIBLE).with((draw, c) -> c.with("fmod", draw.flag())),
            Row.of("BitShift", 11, List.of(UINT64, UINT32, UINT8), EXACT).over(Elements.between(0, 8))
                    .with((draw, c) -> c.with("direction", draw.of("LEFT", "RIGHT"))),
            Row.of("BitwiseAnd", 18, INTEGERS, EXACT),
            Row.of("BitwiseOr", 18, INTEGERS, EXACT),
            Row.of("BitwiseXor", 18, INTEGERS, EXACT),
            Row.of("And", 7, Types.BOOL, EXACT),
            Row.of("Or", 7, Types.BOOL, EXACT),
            Row.of("Xor", 7, Types.BOOL, EXACT),
            Row.of("Equal", 19, Types.union(NUMBERS, List.of(DataType.BOOL, DataType.STRING)), EXACT).with(TRUTH),
            Row.of("Less", 13, NUMBERS, EXACT).with(TRUTH),
            Row.of("LessOrEqual", 16, NUMBERS, EXACT).with(TRUTH),
            Row.of("Greater", 13, NUMBERS, EXACT).with(TRUTH),
            Row.of("GreaterOrEqual", 16, NUMBERS, EXACT).with(TRUTH),
            Row.of("Max", 13, ORDERED, EQUAL),
            Row.of("Min", 13, ORDERED, EQUAL),
            Row.of("Max", 13, List.of(INT64), EQUAL).over(SMALL),
            Row.of("Min", 13, List.of(INT64), EQUAL).over(SMALL),
            Row.of("Sum", 13, FLOATS, EXACT),
            Row.of("Mean", 13, REALS, ulps(1)));

    static final List<Row> TRIPLES = List.of(
            Row.of("Max", 13, ORDERED, EQUAL),
            Row.of("Min", 13, ORDERED, EQUAL),
            Row.of("Sum", 13, FLOATS, EXACT),
            Row.of("Mean", 13, REALS, ulps(1)));

    @Provide
    Arbitrary<Row> pairs() {
        return Arbitraries.of(PAIRS);
    }

    @Provide
    Arbitrary<Row> triples() {
        return Arbitraries.of(TRIPLES);
    }

    @Property(tries = 800, seed = Draw.SEED)
    void functionsOfTwoNumbers(@ForAll("pairs") Row row, @ForAll Draw draw) {
        row.check(draw, 2);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void functionsOfThreeNumbers(@ForAll("triples") Row row, @ForAll Draw draw) {
        row.check(draw, 3);
    }

    @Property(tries = 200, seed = Draw.SEED)
    void power(@ForAll Draw draw) {
        List<long[]> sizes = draw.broadcasting(2, 3);
        DataType type = draw.of(FLOAT32, FLOAT64, INT32, INT64);
        DataType exponent = draw.of(FLOAT32, FLOAT64, INT32, INT64);
        boolean real = type.isFloat() && exponent.isFloat();
        Oracle.check(draw, OperatorCase.of("Pow", 15)
                .input(draw.tensor(type, sizes.get(0), real ? Elements.ANY : Elements.between(1, 5)))
                .input(draw.tensor(exponent, sizes.get(1), real ? Elements.ANY : Elements.between(0, 5))), ulps(4));
    }

    /// Without infinities: where a bound is left out, ONNX Runtime takes the largest finite number for it, as ONNX's text
    /// says, while ONNX's own expansion and its reference implementation leave infinities alone.
    @Property(tries = 200, seed = Draw.SEED)
    void clip(@ForAll Draw draw) {
        DataType type = draw.of(ORDERED);
        OperatorCase clip = OperatorCase.of("Clip", draw.of(12, 13))
                .input(draw.tensor(type, draw.sizes(0, 4), Elements.FINITE));
        addBound(draw, clip, type, Elements.between(-10, 20));
        addBound(draw, clip, type, Elements.between(-5, 30));
        Oracle.check(draw, clip, EQUAL);
    }

    private static void addBound(Draw draw, OperatorCase clip, DataType type, Elements bound) {
        if (draw.oneIn(4)) {
            clip.noInput();
        } else {
            clip.input(draw.tensor(type, new long[0], bound));
        }
    }

    @Property(tries = 100, seed = Draw.SEED)
    void where(@ForAll Draw draw) {
        DataType type = draw.of(FLOAT32, FLOAT64, INT64, INT32, UINT8, DataType.STRING);
        List<long[]> sizes = draw.broadcasting(3, 4);
        Oracle.check(draw, OperatorCase.of("Where", 16)
                .input(draw.tensor(DataType.BOOL, sizes.get(0), Elements.ANY))
                .input(draw.tensor(type, sizes.get(1), Elements.ANY))
                .input(draw.tensor(type, sizes.get(2), Elements.ANY)).yields(type), EQUAL);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void parametricRelu(@ForAll Draw draw) {
        DataType type = draw.of(FLOAT32, FLOAT64, INT32, INT64);
        long[] sizes = draw.sizes(0, 4);
        Tensor slope = draw.tensor(type, draw.broadcastingTo(sizes), Elements.ANY);
        Oracle.check(draw, OperatorCase.of("PRelu", 16).input(draw.tensor(type, sizes, Elements.ANY)).input(slope),
                EQUAL);
    }

    /// Before opset 7 the second tensor stood for axes in the middle of the first one's, which ONNX Runtime forgot: here
    /// opset 7, the oldest it promises to run.
    @Property(tries = 50, seed = Draw.SEED)
    void firstOpsetWithBroadcasting(@ForAll Draw draw) {
        List<long[]> sizes = draw.broadcasting(2, 4);
        DataType type = draw.of(FLOAT32, FLOAT64, INT64, INT32);
        Oracle.check(draw, OperatorCase.of(draw.of("Add", "Sub", "Mul"), 7)
                .input(draw.tensor(type, sizes.get(0), Elements.ANY))
                .input(draw.tensor(type, sizes.get(1), Elements.ANY)), EXACT);
    }
}
