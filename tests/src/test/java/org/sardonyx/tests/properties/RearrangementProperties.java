package org.sardonyx.tests.properties;

import static org.sardonyx.ir.type.DataType.BOOL;
import static org.sardonyx.ir.type.DataType.FLOAT16;
import static org.sardonyx.ir.type.DataType.FLOAT32;
import static org.sardonyx.ir.type.DataType.FLOAT64;
import static org.sardonyx.ir.type.DataType.INT32;
import static org.sardonyx.ir.type.DataType.INT64;
import static org.sardonyx.ir.type.DataType.INT8;
import static org.sardonyx.ir.type.DataType.UINT32;
import static org.sardonyx.ir.type.DataType.UINT64;
import static org.sardonyx.ir.type.DataType.UINT8;
import static org.sardonyx.tests.properties.Tolerance.EXACT;
import static org.sardonyx.tests.properties.Types.MOVED;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Operators that put elements into another order, leave some out or repeat some.
class RearrangementProperties {
    private static final List<DataType> REPEATED = Types.without(MOVED, DataType.BFLOAT16);
    private static final List<DataType> PADDED =
            List.of(FLOAT32, FLOAT64, INT64, INT32, INT8, UINT64, UINT32, UINT8, BOOL);

    private static Tensor any(Draw draw, long... sizes) {
        return draw.tensor(draw.of(MOVED), sizes, Elements.ANY);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void transpose(@ForAll Draw draw) {
        long[] sizes = draw.sizes(0, 5);
        OperatorCase transpose = OperatorCase.of("Transpose", 21).ranked(any(draw, sizes));
        if (!draw.oneIn(5)) {
            List<Integer> axes = draw.shuffled(IntStream.range(0, sizes.length).boxed().toList());
            transpose.with("perm", axes.stream().mapToLong(Integer::longValue).toArray());
        }
        Oracle.check(draw, transpose, EXACT);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void concat(@ForAll Draw draw) {
        long[] sizes = draw.sizes(1, 4);
        int axis = draw.axis(sizes.length);
        DataType type = draw.of(MOVED);
        OperatorCase concat = OperatorCase.of("Concat", 13).with("axis", axis);
        int count = draw.integer(1, 4);
        for (int i = 0; i < count; i++) {
            sizes[Math.floorMod(axis, sizes.length)] = draw.dimension();
            concat.inputAlong(draw.tensor(type, sizes, Elements.ANY), axis);
        }
        Oracle.check(draw, concat, EXACT);
    }

    @Property(tries = 200, seed = Draw.SEED)
    void split(@ForAll Draw draw) {
        long[] sizes = draw.sizes(1, 4);
        int axis = draw.axis(sizes.length);
        long[] parts = draw.integers(draw.integer(1, 4), 0, 3);
        sizes[Math.floorMod(axis, sizes.length)] = Arrays.stream(parts).sum();
        int opset = draw.of(11, 13, 18);
        Tensor x = ShapeProperties.any(draw, opset, sizes);
        DataType[] outputs = new DataType[parts.length];
        Arrays.fill(outputs, x.dataType());
        OperatorCase split = OperatorCase.of("Split", opset).with("axis", axis).inputAlong(x, axis).yields(outputs);
        Oracle.check(draw, opset == 11 ? split.with("split", parts) : split.input(parts), EXACT);
    }

    /// Without sizes: equal ones, the last one smaller if need be.
    @Property(tries = 100, seed = Draw.SEED)
    void splitEvenly(@ForAll Draw draw) {
        int count = draw.integer(1, 4);
        int part = draw.integer(1, 3);
        DataType[] outputs = new DataType[count];
        Arrays.fill(outputs, FLOAT32);
        boolean uneven = draw.flag();
        // With a last part that is not empty.
        long size = (long) count * part - (uneven ? draw.integer(0, part - 1) : 0);
        OperatorCase split = OperatorCase.of("Split", uneven ? 18 : 13).with("axis", 1)
                .input(draw.tensor(FLOAT32, new long[] {2, size, 2}, Elements.ANY)).yields(outputs);
        Oracle.check(draw, uneven ? split.with("num_outputs", count) : split, EXACT);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void tile(@ForAll Draw draw) {
        long[] sizes = draw.sizes(0, 4);
        Oracle.check(draw, OperatorCase.of("Tile", 13)
                .ranked(draw.tensor(draw.of(REPEATED), sizes, Elements.ANY))
                .input(draw.integers(sizes.length, 0, 3)), EXACT);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void expand(@ForAll Draw draw) {
        List<long[]> sizes = draw.broadcasting(2, 4);
        Oracle.check(draw, OperatorCase.of("Expand", 13)
                .input(draw.tensor(draw.of(REPEATED), sizes.get(0), Elements.ANY)).input(sizes.get(1)), EXACT);
    }

    @Property(tries = 300, seed = Draw.SEED)
    void slice(@ForAll Draw draw) {
        long[] sizes = draw.sizes(1, 4);
        long[] axes = draw.axes(sizes.length, 0);
        DataType index = draw.of(INT64, INT32);
        boolean backwards = draw.oneIn(3);
        int opset = draw.of(11, 13);
        OperatorCase slice = OperatorCase.of("Slice", opset).ranked(ShapeProperties.any(draw, opset, sizes));
        slice.input(bounds(draw, index, axes.length, true));
        // The largest integer as the end ONNX Runtime takes for none, also where the step is negative.
        slice.input(bounds(draw, index, axes.length, !backwards));
        slice.input(Tensor.ofLongs(index, new long[] {axes.length}, axes));
        if (backwards || draw.flag()) {
            long[] steps = draw.integers(axes.length, 1, 3);
            Arrays.setAll(steps, i -> backwards && draw.flag() ? -steps[i] : steps[i]);
            slice.input(Tensor.ofLongs(index, new long[] {axes.length}, steps));
        }
        Oracle.check(draw, slice, EXACT);
    }

    private static Tensor bounds(Draw draw, DataType type, int count, boolean largest) {
        long limit = type == INT32 ? Integer.MAX_VALUE : Long.MAX_VALUE;
        long[] bounds = draw.integers(count, -7, 7);
        Arrays.setAll(bounds, i -> draw.oneIn(5) ? largest && draw.flag() ? limit : -limit - 1 : bounds[i]);
        return Tensor.ofLongs(type, new long[] {count}, bounds);
    }

    @Property(tries = 300, seed = Draw.SEED)
    void pad(@ForAll Draw draw) {
        String mode = draw.of("constant", "edge", "reflect", "wrap");
        // There is nothing to repeat in an empty axis, and no more to reflect than there is behind the edge.
        long[] sizes = mode.equals("constant") ? draw.sizes(1, 4) : draw.filledSizes(1, 4);
        long[] pads = new long[2 * sizes.length];
        for (int i = 0; i < pads.length; i++) {
            int size = (int) sizes[i % sizes.length];
            int most = switch (mode) {
                case "reflect" -> size - 1;
                case "wrap" -> size;
                default -> 3;
            };
            pads[i] = draw.integer(0, most);
        }
        DataType type = draw.of(PADDED);
        OperatorCase pad = OperatorCase.of("Pad", mode.equals("wrap") ? 19 : draw.of(13, 18)).with("mode", mode)
                .input(draw.tensor(type, sizes, Elements.ANY)).input(pads);
        if (mode.equals("constant") && draw.flag()) {
            pad.input(draw.tensor(type, new long[0], Elements.ANY));
        }
        Oracle.check(draw, pad, EXACT);
    }

    /// Pads may be negative, and belong to some axes only.
    @Property(tries = 200, seed = Draw.SEED)
    void padSomeAxes(@ForAll Draw draw) {
        long[] sizes = draw.filledSizes(1, 4);
        long[] axes = draw.axes(sizes.length, 0);
        long[] pads = new long[2 * axes.length];
        for (int i = 0; i < axes.length; i++) {
            int size = (int) sizes[Math.floorMod((int) axes[i], sizes.length)];
            pads[i] = draw.integer(-size / 2, 3);
            pads[axes.length + i] = draw.integer(-size / 2, 3);
        }
        // Where the axes are not constant, ONNX Runtime's type inference expects pads for all.
        Oracle.check(draw, OperatorCase.of("Pad", 18).ranked(draw.tensor(FLOAT32, sizes, Elements.ANY)).input(pads)
                .input(Tensor.scalar(FLOAT32, -1)).input(Tensor.vector(axes), Knowledge.CONSTANT), EXACT);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void triangles(@ForAll Draw draw) {
        OperatorCase triangle = OperatorCase.of("Trilu", 14).with("upper", draw.flag()).input(
                draw.tensor(draw.of(FLOAT32, FLOAT64, INT64, INT32, BOOL), draw.sizes(2, 4), Elements.ANY));
        Oracle.check(draw, draw.flag() ? triangle : triangle.input(Tensor.scalar(draw.integer(-4, 4))), EXACT);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void blocks(@ForAll Draw draw) {
        int block = draw.integer(1, 3);
        DataType type = draw.of(FLOAT32, FLOAT64, FLOAT16, INT8, UINT8);
        long batch = draw.integer(1, 2);
        long channels = draw.integer(1, 2);
        long height = draw.integer(1, 3);
        long width = draw.integer(1, 3);
        Oracle.check(draw, OperatorCase.of("DepthToSpace", 13).with("blocksize", block)
                .with("mode", draw.of("DCR", "CRD"))
                .ranked(draw.tensor(type, new long[] {batch, channels * block * block, height, width}, Elements.ANY)),
                EXACT);
        Oracle.check(draw, OperatorCase.of("SpaceToDepth", 13).with("blocksize", block)
                .ranked(draw.tensor(type, new long[] {batch, channels, height * block, width * block}, Elements.ANY)),
                EXACT);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void reverseSequence(@ForAll Draw draw) {
        long[] sizes = draw.filledSizes(2, 4);
        int time = draw.integer(0, 1);
        long[] lengths = draw.integers((int) sizes[1 - time], 1, (int) sizes[time]);
        Oracle.check(draw, OperatorCase.of("ReverseSequence", 10).with("time_axis", time).with("batch_axis", 1 - time)
                .ranked(draw.tensor(draw.of(Types.without(REPEATED, FLOAT16)), sizes, Elements.ANY)).input(lengths),
                EXACT);
    }
}
