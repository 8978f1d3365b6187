package org.sardonyx.frontend.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Axes;
import org.sardonyx.ir.operator.Pad;
import org.sardonyx.ir.operator.PadMode;
import org.sardonyx.ir.operator.Slice;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.value.Tensor;

/// Operators that reorder, repeat, join, cut and frame tensors without computing anything from their elements.
final class RearrangementOperators {
    private RearrangementOperators() {}

    static void define(Catalogue.Builder c) {
        c.operator("Transpose", 1, 13, 21, 23, 24, 25).inputs(1).as(RearrangementOperators::transpose);
        c.operator("Expand", 8, 13).inputs(2).as((n, e) -> e.broadcast(n.input(0), n.input(1)));
        c.operator("Tile", 1).inputs(3).as(RearrangementOperators::tileAxis);
        c.operator("Tile", 6, 13).inputs(2).as((n, e) -> tile(e, n.input(0), n.input(1)));
        c.operator("Concat", 1).inputs(1, Integer.MAX_VALUE)
                .as((n, e) -> concat(n, e, n.attributes().integer("axis", 1)));
        c.operator("Concat", 4, 11, 13).inputs(1, Integer.MAX_VALUE)
                .as((n, e) -> concat(n, e, n.attributes().requireInteger("axis")));
        c.operator("Split", 1).inputs(1, 2).asMany((n, e) -> split(n, e, n.optionalInput(1)
                .map(sizes -> e.cast(sizes, DataType.INT64)).or(() -> n.attributes().integers("split").map(e::longs))));
        c.operator("Split", 2, 11).inputs(1)
                .asMany((n, e) -> split(n, e, n.attributes().integers("split").map(e::longs)));
        c.operator("Split", 13, 18).inputs(1, 2).asMany((n, e) -> split(n, e, n.optionalInput(1)));
        c.operator("Slice", 1).inputs(1).as(RearrangementOperators::sliceByAttributes);
        c.operator("Slice", 10, 11, 13).inputs(3, 5).as(RearrangementOperators::slice);
        c.operator("Pad", 1).inputs(1).as((n, e) -> padByAttributes(n, e, "paddings"));
        c.operator("Pad", 2).inputs(1).as((n, e) -> padByAttributes(n, e, "pads"));
        c.operator("Pad", 11, 13).inputs(2, 3).as((n, e) -> pad(n, e, n.input(1)));
        c.operator("Pad", 18, 19, 21, 23, 24, 25).inputs(2, 4).as((n, e) -> pad(n, e, padsOfAllAxes(n, e)));
    }

    private static Operand transpose(OnnxNode n, Expressions e) {
        Optional<long[]> permutation = n.attributes().integers("perm");
        if (permutation.isEmpty()) {
            int rank = n.rank(0);
            return e.transpose(n.input(0), IntStream.range(0, rank).map(axis -> rank - 1 - axis).toArray());
        }
        int rank = permutation.get().length;
        return e.transpose(n.input(0),
                IntStream.range(0, rank).map(axis -> Axes.normalize(permutation.get()[axis], rank)).toArray());
    }

    /// Each axis gets another one before it, along which the tensor is broadcast, and merges with it.
    private static Operand tile(Expressions e, Operand x, Operand repeats) {
        Operand counts = e.cast(repeats, DataType.INT64);
        int rank = x.shape().rank();
        if (!Shape.of(rank).admits(counts.shape())) {
            throw new ModelException("repeats of shape " + counts.shape() + " for a tensor of shape " + x.shape());
        }
        List<Operand> spread = new ArrayList<>();
        for (int axis = 0; axis < rank; axis++) {
            spread.add(e.slice(counts, 0, axis, axis + 1L));
            spread.add(e.sizeOf(x, axis));
        }
        if (rank == 0) {
            return x;
        }
        Operand apart = e.unsqueeze(x, IntStream.range(0, rank).mapToLong(axis -> 2L * axis).toArray());
        return e.reshape(e.broadcast(apart, e.concat(0, spread)), e.multiply(counts, e.shapeOf(x)));
    }

    /// Tile-1 repeats along one axis, which is an input.
    private static Operand tileAxis(OnnxNode n, Expressions e) {
        Operand count = e.reshape(e.cast(n.input(1), DataType.INT64), 1);
        Operand axis = e.reshape(e.cast(n.input(2), DataType.INT64), 1);
        return tile(e, n.input(0), Spread.over(e, n.rank(0), axis, count, 1));
    }

    private static Operand concat(OnnxNode n, Expressions e, long axis) {
        List<Operand> parts = n.allInputs();
        Optional<Integer> rank = parts.stream().map(Operand::shape).filter(Shape::hasRank).map(Shape::rank).findFirst();
        int most = rank.orElseGet(() -> axis < 0 ? parts.getFirst().shape().rank() : Shape.MAXIMUM_RANK);
        return e.concat(Axes.normalize(axis, most), parts);
    }

    private static List<Operand> split(OnnxNode n, Expressions e, Optional<Operand> sizes) {
        int axis = n.axisOf(0, "axis", 0);
        return sizes.isPresent() ? splitBySizes(n, e, axis, sizes.get()) : splitEvenly(n, e, axis);
    }

