package org.sardonyx.frontend.catalogue;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Reshape;
import org.sardonyx.ir.value.Tensor;

/// Operators that make constants, and that look at or change the shape of a tensor and leave its elements alone.
final class ShapeOperators {
    private ShapeOperators() {}

    static void define(Catalogue.Builder c) {
        c.operator("Constant", 1, 9, 11, 12, 13, 19, 21, 23, 24, 25).inputs(0).as(ShapeOperators::constant);
        c.operator("Reshape", 5, 13, 14, 19, 21, 23, 24, 25).inputs(2)
                .as((n, e) -> e.apply(new Reshape(!n.attributes().flag("allowzero", false)), n.input(0), n.input(1)));
        c.operator("Concat", 4, 11, 13).inputs(1, Integer.MAX_VALUE)
                .as((n, e) -> e.concat(n.axis("axis", 1, n.rank(0)), n.allInputs()));
        c.operator("Shape", 1, 13).inputs(1).as((n, e) -> e.shapeOf(n.input(0)));
    }

    private static Operand constant(OnnxNode n, Expressions e) {
        return e.constant(n.attributes().tensor("value")
                .or(() -> n.attributes().integer("value_int").map(Tensor::scalar))
                .or(() -> n.attributes().integers("value_ints").map(Tensor::vector))
                .orElseThrow(() -> new ModelException("none of the attributes that hold the value is there")));
    }
}
