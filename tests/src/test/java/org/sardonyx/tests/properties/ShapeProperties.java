package org.sardonyx.tests.properties;

import static org.sardonyx.ir.type.DataType.FLOAT32;
import static org.sardonyx.ir.type.DataType.FLOAT64;
import static org.sardonyx.ir.type.DataType.INT32;
import static org.sardonyx.ir.type.DataType.INT64;
import static org.sardonyx.tests.properties.Tolerance.EXACT;
import static org.sardonyx.tests.properties.Types.MOVED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Operators that make constants, and that look at or change a shape and leave the elements alone.
class ShapeProperties {
    private static Tensor any(Draw draw, long... sizes) {
        return draw.tensor(draw.of(MOVED), sizes, Elements.ANY);
    }

    /// A tensor of a type that the operator moves in an opset: bfloat16 came with 13.
    static Tensor any(Draw draw, int opset, long... sizes) {
        return draw.tensor(draw.of(opset < 13 ? Types.without(MOVED, DataType.BFLOAT16) : MOVED), sizes, Elements.ANY);
    }

    @Property(tries = 200, seed = Draw.SEED)
    void reshape(@ForAll Draw draw) {
        long[] sizes = draw.sizes(0, 4);
        List<Long> shape = new ArrayList<>();
        // Some neighbours become one axis, some axes of size 1 are put between.
        for (int axis = 0; axis < sizes.length; axis++) {
            if (draw.oneIn(3) && !shape.isEmpty()) {
                shape.set(shape.size() - 1, shape.getLast() * sizes[axis]);
            } else {
                shape.add(sizes[axis]);
            }
            if (draw.oneIn(5)) {
                shape.add(1L);
            }
        }
        boolean filled = Arrays.stream(sizes).allMatch(size -> size > 0);
        if (filled && !shape.isEmpty() && draw.flag()) {
            shape.set(draw.integer(0, shape.size() - 1), -1L);
        }
        OperatorCase reshape = OperatorCase.of("Reshape", 21).input(any(draw, sizes))
                .input(shape.stream().mapToLong(Long::longValue).toArray());
        Oracle.check(draw, filled ? reshape.with("allowzero", draw.flag()) : reshape.with("allowzero", 1), EXACT);
    }

    /// A 0 keeps the size at its place.
    @Property(tries = 100, seed = Draw.SEED)
    void reshapeKeepingSizes(@ForAll Draw draw) {
        long[] sizes = draw.sizes(1, 4);
        long[] shape = sizes.clone();
        for (int axis = 0; axis < sizes.length; axis++) {
            shape[axis] = draw.flag() ? 0 : shape[axis];
        }
        Oracle.check(draw, OperatorCase.of("Reshape", draw.of(5, 14)).input(draw.tensor(FLOAT32, sizes, Elements.ANY))
                .input(shape), EXACT);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void flatten(@ForAll Draw draw) {
        long[] sizes = draw.sizes(1, 4);
        int axis = draw.integer(-sizes.length, sizes.length);
        Oracle.check(draw,
                OperatorCase.of("Flatten", 21).with("axis", axis).inputAlong(any(draw, sizes), axis), EXACT);
    }

    /// Axes that are given and none ONNX Runtime takes for axes that are not given, against NumPy.
    @Property(tries = 200, seed = Draw.SEED)
    void squeeze(@ForAll Draw draw) {
        long[] sizes = draw.sizes(1, 5);
        long[] axes = draw.axes(sizes.length, 1);
        for (long axis : axes) {
            sizes[(int) (axis < 0 ? axis + sizes.length : axis)] = 1;
        }
        int opset = draw.of(11, 21);
        OperatorCase squeeze = OperatorCase.of("Squeeze", opset).input(any(draw, opset, sizes));
        if (!draw.oneIn(4)) {
            Oracle.check(draw, opset == 11 ? squeeze.with("axes", axes) : squeeze.input(axes), EXACT);
        } else {
            Oracle.check(draw, squeeze, EXACT);
        }
    }

    @Property(tries = 100, seed = Draw.SEED)
    void unsqueeze(@ForAll Draw draw) {
        long[] sizes = draw.sizes(0, 3);
        long[] axes = draw.axes(sizes.length + draw.integer(1, 2), 0);
        long[] fitting = axes.length == 0 ? new long[] {0} : axes;
        // The axes are those of the result, whose rank is larger by their number.
        int rank = sizes.length + fitting.length;
        long[] wrapped = Arrays.stream(fitting).map(axis -> Math.floorMod(axis, rank)).distinct().toArray();
        long[] chosen = wrapped.length == fitting.length ? wrapped : new long[] {0};
        int opset = draw.of(11, 21);
        OperatorCase unsqueeze = OperatorCase.of("Unsqueeze", opset).input(any(draw, opset, sizes));
        Oracle.check(draw, opset == 11 ? unsqueeze.with("axes", chosen) : unsqueeze.input(chosen), EXACT);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void shape(@ForAll Draw draw) {
        OperatorCase shape = OperatorCase.of("Shape", 21).input(any(draw, draw.sizes(0, 4))).yields(INT64);
        if (draw.flag()) {
            shape.with("start", draw.integer(-6, 6));
        }
        if (draw.flag()) {
            shape.with("end", draw.integer(-6, 6));
        }
        Oracle.check(draw, shape, EXACT);
        Tensor number = draw.tensor(draw.of(Types.NUMBERS), draw.sizes(0, 4), Elements.ANY);
        Oracle.check(draw, OperatorCase.of("Size", 21).input(number).yields(INT64), EXACT);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void constantOfShape(@ForAll Draw draw) {
        DataType type = draw.of(Types.without(Types.union(Types.NUMBERS, Types.BOOL), DataType.FLOAT16));
        Oracle.check(draw, OperatorCase.of("ConstantOfShape", 20).with("value", any(draw, type))
                .input(draw.sizes(0, 4)).yields(type), EXACT);
    }

    private static Tensor any(Draw draw, DataType type) {
        return draw.tensor(type, new long[] {1}, Elements.ANY);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void eyeLike(@ForAll Draw draw) {
        DataType type = draw.of(FLOAT32, FLOAT64, INT64, INT32, DataType.UINT64);
        Oracle.check(draw, OperatorCase.of("EyeLike", 9).with("dtype", type).with("k", draw.integer(-4, 4))
                .ranked(draw.tensor(draw.of(FLOAT32, INT32), draw.filledSizes(2, 2), Elements.ANY)).yields(type),
                EXACT);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void range(@ForAll Draw draw) {
        DataType type = draw.of(Types.union(Types.LARGE_NUMBERS, List.of(DataType.INT16)));
        double step = draw.of(-3.0, -1.0, 1.0, 2.0, 0.5, -0.25);
        Oracle.check(draw, OperatorCase.of("Range", 11)
                .input(Tensor.scalar(type, draw.integer(-5, 5)))
                .input(Tensor.scalar(type, draw.integer(-12, 12)))
                .input(Tensor.scalar(type, type.isFloat() || Math.abs(step) >= 1 ? step : 1)), EXACT);
    }
}
