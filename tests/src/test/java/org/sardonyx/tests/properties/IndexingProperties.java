package org.sardonyx.tests.properties;

import static org.sardonyx.ir.type.DataType.BFLOAT16;
import static org.sardonyx.ir.type.DataType.BOOL;
import static org.sardonyx.ir.type.DataType.FLOAT16;
import static org.sardonyx.ir.type.DataType.FLOAT32;
import static org.sardonyx.ir.type.DataType.INT32;
import static org.sardonyx.ir.type.DataType.INT64;
import static org.sardonyx.ir.type.DataType.STRING;
import static org.sardonyx.tests.properties.Tolerance.EQUAL;
import static org.sardonyx.tests.properties.Tolerance.EXACT;
import static org.sardonyx.tests.properties.Types.INDICES;
import static org.sardonyx.tests.properties.Types.MOVED;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Operators that pick elements by index, or put them where an index says.
class IndexingProperties {
    private static final List<DataType> SCATTERED = Types.without(MOVED, FLOAT16, BFLOAT16, BOOL, STRING);

    /// Indices into an axis, counted from either end.
    private static Tensor indices(Draw draw, long size, long... sizes) {
        return draw.tensor(draw.of(INDICES), sizes,
                (tensor, index, source) -> tensor.setLong(index, source.integer((int) -size, (int) size - 1)));
    }

    /// Without strings, of which ONNX Runtime copies only the first of each slice.
    @Property(tries = 200, seed = Draw.SEED)
    void gather(@ForAll Draw draw) {
        long[] sizes = draw.filledSizes(1, 4);
        int axis = draw.axis(sizes.length);
        Oracle.check(draw, OperatorCase.of("Gather", 13).with("axis", axis)
                .inputAlong(draw.tensor(draw.of(Types.without(MOVED, STRING)), sizes, Elements.ANY), axis)
                .input(indices(draw, sizes[Math.floorMod(axis, sizes.length)], draw.sizes(0, 3))), EXACT);
    }

    /// Sizes of indices that pick single elements: no larger than those of the tensor but for the axis.
    private static long[] within(Draw draw, int axis, long... sizes) {
        long[] smaller = new long[sizes.length];
        Arrays.setAll(smaller, i -> i == axis ? draw.dimension() : draw.integer(1, (int) sizes[i]));
        return smaller;
    }

    @Property(tries = 200, seed = Draw.SEED)
    void gatherElements(@ForAll Draw draw) {
        long[] sizes = draw.filledSizes(1, 4);
        int axis = draw.axis(sizes.length);
        int counted = Math.floorMod(axis, sizes.length);
        Oracle.check(draw, OperatorCase.of("GatherElements", 13).with("axis", axis)
                .inputAlong(draw.tensor(draw.of(MOVED), sizes, Elements.ANY), axis)
                .input(indices(draw, sizes[counted], within(draw, counted, sizes))), EXACT);
    }

    @Property(tries = 200, seed = Draw.SEED)
    void scatterElements(@ForAll Draw draw) {
        long[] sizes = draw.filledSizes(1, 4);
        int axis = draw.axis(sizes.length);
        int counted = Math.floorMod(axis, sizes.length);
        String reduction = draw.of("none", "add", "mul", "min", "max");
        DataType type = draw.of(SCATTERED);
        // Which of two elements at one place stays, ONNX leaves open: without a reduction every index is another one.
        long[] updated = within(draw, counted, sizes);
        Tensor indices = indices(draw, sizes[counted], updated);
        if (reduction.equals("none")) {
            updated[counted] = Math.min(updated[counted], sizes[counted]);
            indices = distinctAlong(draw, counted, sizes[counted], updated);
        }
        Oracle.check(draw, OperatorCase.of("ScatterElements", 18).with("axis", axis).with("reduction", reduction)
                .inputAlong(draw.tensor(type, sizes, Elements.EXACT), axis).input(indices)
                .input(draw.tensor(type, updated, Elements.EXACT)), EQUAL);
    }

    /// Indices along an axis of which all are different, the same for all other axes.
    private static Tensor distinctAlong(Draw draw, int axis, long size, long... sizes) {
        List<Long> all = draw.shuffled(LongStream.range(0, size).boxed().toList());
        Tensor indices = Tensor.allocate(INT64, sizes);
        long inner = Arrays.stream(sizes).skip(axis + 1).reduce(1, (a, b) -> a * b);
        for (long i = 0; i < indices.size(); i++) {
            indices.setLong(i, all.get((int) (i / inner % sizes[axis])));
        }
        return indices;
    }

