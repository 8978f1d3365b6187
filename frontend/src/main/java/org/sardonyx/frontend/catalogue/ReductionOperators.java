package org.sardonyx.frontend.catalogue;

import java.util.function.UnaryOperator;

import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.ArgExtremum;
import org.sardonyx.ir.operator.Cumulative;
import org.sardonyx.ir.operator.ReduceFunction;
import org.sardonyx.ir.type.DataType;

/// Operators that combine the elements along axes into one, or into running sums.
final class ReductionOperators {
    /// What a reduction computes, given what it reduces and over which axes.
    @FunctionalInterface
    private interface Formula {
        Operand apply(Expressions e, Operand x, Reduction reduction);
    }

    private ReductionOperators() {}

    static void define(Catalogue.Builder c) {
        reduce(c, "ReduceSum", 13, new int[] {1, 11, 13}, (e, x, r) -> r.of(e, ReduceFunction.SUM, x));
        reduce(c, "ReduceProd", 18, new int[] {1, 11, 13, 18}, (e, x, r) -> r.of(e, ReduceFunction.PRODUCT, x));
        reduce(c, "ReduceMax", 18, new int[] {1, 11, 12, 13, 18, 20}, (e, x, r) -> r.of(e, ReduceFunction.MAXIMUM, x));
        reduce(c, "ReduceMin", 18, new int[] {1, 11, 12, 13, 18, 20}, (e, x, r) -> r.of(e, ReduceFunction.MINIMUM, x));
        reduce(c, "ReduceMean", 18, new int[] {1, 11, 13, 18}, ReductionOperators::mean);
        reduce(c, "ReduceL1", 18, new int[] {1, 11, 13, 18},
                (e, x, r) -> r.of(e, ReduceFunction.SUM, x.dataType().isSigned() ? e.absolute(x) : x));
        reduce(c, "ReduceSumSquare", 18, new int[] {1, 11, 13, 18}, ReductionOperators::sumOfSquares);
        reduce(c, "ReduceL2", 18, new int[] {1, 11, 13, 18},
                (e, x, r) -> real(e, x, wide -> e.squareRoot(sumOfSquares(e, wide, r))));
        reduce(c, "ReduceLogSum", 18, new int[] {1, 11, 13, 18, 28},
                (e, x, r) -> real(e, x, wide -> e.logarithm(r.of(e, ReduceFunction.SUM, wide))));
        reduce(c, "ReduceLogSumExp", 18, new int[] {1, 11, 13, 18, 28},
                (e, x, r) -> real(e, x, wide -> logSumExp(e, wide, r)));
        c.operator("ArgMax", 1, 11, 12, 13).inputs(1).as((n, e) -> argExtremum(n, e, true));
        c.operator("ArgMin", 1, 11, 12, 13).inputs(1).as((n, e) -> argExtremum(n, e, false));
        c.operator("CumSum", 11, 14).inputs(2).as((n, e) -> cumulative(n, e, ReduceFunction.SUM));
        c.operator("CumProd", 26).inputs(2).as((n, e) -> cumulative(n, e, ReduceFunction.PRODUCT));
    }

    /// @param inputSince the version in which the axes became an input
    private static void reduce(Catalogue.Builder c, String name, int inputSince, int[] versions, Formula formula) {
        for (int version : versions) {
            c.operator(name, version).inputs(1, version < inputSince ? 1 : 2)
                    .as((n, e) -> formula.apply(e, n.input(0), Reduction.of(n, e)));
        }
    }

    private static Operand real(Expressions e, Operand x, UnaryOperator<Operand> function) {
        return x.dataType().isFloat()
                ? e.widened(x, function)
                : e.castLike(function.apply(e.cast(x, DataType.FLOAT64)), x);
    }

    private static Operand mean(Expressions e, Operand x, Reduction reduction) {
        return e.widened(x, wide -> {
            Operand sum = reduction.of(e, ReduceFunction.SUM, wide);
            return e.divide(sum, e.castLike(reduction.count(e, wide), sum));
        });
    }

    private static Operand sumOfSquares(Expressions e, Operand x, Reduction reduction) {
        return e.widened(x, wide -> reduction.of(e, ReduceFunction.SUM, e.multiply(wide, wide)));
    }

    /// The largest element is taken out of the sum, unless it is infinite, so that no exponential overflows.
    private static Operand logSumExp(Expressions e, Operand x, Reduction reduction) {
        Operand largest = finite(e, reduction.keeping(true).of(e, ReduceFunction.MAXIMUM, x));
        Operand sum = reduction.of(e, ReduceFunction.SUM, e.exponential(e.subtract(x, largest)));
        return e.add(e.logarithm(sum), finite(e, reduction.of(e, ReduceFunction.MAXIMUM, x)));
    }

    private static Operand finite(Expressions e, Operand x) {
        Operand isFinite = e.less(e.absolute(x), e.scalarLike(x, Double.POSITIVE_INFINITY));
        return e.select(isFinite, x, e.scalarLike(x, 0));
    }

    private static Operand argExtremum(OnnxNode n, Expressions e, boolean largest) {
        int axis = n.axisOf(0, "axis", 0);
        boolean last = n.attributes().flag("select_last_index", false);
        Operand index = e.apply(new ArgExtremum(axis, largest, last), n.input(0));
        return n.attributes().flag("keepdims", true) ? index : e.squeeze(index, axis);
    }

    private static Operand cumulative(OnnxNode n, Expressions e, ReduceFunction function) {
        return e.apply(new Cumulative(function, n.attributes().flag("exclusive", false),
                n.attributes().flag("reverse", false)), n.input(0), n.input(1));
    }
}
