package org.sardonyx.frontend.catalogue;

import java.util.stream.IntStream;

import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.BinaryFunction;
import org.sardonyx.ir.operator.GatherSlices;
import org.sardonyx.ir.operator.NonZero;
import org.sardonyx.ir.operator.ScatterElements;
import org.sardonyx.ir.operator.ScatterFunction;
import org.sardonyx.ir.operator.ScatterSlices;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Operators that pick elements by their indices, put elements at indices, or compute with indices.
final class IndexingOperators {
    private IndexingOperators() {}

    static void define(Catalogue.Builder c) {
        c.operator("Gather", 1, 11, 13).inputs(2)
                .as((n, e) -> e.gather(n.input(0), n.input(1), n.axisOf(0, "axis", 0)));
        c.operator("GatherElements", 11, 13).inputs(2)
                .as((n, e) -> e.gatherElements(n.input(0), n.input(1), n.axisOf(0, "axis", 0)));
        c.operator("GatherND", 11, 12, 13).inputs(2).as(IndexingOperators::gatherSlices);
        c.operator("Scatter", 9, 11).inputs(3).as(IndexingOperators::scatterElements);
        c.operator("ScatterElements", 11, 13, 16, 18).inputs(3).as(IndexingOperators::scatterElements);
        c.operator("ScatterND", 11, 13, 16, 18).inputs(3)
                .as((n, e) -> e.apply(new ScatterSlices(function(n)), n.input(0), n.input(1), n.input(2)));
        c.operator("TensorScatter", 24).inputs(2, 3).as(IndexingOperators::tensorScatter);
        c.operator("OneHot", 9, 11, 28).inputs(3).as(IndexingOperators::oneHot);
        c.operator("NonZero", 9, 13).inputs(1).as((n, e) -> e.apply(new NonZero(), n.input(0)));
        c.operator("Compress", 9, 11, 28).inputs(2).as(IndexingOperators::compress);
        c.operator("Trilu", 14).inputs(1, 2).as(IndexingOperators::triangle);
        c.operator("ReverseSequence", 10, 28).inputs(2).as(IndexingOperators::reverseSequence);
    }

    private static ScatterFunction function(OnnxNode n) {
        String[] words = n.version() < 18
                ? new String[] {"none", "add", "mul"}
                : new String[] {"none", "add", "mul", "min", "max"};
        return switch (n.attributes().word("reduction", "none", words)) {
            case "add" -> ScatterFunction.ADD;
            case "mul" -> ScatterFunction.MULTIPLY;
            case "min" -> ScatterFunction.MINIMUM;
            case "max" -> ScatterFunction.MAXIMUM;
            default -> ScatterFunction.REPLACE;
        };
    }

    private static Operand gatherSlices(OnnxNode n, Expressions e) {
        long batchAxes = Math.clamp(n.attributes().integer("batch_dims", 0), -1L, Integer.MAX_VALUE);
        return e.apply(new GatherSlices((int) batchAxes), n.input(0), n.input(1));
    }

    private static Operand scatterElements(OnnxNode n, Expressions e) {
        return e.apply(new ScatterElements(n.axisOf(0, "axis", 0), function(n)), n.input(0), n.input(1),
                n.input(2));
    }

    /// Writes the update from `write_indices[batch]` on along the axis.
    private static Operand tensorScatter(OnnxNode n, Expressions e) {
        Operand cache = n.input(0);
        Operand update = n.input(1);
        int rank = n.rank(0);
        int axis = n.axis("axis", -2, rank);
        boolean circular = n.attributes().word("mode", "linear", "linear", "circular").equals("circular");
        Operand at = along(e, e.indices(e.sizeOf(update, axis)), axis, rank);
        if (n.hasInput(2)) {
            at = e.add(at, along(e, n.input(2), 0, rank));
        }
        if (circular) {
            at = e.binary(BinaryFunction.MODULO, at, e.squeeze(e.sizeOf(cache, axis), 0));
        }
        return e.apply(new ScatterElements(axis, ScatterFunction.REPLACE), cache,
                e.broadcast(at, e.shapeOf(update)), update);
    }

    /// A vector laid along an axis of a tensor of that rank; the other axes have size 1.
    private static Operand along(Expressions e, Operand vector, int axis, int rank) {
        return e.unsqueeze(vector, IntStream.range(0, rank).filter(other -> other != axis).asLongStream().toArray());
    }

    private static Operand oneHot(OnnxNode n, Expressions e) {
        int rank = n.rank(0) + 1;
        int axis = n.axis("axis", -1, rank);
        Operand depth = e.reshape(e.cast(n.input(1), DataType.INT64));
        Operand given = e.cast(n.input(0), DataType.INT64);
        Operand index = e.select(e.less(given, e.constant(Tensor.scalar(0))), e.add(given, depth), given);
        Operand hot = e.equal(e.unsqueeze(index, axis), along(e, e.indices(depth), axis, rank));
        return e.select(hot, e.gather(n.input(2), e.constant(Tensor.scalar(1)), 0),
                e.gather(n.input(2), e.constant(Tensor.scalar(0)), 0));
    }

    private static Operand compress(OnnxNode n, Expressions e) {
        boolean flat = !n.attributes().has("axis");
        Operand x = flat ? e.reshape(n.input(0), -1) : n.input(0);
        Operand indices = e.squeeze(e.apply(new NonZero(), n.input(1)), 0);
        return e.gather(x, indices, flat ? 0 : n.axisOf(0, "axis", 0));
    }

    private static Operand triangle(OnnxNode n, Expressions e) {
        Operand x = n.input(0);
        Operand diagonal = n.hasInput(1) ? e.reshape(n.input(1)) : e.constant(Tensor.scalar(0));
        Operand rows = e.unsqueeze(e.indices(e.sizeOf(x, -2)), 1);
        Operand offset = e.subtract(e.indices(e.sizeOf(x, -1)), rows);
        Operand kept = n.attributes().flag("upper", true)
                ? e.lessOrEqual(diagonal, offset)
                : e.lessOrEqual(offset, diagonal);
        return e.select(kept, x, e.constant(Tensor.allocate(x.dataType())));
    }

    private static Operand reverseSequence(OnnxNode n, Expressions e) {
        Operand x = n.input(0);
        int rank = n.rank(0);
        int timeAxis = n.axis("time_axis", 0, rank);
        Operand time = along(e, e.indices(e.sizeOf(x, timeAxis)), timeAxis, rank);
        Operand length = along(e, n.input(1), n.axis("batch_axis", 1, rank), rank);
        Operand reversed = e.subtract(e.subtract(length, 1), time);
        Operand from = e.select(e.less(time, length), reversed, time);
        return e.gatherElements(x, e.broadcast(from, e.shapeOf(x)), timeAxis);
    }
}