    private static List<Operand> splitBySizes(OnnxNode n, Expressions e, int axis, Operand sizes) {
        Operand x = n.input(0);
        Dimension size = x.shape().hasRank() ? x.shape().dimension(axis) : Dimension.UNKNOWN;
        Optional<long[]> known = n.builder().constant(sizes).map(Tensor::toLongs);
        if (known.isPresent()) {
            boolean countFits = known.get().length >= n.outputCount();
            boolean sumFits = size.neverSameSize(Dimension.of(IntStream.range(0, known.get().length)
                    .mapToLong(i -> known.get()[i]).sum()));
            if (!countFits || sumFits || IntStream.range(0, known.get().length).anyMatch(i -> known.get()[i] < 0)) {
                throw new ModelException("axis " + axis + " of " + x.shape() + " is split into " + n.outputCount()
                        + " parts of sizes " + Arrays.toString(known.get()));
            }
        }
        List<Operand> parts = new ArrayList<>();
        Operand start = e.longs(0);
        for (int i = 0; i < n.outputCount(); i++) {
            Operand end = e.add(start, e.slice(sizes, 0, i, i + 1L));
            parts.add(e.slice(x, axis, start, end));
            start = end;
        }
        return parts;
    }

    /// Since version 18 the last part may be smaller than the others.
    private static List<Operand> splitEvenly(OnnxNode n, Expressions e, int axis) {
        Operand x = n.input(0);
        long count = n.attributes().integer("num_outputs", n.outputCount());
        Dimension size = x.shape().hasRank() ? x.shape().dimension(axis) : Dimension.UNKNOWN;
        boolean uneven = n.version() < 18 && size.isConstant() && size.size() % Math.max(count, 1) != 0;
        if (count < n.outputCount() || uneven) {
            throw new ModelException("axis " + axis + " of " + x.shape() + " is split into " + count + " parts for "
                    + n.outputCount() + " outputs");
        }
        Operand part = e.divide(n.version() < 18 ? e.sizeOf(x, axis) : e.add(e.sizeOf(x, axis), count - 1.0), count);
        List<Operand> parts = new ArrayList<>();
        for (int i = 0; i < n.outputCount(); i++) {
            parts.add(e.slice(x, axis, e.multiply(part, i), e.multiply(part, i + 1.0)));
        }
        return parts;
    }

    private static Operand sliceByAttributes(OnnxNode n, Expressions e) {
        long[] starts = n.attributes().requireIntegers("starts");
        long[] ends = n.attributes().requireIntegers("ends");
        long[] axes = n.attributes().integers("axes", IntStream.range(0, starts.length).asLongStream().toArray());
        return slice(n, e, e.longs(axes), e.longs(starts), e.longs(ends), Optional.empty());
    }

    private static Operand slice(OnnxNode n, Expressions e) {
        Operand axes = n.optionalInput(3).orElseGet(() -> e.indices(e.sizeOf(n.input(1), 0)));
        return slice(n, e, axes, n.input(1), n.input(2), n.optionalInput(4));
    }

    /// Axes that the model computes become bounds for all axes.
    private static Operand slice(OnnxNode n, Expressions e, Operand axes, Operand starts, Operand ends,
            Optional<Operand> steps) {
        Operand x = n.input(0);
        Optional<long[]> known = n.builder().constant(axes).map(Tensor::toLongs);
        if (known.isPresent()) {
            boolean rankNeeded = Arrays.stream(known.get()).anyMatch(axis -> axis < 0);
            int rank = rankNeeded || x.shape().hasRank() ? x.shape().rank() : Shape.MAXIMUM_RANK;
            List<Integer> list = IntStream.range(0, known.get().length)
                    .mapToObj(i -> Axes.normalize(known.get()[i], rank)).toList();
            Operand ones = e.broadcast(e.longs(1), e.longs(list.size()));
            return e.apply(new Slice(list), x, starts, ends, steps.orElse(ones));
        }
        int rank = x.shape().rank();
        Operand one = e.broadcast(e.longs(1), e.shapeOf(axes));
        return e.apply(new Slice(IntStream.range(0, rank).boxed().toList()), x,
                Spread.over(e, rank, axes, starts, 0), Spread.over(e, rank, axes, ends, Long.MAX_VALUE),
                Spread.over(e, rank, axes, steps.orElse(one), 1));
    }

    private static Operand padByAttributes(OnnxNode n, Expressions e, String pads) {
        Operand value = e.scalar(n.dataType(0), n.attributes().number("value", 0));
        return pad(n, e, e.longs(n.attributes().requireIntegers(pads)), value);
    }

    private static Operand pad(OnnxNode n, Expressions e, Operand pads) {
        return pad(n, e, pads,
                n.optionalInput(2).orElseGet(() -> e.constant(Tensor.allocate(n.dataType(0)))));
    }

    private static Operand pad(OnnxNode n, Expressions e, Operand pads, Operand value) {
        String[] words = n.version() < 19
                ? new String[] {"constant", "reflect", "edge"}
                : new String[] {"constant", "reflect", "edge", "wrap"};
        Pad pad = new Pad(switch (n.attributes().word("mode", "constant", words)) {
            case "reflect" -> PadMode.REFLECT;
            case "edge" -> PadMode.EDGE;
            case "wrap" -> PadMode.WRAP;
            default -> PadMode.CONSTANT;
        });
        return pad.mode() == PadMode.CONSTANT
                ? e.apply(pad, n.input(0), pads, value)
                : e.apply(pad, n.input(0), pads);
    }

    private static Operand padsOfAllAxes(OnnxNode n, Expressions e) {
        if (!n.hasInput(3)) {
            return n.input(1);
        }
        Operand axes = n.input(3);
        Operand count = e.sizeOf(axes, 0);
        Operand before = e.slice(n.input(1), 0, e.longs(0), count);
        Operand after = e.slice(n.input(1), 0, count, e.longs(Long.MAX_VALUE));
        return e.concat(0, Spread.over(e, n.rank(0), axes, before, 0), Spread.over(e, n.rank(0), axes, after, 0));
    }
}
