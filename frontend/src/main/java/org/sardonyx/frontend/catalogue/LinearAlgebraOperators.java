package org.sardonyx.frontend.catalogue;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Squeeze;
import org.sardonyx.ir.type.DataType;

/// Products of matrices and other tensors.
final class LinearAlgebraOperators {
    private LinearAlgebraOperators() {}

    static void define(Catalogue.Builder c) {
        c.operator("MatMul", 1, 9, 13).inputs(2).as((n, e) -> matMul(e, n.input(0), n.input(1)));
        c.operator("Gemm", 1, 6, 7, 9).inputs(3).as(LinearAlgebraOperators::gemm);
        c.operator("Einsum", 12, 28).inputs(1, Integer.MAX_VALUE).as(Einsum::expand);
        c.operator("Gemm", 11, 13).inputs(2, 3).as(LinearAlgebraOperators::gemm);
    }

    /// As NumPy's `matmul`: a vector is a row on the left and a column on the right, and its axis is gone from the result.
    static Operand matMul(Expressions e, Operand a, Operand b) {
        if (!a.shape().hasRank() || !b.shape().hasRank()) {
            return matMulOfAnyRank(e, a, b);
        }
        boolean row = a.shape().rank() == 1;
        boolean column = b.shape().rank() == 1;
        Operand product = e.matMul(row ? e.unsqueeze(a, 0) : a, column ? e.unsqueeze(b, 1) : b);
        Operand withoutColumn = column ? e.squeeze(product, -1) : product;
        return row ? e.squeeze(withoutColumn, column ? -1 : -2) : withoutColumn;
    }

    private static Operand matMulOfAnyRank(Expressions e, Operand a, Operand b) {
        Operand missingRow = e.subtract(e.longs(2), e.minimum(e.shapeOf(e.shapeOf(a)), e.longs(2)));
        Operand missingColumn = e.subtract(e.longs(2), e.minimum(e.shapeOf(e.shapeOf(b)), e.longs(2)));
        Operand rows = e.reshape(a, e.concat(0, e.slice(e.longs(1), 0, e.longs(0), missingRow), e.shapeOf(a)));
        Operand columns = e.reshape(b, e.concat(0, e.shapeOf(b), e.slice(e.longs(1), 0, e.longs(0), missingColumn)));
        Operand added = e.concat(0, e.slice(e.longs(-2), 0, e.longs(0), missingRow),
                e.slice(e.longs(-1), 0, e.longs(0), missingColumn));
        return e.apply(new Squeeze(), e.matMul(rows, columns), added);
    }

    /// `alpha * A' * B' + beta * C`. Before version 7 an attribute allows C to broadcast, which later versions always do.
    private static Operand gemm(OnnxNode n, Expressions e) {
        if (n.rank(0) != 2 || n.rank(1) != 2 || n.hasInput(2) && n.input(2).shape().hasRank() && n.rank(2) > 2) {
            throw new ModelException("inputs of shapes " + n.input(0).shape() + " and " + n.input(1).shape()
                    + ", expected matrices");
        }
        Operand a = n.attributes().flag("transA", false) ? e.swapAxes(n.input(0), 0, 1) : n.input(0);
        Operand b = n.attributes().flag("transB", false) ? e.swapAxes(n.input(1), 0, 1) : n.input(1);
        Operand product = scale(e, e.matMul(a, b), n.attributes().number("alpha", 1));
        double beta = n.attributes().number("beta", 1);
        return n.hasInput(2) && beta != 0 ? e.add(product, scale(e, n.input(2), beta)) : product;
    }

    private static Operand scale(Expressions e, Operand x, double factor) {
        if (factor == 1) {
            return x;
        }
        return x.dataType().isFloat()
                ? e.multiply(x, factor)
                : e.castLike(e.multiply(e.cast(x, DataType.FLOAT64), factor), x);
    }
}
