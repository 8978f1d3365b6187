package org.sardonyx.frontend.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.ArgMaxWindow;
import org.sardonyx.ir.operator.Pad;
import org.sardonyx.ir.operator.PadMode;
import org.sardonyx.ir.operator.ReduceFunction;
import org.sardonyx.ir.operator.ReduceWindow;
import org.sardonyx.ir.operator.ScatterElements;
import org.sardonyx.ir.operator.ScatterFunction;

/// Operators that combine the elements in a window, or all of a channel, into one.
final class PoolingOperators {
    private PoolingOperators() {}

    static void define(Catalogue.Builder c) {
        c.operator("MaxPool", 1, 8, 10, 11, 12, 22).inputs(1).asMany(PoolingOperators::maximum);
        c.operator("AveragePool", 1, 7, 10, 11, 19, 22).inputs(1)
                .as((n, e) -> e.widened(n.input(0), x -> AveragePooling.of(n, e, x).expand()));
        c.operator("LpPool", 1, 2, 11, 18, 22).inputs(1).as((n, e) -> e.widened(n.input(0),
                x -> norm(e, x, exponent(n), powers -> e.apply(reduction(n, ReduceFunction.SUM), powers))));
        c.operator("GlobalAveragePool", 1, 22).inputs(1)
                .as((n, e) -> e.widened(n.input(0), x -> e.mean(x, channelAxes(n))));
        c.operator("GlobalMaxPool", 1, 22).inputs(1).as((n, e) -> e.largest(n.input(0), channelAxes(n)));
        c.operator("GlobalLpPool", 1, 2, 22).inputs(1).as((n, e) -> e.widened(n.input(0),
                x -> norm(e, x, exponent(n), powers -> e.sum(powers, channelAxes(n)))));
        c.operator("MaxUnpool", 9, 11, 22).inputs(2, 3).as(PoolingOperators::unpool);
        c.operator("MaxRoiPool", 1, 22).inputs(2).as(RegionPooling::maximum);
    }

    private static ReduceWindow reduction(OnnxNode n, ReduceFunction function) {
        List<Long> kernel = WindowAttributes.kernel(n);
        return new ReduceWindow(function, kernel, WindowAttributes.window(n, kernel.size()));
    }

    /// The axes after batch and channels.
    private static long[] channelAxes(OnnxNode n) {
        return LongStream.range(2, 2 + WindowAttributes.requireSpatial(n.rank(0))).toArray();
    }

    private static List<Operand> maximum(OnnxNode n, Expressions e) {
        ReduceWindow reduction = reduction(n, ReduceFunction.MAXIMUM);
        Operand largest = e.apply(reduction, n.input(0));
        if (n.outputCount() < 2) {
            return List.of(largest);
        }
        Operand index = e.apply(new ArgMaxWindow(reduction.kernel(), reduction.window()), n.input(0));
        boolean columnMajor = n.attributes().flag("storage_order", false);
        return List.of(largest, columnMajor ? columnMajor(e, n.input(0), index, reduction.kernel().size()) : index);
    }

    /// Turns an index in row-major order into one in which the axes after batch and channels are in reverse order.
    private static Operand columnMajor(Expressions e, Operand x, Operand index, int rank) {
        Operand rest = index;
        Operand reversed = e.longs(0);
        for (int axis = 2 + rank - 1; axis >= 2; axis--) {
            Operand size = e.sizeOf(x, axis);
            Operand quotient = e.divide(rest, size);
            Operand coordinate = e.subtract(rest, e.multiply(quotient, size));
            reversed = e.add(reversed, e.multiply(coordinate, e.sizeOf(x, 2, axis)));
            rest = quotient;
        }
        return e.add(reversed, e.multiply(rest, e.sizeOf(x, 2, 2 + rank)));
    }

    /// The exponent `p`, a floating-point number in the oldest version.
    ///
    /// @throws ModelException if it is less than 1
    private static double exponent(OnnxNode n) {
        double exponent = n.version() == 1 ? n.attributes().number("p", 2) : n.attributes().integer("p", 2);
        if (!(exponent >= 1)) {
            throw new ModelException("attribute 'p' is " + exponent + ", expected at least 1");
        }
        return exponent;
    }

    /// The norm `(Σ |x|^p)^(1/p)`.
    ///
    /// @param sum how powers are summed
    static Operand norm(Expressions e, Operand x, double exponent, UnaryOperator<Operand> sum) {
        if (exponent == 1) {
            return sum.apply(e.absolute(x));
        }
        if (exponent == 2) {
            return e.squareRoot(sum.apply(e.multiply(x, x)));
        }
        Operand powers = e.power(e.absolute(x), e.scalarLike(x, exponent));
        return e.power(sum.apply(powers), e.scalarLike(x, 1 / exponent));
    }

    /// Puts each element where its index says in a tensor of zeros, which has the size from which pooling would have made
    /// the input. If the result is to be of another size, elements are added or taken away at the end of each axis.
    private static Operand unpool(OnnxNode n, Expressions e) {
        Operand x = n.input(0);
        List<Long> kernel = WindowAttributes.kernel(n);
        int rank = kernel.size();
        List<Long> strides = WindowAttributes.numbers(n, "strides", rank, 1);
        List<Long> pads = WindowAttributes.numbers(n, "pads", 2 * rank, 0);
        List<Operand> sizes = new ArrayList<>(List.of(e.sizeOf(x, 0), e.sizeOf(x, 1)));
        for (int axis = 0; axis < rank; axis++) {
            Operand distance = e.multiply(e.subtract(e.sizeOf(x, 2 + axis), e.longs(1)), e.longs(strides.get(axis)));
            sizes.add(e.add(distance, e.longs(kernel.get(axis) - pads.get(axis) - pads.get(rank + axis))));
        }
        Operand shape = e.concat(0, sizes);
        Operand count = e.reduce(ReduceFunction.PRODUCT, shape, true, e.longs(0));
        Operand placed = e.apply(new ScatterElements(0, ScatterFunction.REPLACE), e.fill(x.dataType(), 0, count),
                e.reshape(n.input(1), -1), e.reshape(x, -1));
        Operand result = e.reshape(placed, shape);
        if (!n.hasInput(2)) {
            return result;
        }
        Operand none = e.longs(Collections.nCopies(2 + rank, 0L).stream().mapToLong(Long::longValue).toArray());
        Operand more = e.concat(0, none, e.subtract(n.input(2), shape));
        return e.apply(new Pad(PadMode.CONSTANT), result, more, e.scalarLike(x, 0));
    }
}
