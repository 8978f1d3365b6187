package org.sardonyx.frontend.catalogue;

import java.util.Locale;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;

/// What the operators of ai.onnx.ml make of their scores, `[sample, class]`, in the order of the numbers that stand for
/// them.
enum ScoreTransform {
    NONE,
    SOFTMAX,
    LOGISTIC,
    SOFTMAX_ZERO,
    PROBIT;

    /// As attribute `post_transform` says.
    static ScoreTransform of(Attributes attributes) {
        return valueOf(
                attributes.word("post_transform", "NONE", "NONE", "SOFTMAX", "LOGISTIC", "SOFTMAX_ZERO", "PROBIT")
                        .toUpperCase(Locale.ROOT));
    }

    /// As attribute `post_transform` says where it is a number.
    static ScoreTransform numbered(Attributes attributes) {
        long number = attributes.integer("post_transform", 0);
        if (number < 0 || number >= values().length) {
            throw new ModelException("post_transform is " + number + ", expected 0 to " + (values().length - 1));
        }
        return values()[(int) number];
    }

    Operand apply(Expressions e, Operand scores) {
        return switch (this) {
            case NONE -> scores;
            case SOFTMAX -> SoftmaxOperators.softmax(e, scores, 1);
            case LOGISTIC -> ActivationOperators.sigmoid(e, scores);
            case SOFTMAX_ZERO -> softmaxOfOthersThanZero(e, scores);
            case PROBIT -> e.multiply(inverseErrorFunction(e, e.subtract(e.multiply(scores, 2), 1)), Math.sqrt(2));
        };
    }

    /// A score of zero stays zero.
    private static Operand softmaxOfOthersThanZero(Expressions e, Operand scores) {
        Operand exponential = e.exponential(e.subtract(scores, e.largest(scores, 1)));
        Operand zero = e.scalarLike(scores, 0);
        Operand terms = e.select(e.less(e.scalarLike(scores, 1e-7), e.absolute(scores)), exponential, zero);
        Operand sum = e.sum(terms, 1);
        return e.select(e.equal(sum, zero), e.scalarLike(scores, 0.5), e.divide(terms, sum));
    }

    /// An approximation to three digits.
    ///
    /// S. Winitzki, "A handy approximation for the error function and its inverse", 2008.
    private static Operand inverseErrorFunction(Expressions e, Operand x) {
        Operand one = e.scalarLike(x, 1);
        Operand logarithm = e.logarithm(e.multiply(e.subtract(one, x), e.add(x, 1)));
        Operand half = e.add(e.multiply(logarithm, 0.5), 2 / (Math.PI * 0.147));
        Operand square = e.subtract(e.multiply(half, half), e.divide(logarithm, 0.147));
        Operand magnitude = e.squareRoot(e.subtract(e.squareRoot(square), half));
        return e.select(e.less(x, e.scalarLike(x, 0)), e.negate(magnitude), magnitude);
    }
}
