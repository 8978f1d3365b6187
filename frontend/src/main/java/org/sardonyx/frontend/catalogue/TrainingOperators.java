package org.sardonyx.frontend.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.type.DataType;

/// One step of optimizers. Their inputs are the learning rate, how many steps there were before, and then, for any
/// number of tensors to be optimized, all the tensors, all their gradients, and all of each further state.
///
/// @see <a href="https://onnx.ai/onnx/operators/index_preview_training.html">The operators of
///      ai.onnx.preview.training</a>
final class TrainingOperators {
    private static final String DOMAIN = "ai.onnx.preview.training";
    private static final double SMALL = 1e-6f;

    /// Updates one tensor.
    @FunctionalInterface
    private interface Step {
        /// @param state the tensor, its gradient, and what else is kept of it
        /// @return the tensor and what else is kept, after the step
        List<Operand> take(OnnxNode n, Expressions e, List<Operand> state);
    }

    private TrainingOperators() {}

    static void define(Catalogue.Builder c) {
        define(c, "Adagrad", 3, TrainingOperators::adagrad);
        define(c, "Adam", 4, TrainingOperators::adam);
        define(c, "Momentum", 3, TrainingOperators::momentum);
    }

    private static void define(Catalogue.Builder c, String name, int groups, Step step) {
        c.operatorOf(DOMAIN, name, 1).inputs(2 + groups, Integer.MAX_VALUE).asMany((n, e) -> {
            int count = (n.inputCount() - 2) / groups;
            if (n.inputCount() != 2 + count * groups) {
                throw new ModelException(n.inputCount() + " inputs, expected 2 and then a multiple of " + groups);
            }
            List<Operand> outputs = new ArrayList<>(Collections.nCopies(count * (groups - 1), null));
            for (int i = 0; i < count; i++) {
                int tensor = i;
                List<Operand> results = step.take(n, e,
                        IntStream.range(0, groups).mapToObj(group -> n.input(2 + group * count + tensor)).toList());
                for (int group = 0; group < results.size(); group++) {
                    outputs.set(group * count + i, results.get(group));
                }
            }
            return outputs;
        });
    }

    /// J. Duchi, E. Hazan, Y. Singer, "Adaptive Subgradient Methods for Online Learning and Stochastic Optimization",
    /// Journal of Machine Learning Research 12 (2011).
    private static List<Operand> adagrad(OnnxNode n, Expressions e, List<Operand> state) {
        Operand x = state.get(0);
        Operand gradient = regularized(n, e, x, state.get(1));
        Operand squares = e.add(state.get(2), e.multiply(gradient, gradient));
        Operand decay = e.add(e.multiply(e.castLike(n.input(1), x), n.attributes().number("decay_factor", 0)), 1);
        Operand rate = e.divide(e.castLike(n.input(0), x), decay);
        Operand root = e.add(e.squareRoot(squares), n.attributes().number("epsilon", SMALL));
        return List.of(e.subtract(x, e.divide(e.multiply(rate, gradient), root)), squares);
    }

    /// D. P. Kingma, J. Ba, "Adam: A Method for Stochastic Optimization", 2015.
    private static List<Operand> adam(OnnxNode n, Expressions e, List<Operand> state) {
        double alpha = n.attributes().number("alpha", 0.9f);
        double beta = n.attributes().number("beta", 0.999f);
        Operand x = state.get(0);
        Operand gradient = regularized(n, e, x, state.get(1));
        Operand mean = e.add(e.multiply(state.get(2), alpha), e.multiply(gradient, 1 - alpha));
        Operand squares = e.add(e.multiply(state.get(3), beta),
                e.multiply(e.multiply(gradient, gradient), 1 - beta));
        Operand root = e.add(e.squareRoot(squares), n.attributes().number("epsilon", SMALL));
        Operand moved = e.subtract(x, e.divide(e.multiply(adamRate(n, e, x, alpha, beta), mean), root));
        return List.of(e.multiply(moved, 1 - n.attributes().number("norm_coefficient_post", 0)), mean, squares);
    }

    /// The learning rate corrected for means that started at zero: `R * sqrt(1 - beta^T) / (1 - alpha^T)` if T is
    /// positive.
    private static Operand adamRate(OnnxNode n, Expressions e, Operand x, double alpha, double beta) {
        Operand rate = e.castLike(n.input(0), x);
        Operand steps = e.cast(n.input(1), DataType.FLOAT64);
        Operand one = e.scalarLike(steps, 1);
        Operand correction = e.divide(e.squareRoot(e.subtract(one, e.power(e.scalarLike(steps, beta), steps))),
                e.subtract(one, e.power(e.scalarLike(steps, alpha), steps)));
        Operand corrected = e.multiply(rate, e.castLike(correction, x));
        return e.select(e.less(e.scalarLike(steps, 0), steps), corrected, rate);
    }

    private static List<Operand> momentum(OnnxNode n, Expressions e, List<Operand> state) {
        double alpha = n.attributes().requireNumber("alpha");
        Operand x = state.get(0);
        Operand gradient = regularized(n, e, x, state.get(1));
        Operand first = e.less(n.input(1), e.scalarLike(n.input(1), 1));
        Operand beta = e.select(first, e.scalarLike(x, 1), e.scalarLike(x, n.attributes().requireNumber("beta")));
        Operand velocity = e.add(e.multiply(state.get(2), alpha), e.multiply(beta, gradient));
        boolean nesterov = n.attributes().word("mode", "", "standard", "nesterov").equals("nesterov");
        Operand direction = nesterov ? e.add(gradient, e.multiply(velocity, alpha)) : velocity;
        return List.of(e.subtract(x, e.multiply(e.castLike(n.input(0), x), direction)), velocity);
    }

    /// The gradient of the loss and of `norm_coefficient / 2` times the squared norm of the tensor.
    private static Operand regularized(OnnxNode n, Expressions e, Operand x, Operand gradient) {
        return e.add(e.multiply(x, n.attributes().number("norm_coefficient", 0)), gradient);
    }
}
