package org.sardonyx.frontend.catalogue;

import java.util.List;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.ArgExtremum;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// The last step of the classifiers of ai.onnx.ml: from scores to labels.
final class ClassLabels {
    private ClassLabels() {}

    /// The labels of the classes, integers or strings.
    ///
    /// @param integers the name of the attribute with integers; it differs among the operators
    static Tensor of(Attributes a, String integers) {
        if (a.has(integers) == a.has("classlabels_strings")) {
            throw new ModelException("one of the attributes '" + integers + "' and 'classlabels_strings' is expected");
        }
        Tensor labels = a.texts("classlabels_strings").map(StringOperators::strings)
                .orElseGet(() -> Tensor.vector(a.requireIntegers(integers)));
        if (labels.size() < 2) {
            throw new ModelException(labels.size() + " class labels, expected at least two");
        }
        return labels;
    }

    /// The label of the class with the largest score, and the scores.
    ///
    /// @param scores `[sample, class]`
    static List<Operand> ofLargest(Expressions e, Operand scores, Tensor labels, ScoreTransform transform) {
        Operand largest = e.squeeze(e.apply(new ArgExtremum(1, true, false), scores), 1);
        return List.of(e.gather(e.constant(labels), largest, 0),
                e.cast(transform.apply(e, scores), DataType.FLOAT32));
    }

    /// The labels and scores of two classes of which only one has a score. Scores that are probabilities, never negative,
    /// are complemented; others are negated.
    ///
    /// @param score of the second class, `[sample, 1]`
    static List<Operand> binary(Expressions e, Operand score, Tensor labels, boolean probability,
            ScoreTransform transform) {
        Operand other = probability ? e.subtract(e.scalarLike(score, 1), score) : e.negate(score);
        Operand both = e.concat(1, other, score);
        Operand second = e.less(e.scalarLike(score, probability ? 0.5 : 0), score);
        Operand index = e.squeeze(e.cast(second, DataType.INT64), 1);
        boolean done = probability && transform != ScoreTransform.PROBIT;
        return List.of(e.gather(e.constant(labels), index, 0),
                e.cast(done ? both : transform.apply(e, both), DataType.FLOAT32));
    }
}
