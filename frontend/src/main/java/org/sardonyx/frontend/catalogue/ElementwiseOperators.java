package org.sardonyx.frontend.catalogue;

import org.sardonyx.ir.operator.BinaryFunction;
import org.sardonyx.ir.operator.UnaryFunction;

/// Operators that compute each element from the elements at the same place.
final class ElementwiseOperators {
    private ElementwiseOperators() {}

    static void define(Catalogue.Builder c) {
        c.operator("Identity", 1, 13, 14, 16, 19, 21, 23, 24, 25).inputs(1).as((n, _) -> n.input(0));
        unary(c, "Neg", UnaryFunction.NEGATE, 6, 13);
        unary(c, "Abs", UnaryFunction.ABSOLUTE, 6, 13);
        binary(c, "Add", BinaryFunction.ADD, 7, 13, 14);
        binary(c, "Mul", BinaryFunction.MULTIPLY, 7, 13, 14);
        c.operator("Relu", 1, 6, 13, 14).inputs(1).as((n, e) -> e.maximum(n.input(0), e.scalarLike(n.input(0), 0)));
        c.operator("Where", 9, 16).inputs(3).as((n, e) -> e.select(n.input(0), n.input(1), n.input(2)));
    }

    private static void unary(Catalogue.Builder c, String name, UnaryFunction function, int... versions) {
        c.operator(name, versions).inputs(1).as((n, e) -> e.unary(function, n.input(0)));
    }

    private static void binary(Catalogue.Builder c, String name, BinaryFunction function, int... versions) {
        c.operator(name, versions).inputs(2).as((n, e) -> e.binary(function, n.input(0), n.input(1)));
    }
}
