package org.sardonyx.tests.properties;

import static org.sardonyx.ir.type.DataType.FLOAT32;
import static org.sardonyx.ir.type.DataType.FLOAT64;
import static org.sardonyx.ir.type.DataType.INT32;
import static org.sardonyx.ir.type.DataType.INT64;
import static org.sardonyx.ir.type.DataType.INT8;
import static org.sardonyx.ir.type.DataType.STRING;
import static org.sardonyx.ir.type.DataType.UINT8;
import static org.sardonyx.tests.properties.Tolerance.EQUAL;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Operators that bring elements into order.
class SortingProperties {

    /// Of equal numbers the first comes first, also where only some are kept.
    @Property(tries = 200, seed = Draw.SEED)
    void largestOrSmallest(@ForAll Draw draw) {
        long[] sizes = draw.filledSizes(1, 4);
        int axis = draw.axis(sizes.length);
        DataType type = draw.of(FLOAT32, FLOAT64, INT64, INT32, INT8, UINT8);
        Tensor x = draw.tensor(type, sizes, draw.flag() ? Elements.EXACT : Elements.COMPARABLE);
        Oracle.check(draw, OperatorCase.of("TopK", draw.of(11, 24)).with("axis", axis).with("largest", draw.flag())
                .inputAlong(x, axis).input(draw.integer(0, (int) x.size(axis))).yields(type, INT64), EQUAL);
    }

    @Property(tries = 200, seed = Draw.SEED)
    void unique(@ForAll Draw draw) {
        long[] sizes = draw.filledSizes(1, 3);
        DataType type = draw.of(FLOAT32, FLOAT64, INT64, INT8, STRING);
        Elements few = (tensor, index, source) -> {
            if (type == STRING) {
                tensor.setString(index, source.of("a", "b", "ab", ""));
            } else {
                tensor.setLong(index, source.integer(-2, 2));
            }
        };
        OperatorCase unique = OperatorCase.of("Unique", 11).with("sorted", draw.flag())
                .yields(type, INT64, INT64, INT64);
        Tensor x = draw.tensor(type, sizes, few);
        if (draw.flag()) {
            int axis = draw.axis(sizes.length);
            unique.with("axis", axis).inputAlong(x, axis);
        } else {
            unique.input(x);
        }
        Oracle.check(draw, unique, EQUAL);
    }
}
