package org.sardonyx.frontend.catalogue;

import java.util.Optional;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Axes;
import org.sardonyx.ir.operator.NonZero;
import org.sardonyx.ir.operator.Range;
import org.sardonyx.ir.operator.ReduceFunction;
import org.sardonyx.ir.operator.Reshape;
import org.sardonyx.ir.operator.Squeeze;
import org.sardonyx.ir.operator.Unsqueeze;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Operators that make constants, and that look at or change the shape of a tensor and leave its elements alone.
final class ShapeOperators {
    private ShapeOperators() {}

    static void define(Catalogue.Builder c) {
        c.operator("Constant", 1, 9, 11, 12, 13, 19, 21, 23, 24, 25).inputs(0)
                .as((n, e) -> e.constant(n.attributes().constant()));
        c.operator("ConstantOfShape", 9, 20, 21, 23, 24, 25).inputs(1).as(ShapeOperators::constantOfShape);
        c.operator("EyeLike", 9, 22).inputs(1).as(ShapeOperators::eyeLike);
        c.operator("Range", 11, 27).inputs(3).as(
                (n, e) -> e.apply(new Range(), n.input(0), n.input(1), n.input(2)));
        c.operator("Shape", 1, 13).inputs(1).as((n, e) -> e.shapeOf(n.input(0)));
        c.operator("Shape", 15, 19, 21, 23, 24, 25).inputs(1).as((n, e) -> e.slice(e.shapeOf(n.input(0)), 0,
                n.attributes().integer("start", 0), n.attributes().integer("end", Long.MAX_VALUE)));
        c.operator("Size", 1, 13, 19, 21, 23, 24, 25).inputs(1)
                .as((n, e) -> e.reduce(ReduceFunction.PRODUCT, e.shapeOf(n.input(0)), false, e.longs(0)));
        c.operator("Reshape", 1).inputs(1)
                .as((n, e) -> e.apply(new Reshape(true), n.input(0), e.longs(n.attributes().requireIntegers("shape"))));
        c.operator("Reshape", 5, 13, 14, 19, 21, 23, 24, 25).inputs(2)
                .as((n, e) -> e.apply(new Reshape(!n.attributes().flag("allowzero", false)), n.input(0), n.input(1)));
        c.operator("Flatten", 1, 9, 11, 13, 21, 23, 24, 25).inputs(1).as(ShapeOperators::flatten);
        c.operator("Squeeze", 1, 11).inputs(1)
                .as((n, e) -> squeeze(n, e, n.attributes().integers("axes").map(e::longs)));
        c.operator("Squeeze", 13, 21, 23, 24, 25).inputs(1, 2).as((n, e) -> squeeze(n, e, n.optionalInput(1)));
        c.operator("Unsqueeze", 1, 11).inputs(1)
                .as((n, e) -> e.unsqueeze(n.input(0), n.attributes().requireIntegers("axes")));
        c.operator("Unsqueeze", 13, 21, 23, 24, 25).inputs(2)
                .as((n, e) -> e.apply(new Unsqueeze(), n.input(0), n.input(1)));
    }

    private static Operand constantOfShape(OnnxNode n, Expressions e) {
        Tensor value = n.attributes().tensor("value").orElseGet(() -> Tensor.scalar(DataType.FLOAT32, 0));
        if (value.size() != 1) {
            throw new ModelException("attribute 'value' is a tensor " + value.type() + ", expected one element");
        }
        return e.broadcast(e.constant(value.reshaped()), n.input(0));
    }

    /// A matrix of the input's shape with ones on its `k`th diagonal above the main one.
    private static Operand eyeLike(OnnxNode n, Expressions e) {
        Operand x = n.input(0);
        if (n.rank(0) != 2) {
            throw new ModelException("input 0 has shape " + x.shape() + ", expected a matrix");
        }
        Operand diagonal = e.add(e.indices(e.sizeOf(x, 0)), e.constant(Tensor.scalar(n.attributes().integer("k", 0))));
        Operand ones = e.equal(e.unsqueeze(diagonal, 1), e.indices(e.sizeOf(x, 1)));
        return e.cast(ones, n.attributes().dataType("dtype").orElse(x.dataType()));
    }

    /// To a matrix: the axes before `axis` become one, and so do the others.
    private static Operand flatten(OnnxNode n, Expressions e) {
        Operand x = n.input(0);
        long axis = n.attributes().integer("axis", 1);
        if (x.shape().hasRank() && axis != x.shape().rank()) {
            axis = Axes.normalize(axis, x.shape().rank());
        }
        return flatten(e, x, axis);
    }

    static Operand flatten(Expressions e, Operand x, long axis) {
        Operand shape = e.shapeOf(x);
        Operand rows = e.reduce(ReduceFunction.PRODUCT, e.slice(shape, 0, 0, axis), true, e.longs(0));
        Operand columns = e.reduce(ReduceFunction.PRODUCT, e.slice(shape, 0, axis, Long.MAX_VALUE), true, e.longs(0));
        return e.reshape(x, e.concat(0, rows, columns));
    }

    /// Without axes, all those of size 1.
    private static Operand squeeze(OnnxNode n, Expressions e, Optional<Operand> axes) {
        Operand x = n.input(0);
        return e.apply(new Squeeze(), x, axes.orElseGet(
                () -> e.squeeze(e.apply(new NonZero(), e.equal(e.shapeOf(x), e.constant(Tensor.scalar(1)))), 0)));
    }
}
