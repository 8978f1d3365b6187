package org.sardonyx.frontend.catalogue;

import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.ArgExtremum;

/// Softmax and its kin. Before version 13 they saw a matrix: all axes from `axis` on as one.
final class SoftmaxOperators {
    /// Computes along one axis, or along the last one of a matrix.
    @FunctionalInterface
    private interface Formula {
        Operand apply(Expressions e, Operand x, int axis);
    }

    private SoftmaxOperators() {}

    static void define(Catalogue.Builder c) {
        define(c, "Softmax", SoftmaxOperators::softmax);
        define(c, "LogSoftmax", SoftmaxOperators::logSoftmax);
        define(c, "Hardmax", SoftmaxOperators::hardmax);
    }

    private static void define(Catalogue.Builder c, String name, Formula formula) {
        c.operator(name, 13).inputs(1)
                .as((n, e) -> formula.apply(e, n.input(0), n.axisOf(0, "axis", -1)));
        c.operator(name, 1, 11).inputs(1)
                .as((n, e) -> ofMatrix(e, formula, n.input(0), n.axisOf(0, "axis", 1)));
    }

    private static Operand ofMatrix(Expressions e, Formula formula, Operand x, int axis) {
        return axis == x.shape().rank() - 1
                ? formula.apply(e, x, axis)
                : e.reshape(formula.apply(e, ShapeOperators.flatten(e, x, axis), 1), e.shapeOf(x));
    }

    /// As before version 13.
    static Operand softmaxOfMatrix(Expressions e, Operand x, int axis) {
        return ofMatrix(e, SoftmaxOperators::softmax, x, axis);
    }

    static Operand softmax(Expressions e, Operand given, int axis) {
        return e.widened(given, x -> {
            Operand exponential = e.exponential(e.subtract(x, e.largest(x, axis)));
            return e.divide(exponential, e.sum(exponential, axis));
        });
    }

    static Operand logSoftmax(Expressions e, Operand given, int axis) {
        return e.widened(given, x -> {
            Operand shifted = e.subtract(x, e.largest(x, axis));
            return e.subtract(shifted, e.logarithm(e.sum(e.exponential(shifted), axis)));
        });
    }

    /// 1 for the first of the largest elements, 0 for the others.
    private static Operand hardmax(Expressions e, Operand x, int axis) {
        Operand chosen = e.apply(new ArgExtremum(axis, true, false), x);
        Operand index = e.indices(e.sizeOf(x, axis));
        for (int after = axis + 1; after < x.shape().rank(); after++) {
            index = e.unsqueeze(index, -1);
        }
        return e.castLike(e.equal(index, chosen), x);
    }
}
