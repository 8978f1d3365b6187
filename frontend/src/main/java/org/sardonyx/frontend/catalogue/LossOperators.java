package org.sardonyx.frontend.catalogue;

import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.ReduceFunction;
import org.sardonyx.ir.type.DataType;

/// How far a prediction is from the truth.
final class LossOperators {
    private LossOperators() {}

    static void define(Catalogue.Builder c) {
        c.operator("NegativeLogLikelihoodLoss", 12, 13, 22).inputs(2, 3)
                .as((n, e) -> e.castLike(negativeLogLikelihood(n, e, wide(e, n.input(0))), n.input(0)));
        c.operator("SoftmaxCrossEntropyLoss", 12, 13).inputs(2, 3).asMany((n, e) -> {
            Operand logarithms = SoftmaxOperators.logSoftmax(e, wide(e, n.input(0)), 1);
            return List.of(e.castLike(negativeLogLikelihood(n, e, logarithms), n.input(0)),
                    e.castLike(logarithms, n.input(0)));
        });
    }

    private static Operand wide(Expressions e, Operand x) {
        return x.dataType().isFloat() && x.dataType().bits() < 32 ? e.cast(x, DataType.FLOAT32) : x;
    }

    /// `-weight[target] * logarithms[n, target, ...]`, combined as `reduction` says. Where the target is `ignore_index`, the
    /// loss and its weight are 0.
    private static Operand negativeLogLikelihood(OnnxNode n, Expressions e, Operand logarithms) {
        Operand target = n.input(1);
        Operand zero = e.scalarLike(logarithms, 0);
        Optional<Operand> ignored =
                n.attributes().integer("ignore_index").map(index -> e.equal(target, e.scalarLike(target, index)));
        Operand index = ignored.map(mask -> e.select(mask, e.scalarLike(target, 0), target)).orElse(target);
        Optional<Operand> weight = n.optionalInput(2).map(weights -> e.castLike(e.gather(weights, index, 0), zero))
                .or(() -> ignored.map(_ -> e.scalarLike(logarithms, 1)));
        Operand loss = e.negate(e.squeeze(e.gatherElements(logarithms, e.unsqueeze(index, 1), 1), 1));
        Operand weighted = weight.map(factor -> e.multiply(loss, factor)).orElse(loss);
        Operand losses = ignored.map(mask -> e.select(mask, zero, weighted)).orElse(weighted);
        return switch (n.attributes().word("reduction", "mean", "none", "sum", "mean")) {
            case "none" -> losses;
            case "sum" -> total(e, losses);
            default -> {
                Operand weights = weight.orElseGet(() -> e.scalarLike(logarithms, 1));
                Operand counted = ignored.map(mask -> e.select(mask, zero, weights)).orElse(weights);
                yield e.divide(total(e, losses), total(e, e.broadcast(counted, e.shapeOf(target))));
            }
        };
    }

    private static Operand total(Expressions e, Operand x) {
        return e.reduce(ReduceFunction.SUM, x, false, e.longs());
    }
}
