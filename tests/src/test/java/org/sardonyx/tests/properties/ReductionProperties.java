package org.sardonyx.tests.properties;

import static org.sardonyx.ir.type.DataType.BOOL;
import static org.sardonyx.ir.type.DataType.FLOAT16;
import static org.sardonyx.ir.type.DataType.FLOAT32;
import static org.sardonyx.ir.type.DataType.FLOAT64;
import static org.sardonyx.ir.type.DataType.INT32;
import static org.sardonyx.ir.type.DataType.INT64;
import static org.sardonyx.ir.type.DataType.INT8;
import static org.sardonyx.ir.type.DataType.UINT8;
import static org.sardonyx.tests.properties.Tolerance.EQUAL;
import static org.sardonyx.tests.properties.Tolerance.EXACT;
import static org.sardonyx.tests.properties.Tolerance.close;
import static org.sardonyx.tests.properties.Tolerance.ulps;
import static org.sardonyx.tests.properties.Types.LARGE_NUMBERS;

import java.util.Arrays;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Reductions over axes, the places of extremes, running sums.
class ReductionProperties {
    /// Without int64, of which ONNX Runtime compares the lower halves only.
    private static final List<DataType> ORDERED = List.of(FLOAT32, FLOAT64, FLOAT16, INT32, INT8, UINT8, BOOL);
    private static final List<DataType> FLOATS = List.of(FLOAT32, FLOAT64);

    static final List<Row> ROWS = List.of(
            Row.of("ReduceSum", 13, LARGE_NUMBERS, EQUAL).over(Elements.EXACT),
            // Of integers such that the product does not overflow, which ONNX Runtime computes in another type.
            Row.of("ReduceProd", 18, LARGE_NUMBERS, close(1e-4, 0)).over(Elements.between(-1, 2)),
            // In ONNX Runtime the extreme of numbers with a NaN among them depends on its place.
            Row.of("ReduceMax", 20, ORDERED, EQUAL).over(Elements.COMPARABLE),
            Row.of("ReduceMin", 20, ORDERED, EQUAL).over(Elements.COMPARABLE),
            Row.of("ReduceMax", 20, List.of(INT64), EQUAL).over(Elements.between(-100, 100)),
            Row.of("ReduceMin", 20, List.of(INT64), EQUAL).over(Elements.between(-100, 100)),
            Row.of("ReduceMean", 18, FLOATS, ulps(1)).over(Elements.EXACT),
            Row.of("ReduceL1", 18, LARGE_NUMBERS, EQUAL).over(Elements.EXACT),
            Row.of("ReduceL2", 18, FLOATS, ulps(1)).over(Elements.EXACT),
            Row.of("ReduceSumSquare", 18, LARGE_NUMBERS, EQUAL).over(Elements.EXACT),
            Row.of("ReduceLogSum", 18, FLOATS, ulps(4)).over(Elements.between(1, 5)),
            Row.of("ReduceLogSumExp", 18, FLOATS, ulps(8)).over(Elements.between(1, 5)));

    @Provide
    Arbitrary<Row> rows() {
        return Arbitraries.of(ROWS);
    }

    private static boolean isEmpty(long... sizes) {
        return Arrays.stream(sizes).anyMatch(size -> size == 0);
    }

    /// Of no numbers there is no largest one, or it is infinite: versions and types differ. Their mean ONNX Runtime takes
    /// to be 0, where the quotient of sum and count is NaN.
    private static long[] sizes(Draw draw, Row row) {
        return row.operator().matches("ReduceM.*") ? draw.filledSizes(0, 4) : draw.sizes(0, 4);
    }

    /// ONNX Runtime leaves an axis of size 0 in place if it is named by a negative number.
    private static long[] axes(Draw draw, int least, long... sizes) {
        long[] axes = draw.axes(sizes.length, least);
        return isEmpty(sizes) ? Arrays.stream(axes).map(axis -> Math.floorMod(axis, sizes.length)).toArray() : axes;
    }

    /// Axes as an input: from opset 13 for ReduceSum, 18 for the others.
    @Property(tries = 400, seed = Draw.SEED)
    void reductions(@ForAll("rows") Row row, @ForAll Draw draw) {
        long[] sizes = sizes(draw, row);
        OperatorCase reduction = OperatorCase.of(row.operator(), row.opset()).with("keepdims", draw.flag())
                .input(draw.tensor(draw.of(row.types()), sizes, row.elements()));
        // Of an empty tensor ONNX Runtime reduces all axes in any case.
        if (draw.flag() && !isEmpty(sizes)) {
            reduction.with("noop_with_empty_axes", draw.flag());
        }
        if (!draw.oneIn(5)) {
            reduction.input(axes(draw, 0, sizes));
        }
        Oracle.check(draw, reduction, row.tolerance());
    }

    /// Axes as an attribute.
    @Property(tries = 200, seed = Draw.SEED)
    void reductionsBeforeOpset13(@ForAll("rows") Row row, @ForAll Draw draw) {
        long[] sizes = sizes(draw, row);
        DataType type = draw.of(Types.without(row.types(), BOOL, INT8, UINT8, FLOAT16));
        OperatorCase reduction = OperatorCase.of(row.operator(), 11).with("keepdims", draw.flag())
                .input(draw.tensor(type, sizes, row.elements()));
        if (!draw.oneIn(4) && sizes.length > 0) {
            reduction.with("axes", axes(draw, 1, sizes));
        }
        Oracle.check(draw, reduction, row.tolerance());
    }

    @Property(tries = 200, seed = Draw.SEED)
    void placesOfExtremes(@ForAll Draw draw) {
        long[] sizes = draw.filledSizes(1, 4);
        int axis = draw.axis(sizes.length);
        OperatorCase extreme = OperatorCase.of(draw.of("ArgMax", "ArgMin"), draw.of(11, 12, 13))
                .with("keepdims", draw.flag()).with("axis", axis)
                .inputAlong(draw.tensor(draw.of(FLOAT32, INT32), sizes, Elements.EXACT), axis).yields(INT64);
        if (extreme.opset() >= 12) {
            extreme.with("select_last_index", draw.flag());
        }
        Oracle.check(draw, extreme, EXACT);
    }

    @Property(tries = 200, seed = Draw.SEED)
    void runningSums(@ForAll Draw draw) {
        long[] sizes = draw.sizes(1, 4);
        DataType index = draw.of(INT64, INT32);
        Oracle.check(draw, OperatorCase.of("CumSum", draw.of(11, 14))
                .with("exclusive", draw.flag()).with("reverse", draw.flag())
                .input(draw.tensor(draw.of(LARGE_NUMBERS), sizes, Elements.EXACT))
                .input(Tensor.ofLongs(index, new long[0], draw.axis(sizes.length))), EQUAL);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void runningProducts(@ForAll Draw draw) {
        long[] sizes = draw.sizes(1, 4);
        Oracle.check(draw, OperatorCase.of("CumProd", 26)
                .with("exclusive", draw.flag()).with("reverse", draw.flag())
                .input(draw.tensor(draw.of(LARGE_NUMBERS), sizes, Elements.between(-2, 3)))
                .input(Tensor.scalar(draw.axis(sizes.length))), ulps(2));
    }
}
