package org.sardonyx.tests.properties;

import static org.sardonyx.tests.properties.Tolerance.EXACT;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Casts between all element types that ONNX Runtime has casts for.
class CastProperties {
    private static final List<DataType> SMALL_FLOATS =
            List.of(DataType.FLOAT8E4M3FN, DataType.FLOAT8E4M3FNUZ, DataType.FLOAT8E5M2, DataType.FLOAT8E5M2FNUZ);
    private static final List<DataType> TYPES = Types.union(Types.union(Types.NUMBERS, SMALL_FLOATS),
            List.of(DataType.BFLOAT16, DataType.INT4, DataType.UINT4, DataType.BOOL));

    @Property(tries = 1000, seed = Draw.SEED)
    void casts(@ForAll Draw draw) {
        DataType from = draw.of(TYPES);
        DataType to = draw.of(TYPES);
        OperatorCase cast = OperatorCase.of("Cast", 23).with("to", to).yields(to);
        if (SMALL_FLOATS.contains(to)) {
            cast.with("saturate", draw.flag());
        }
        Oracle.check(draw, cast.input(draw.tensor(from, draw.sizes(0, 3), elements(from, to))), EXACT);
    }

    private static Elements elements(DataType from, DataType to) {
        if (from.isFloat() && to.isInteger()) {
            // What a number beyond the range becomes, ONNX leaves open. To 4 bits ONNX Runtime rounds, where ONNX truncates.
            double limit = Math.min(to.highest(), 100);
            Elements inRange = Elements.between(to.isSigned() ? -limit : 0, limit);
            return to.bits() > 4 ? inRange : Elements.whole(inRange);
        }
        if (SMALL_FLOATS.contains(from) && to == DataType.BOOL) {
            // The negative zero is true in ONNX Runtime.
            return Elements.between(0, 3);
        }
        // What is too large ONNX Runtime makes NaN, where ONNX says infinity.
        return to == DataType.FLOAT8E5M2 ? Elements.between(-100, 100) : Elements.ANY;
    }

    @Property(tries = 100, seed = Draw.SEED)
    void integersToStrings(@ForAll Draw draw) {
        Oracle.check(draw, OperatorCase.of("Cast", 23).with("to", DataType.STRING)
                .input(draw.tensor(draw.of(Types.INTEGERS), draw.sizes(0, 3), Elements.ANY)).yields(DataType.STRING),
                EXACT);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void stringsToNumbers(@ForAll Draw draw) {
        DataType to = draw.of(DataType.FLOAT32, DataType.FLOAT64, DataType.INT64, DataType.INT32);
        Tensor text = Tensor.allocate(DataType.STRING, draw.sizes(0, 3));
        for (long i = 0; i < text.size(); i++) {
            text.setString(i, to.isInteger()
                    ? draw.of("0", "-1", "42", "2147483647", "-2147483648")
                    : draw.of("0", "-0", "1.5", "-2.5e-3", "1e10", "INF", "-INF", "NaN", "inf", "+INF", "3"));
        }
        Oracle.check(draw, OperatorCase.of("Cast", 23).with("to", to).input(text).yields(to), EXACT);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void castLike(@ForAll Draw draw) {
        DataType to = draw.of(Types.FLOATS);
        Oracle.check(draw, OperatorCase.of("CastLike", 19)
                .input(draw.tensor(draw.of(Types.NUMBERS), draw.sizes(0, 3), Elements.ANY))
                .input(draw.tensor(to, draw.sizes(0, 2), Elements.ANY)).yields(to), EXACT);
    }
}