    @Property(tries = 200, seed = Draw.SEED)
    void gatherSlices(@ForAll Draw draw) {
        long[] sizes = draw.filledSizes(1, 4);
        int batch = draw.integer(0, sizes.length - 1);
        int depth = draw.integer(1, sizes.length - batch);
        Tensor indices = slicesAt(draw, batch, depth, draw.sizes(0, 2), sizes);
        OperatorCase gather = OperatorCase.of("GatherND", 13).with("batch_dims", batch)
                .ranked(draw.tensor(draw.of(MOVED), sizes, Elements.ANY)).ranked(indices);
        Oracle.check(draw, gather, EXACT);
    }

    /// Indices of `depth` axes after the batch axes.
    private static Tensor slicesAt(Draw draw, int batch, int depth, long[] outer, long... sizes) {
        long[] indexSizes = new long[batch + outer.length + 1];
        System.arraycopy(sizes, 0, indexSizes, 0, batch);
        System.arraycopy(outer, 0, indexSizes, batch, outer.length);
        indexSizes[indexSizes.length - 1] = depth;
        return draw.tensor(INT64, indexSizes, (tensor, index, source) -> {
            int size = (int) sizes[batch + (int) (index % depth)];
            tensor.setLong(index, source.integer(-size, size - 1));
        });
    }

    @Property(tries = 200, seed = Draw.SEED)
    void scatterSlices(@ForAll Draw draw) {
        long[] sizes = draw.filledSizes(1, 4);
        int depth = draw.integer(1, sizes.length);
        DataType type = draw.of(SCATTERED);
        boolean single = draw.flag();
        // Without a reduction there is a single index, as the order of two at the same place is left open.
        Tensor indices = slicesAt(draw, 0, depth, single ? new long[] {1} : draw.sizes(1, 2), sizes);
        long[] updates = new long[indices.rank() - 1 + sizes.length - depth];
        System.arraycopy(indices.sizes(), 0, updates, 0, indices.rank() - 1);
        System.arraycopy(sizes, depth, updates, indices.rank() - 1, sizes.length - depth);
        Oracle.check(draw, OperatorCase.of("ScatterND", 18)
                .with("reduction", single ? "none" : draw.of("add", "mul", "min", "max"))
                .ranked(draw.tensor(type, sizes, Elements.EXACT)).ranked(indices)
                .input(draw.tensor(type, updates, Elements.EXACT)), EQUAL);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void compress(@ForAll Draw draw) {
        long[] sizes = draw.filledSizes(1, 4);
        OperatorCase compress = OperatorCase.of("Compress", 11);
        Tensor x = draw.tensor(draw.of(Types.without(MOVED, BFLOAT16)), sizes, Elements.ANY);
        long limit = x.size();
        if (draw.flag()) {
            int axis = draw.axis(sizes.length);
            limit = x.size(axis);
            compress.with("axis", axis).inputAlong(x, axis);
        } else {
            compress.input(x);
        }
        Tensor condition = draw.tensor(BOOL, new long[] {draw.integer(0, (int) limit)}, Elements.ANY);
        Oracle.check(draw, compress.input(condition), EXACT);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void oneHot(@ForAll Draw draw) {
        long[] sizes = draw.filledSizes(1, 3);
        int depth = draw.integer(1, 5);
        DataType type = draw.of(FLOAT32, INT64, STRING);
        int axis = draw.integer(-sizes.length - 1, sizes.length);
        Tensor indices = draw.tensor(INT64, sizes, Elements.between(-depth - 2, depth + 2));
        Oracle.check(draw, OperatorCase.of("OneHot", 11).with("axis", axis).ranked(indices)
                .input(Tensor.scalar(depth)).input(draw.tensor(type, new long[] {2}, Elements.ANY)).yields(type),
                EXACT);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void nonZero(@ForAll Draw draw) {
        Oracle.check(draw, OperatorCase.of("NonZero", 13)
                .input(draw.tensor(draw.of(FLOAT32, INT32, INT64, BOOL), draw.sizes(1, 4), Elements.EXACT))
                .yields(INT64), EXACT);
    }
}
