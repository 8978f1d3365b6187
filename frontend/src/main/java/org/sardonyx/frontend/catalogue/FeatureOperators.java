package org.sardonyx.frontend.catalogue;

import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Axes;
import org.sardonyx.ir.type.DataType;

/// Operators of ai.onnx.ml that prepare features.
final class FeatureOperators {
    private FeatureOperators() {}

    static void define(Catalogue.Builder c) {
        c.operatorOf("ai.onnx.ml", "ArrayFeatureExtractor", 1).inputs(2).as(FeatureOperators::extract);
        c.operatorOf("ai.onnx.ml", "Binarizer", 1).inputs(1).as(FeatureOperators::binarize);
    }

    /// Picks columns; a vector counts as one row.
    private static Operand extract(OnnxNode n, Expressions e) {
        Operand x = n.rank(0) == 1 ? e.unsqueeze(n.input(0), 0) : n.input(0);
        return e.gather(x, e.reshape(n.input(1), -1), Axes.normalize(-1, x.shape().rank()));
    }

    private static Operand binarize(OnnxNode n, Expressions e) {
        DataType type = n.dataType(0).isFloat() ? n.dataType(0) : DataType.FLOAT64;
        Operand threshold = e.scalar(type, n.attributes().number("threshold", 0));
        return e.castLike(e.less(threshold, e.cast(n.input(0), type)), n.input(0));
    }
}
