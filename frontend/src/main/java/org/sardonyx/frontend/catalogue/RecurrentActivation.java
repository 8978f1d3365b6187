package org.sardonyx.frontend.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;

/// An activation function of a recurrent layer with its parameters.
///
/// @param clip the input of the function is limited to this magnitude; infinite if it is not
record RecurrentActivation(Function function, double alpha, double beta, double clip) {
    @FunctionalInterface
    private interface Formula {
        Operand apply(Expressions e, Operand x, double alpha, double beta);
    }

    /// The functions that a model can name, with the parameters that hold unless the model gives them.
    enum Function {
        RELU((e, x, _, _) -> e.maximum(x, e.scalarLike(x, 0))),
        TANH((e, x, _, _) -> ActivationOperators.tanh(e, x)),
        SIGMOID((e, x, _, _) -> ActivationOperators.sigmoid(e, x)),
        AFFINE(1, 0, ActivationOperators::affine),
        LEAKYRELU(0.01f, (e, x, alpha) -> ActivationOperators.leakyRelu(e, x, alpha)),
        THRESHOLDEDRELU(1,
                (e, x, alpha) -> e.select(e.less(e.scalarLike(x, alpha), x), x, e.scalarLike(x, 0))),
        SCALEDTANH(1, 1,
                (e, x, alpha, beta) -> e.multiply(ActivationOperators.tanh(e, e.multiply(x, beta)), alpha)),
        HARDSIGMOID(0.2f, 0.5, ActivationOperators::hardSigmoid),
        ELU(1, (e, x, alpha) -> ActivationOperators.elu(e, x, alpha)),
        SOFTSIGN((e, x, _, _) -> e.divide(x, e.add(e.absolute(x), 1))),
        SOFTPLUS((e, x, _, _) -> ActivationOperators.softplus(e, x));

        @FunctionalInterface
        private interface FormulaOfOne {
            Operand apply(Expressions e, Operand x, double alpha);
        }

        private final int parameters;
        private final double alpha;
        private final double beta;
        private final Formula formula;

        Function(int parameters, double alpha, double beta, Formula formula) {
            this.parameters = parameters;
            this.alpha = alpha;
            this.beta = beta;
            this.formula = formula;
        }

        Function(Formula formula) {
            this(0, 0, 0, formula);
        }

        Function(double alpha, FormulaOfOne formula) {
            this(1, alpha, 0, (e, x, a, _) -> formula.apply(e, x, a));
        }

        Function(double alpha, double beta, Formula formula) {
            this(2, alpha, beta, formula);
        }
    }

    /// As the attributes of a node say. The parameters are given out in the order of the functions, to those that have any.
    ///
    /// @param byDefault the functions of one direction
    static List<RecurrentActivation> of(Attributes attributes, int directions, List<String> byDefault) {
        List<String> names = attributes.texts("activations").orElse(List.of());
        int count = directions * byDefault.size();
        if (!names.isEmpty() && names.size() != count) {
            throw new ModelException("attribute 'activations' has " + names.size() + " names, expected " + count);
        }
        double[] alphas = attributes.numbers("activation_alpha").orElse(new double[0]);
        double[] betas = attributes.numbers("activation_beta").orElse(new double[0]);
        double clip = attributes.number("clip", Double.POSITIVE_INFINITY);
        List<RecurrentActivation> activations = new ArrayList<>();
        int nextAlpha = 0;
        int nextBeta = 0;
        for (int i = 0; i < count; i++) {
            Function function = function(names.isEmpty() ? byDefault.get(i % byDefault.size()) : names.get(i));
            boolean alphaGiven = function.parameters > 0 && nextAlpha < alphas.length;
            boolean betaGiven = function.parameters > 1 && nextBeta < betas.length;
            activations.add(new RecurrentActivation(function, alphaGiven ? alphas[nextAlpha++] : function.alpha,
                    betaGiven ? betas[nextBeta++] : function.beta, clip));
        }
        return activations;
    }

    private static Function function(String name) {
        return Arrays.stream(Function.values())
                .filter(function -> function.name().equals(name.toUpperCase(Locale.ROOT))).findFirst()
                .orElseThrow(() -> new ModelException("'" + name + "' is no activation of a recurrent layer"));
    }

    Operand apply(Expressions e, Operand x) {
        Operand clipped = Double.isInfinite(clip)
                ? x
                : e.minimum(e.maximum(x, e.scalarLike(x, -clip)), e.scalarLike(x, clip));
        return function.formula.apply(e, clipped, alpha, beta);
    }
}
