package org.sardonyx.frontend.catalogue;

import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.UnaryFunction;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Activation functions: what stands between the layers of a network, element by element.
final class ActivationOperators {
    private static final double SQUARE_ROOT_OF_ONE_HALF = 0.7071067811865476;
    private static final double SQUARE_ROOT_OF_TWO_BY_PI = 0.7978845608028654;

    /// Computes an output from an input of at least 32 bits.
    @FunctionalInterface
    private interface Formula {
        Operand apply(Expressions e, Operand x, Attributes attributes);
    }

    private ActivationOperators() {}

    static void define(Catalogue.Builder c) {
        c.operator("Relu", 1, 6, 13, 14).inputs(1).as((n, e) -> e.maximum(n.input(0), e.scalarLike(n.input(0), 0)));
        define(c, "LeakyRelu", (e, x, a) -> leakyRelu(e, x, a.number("alpha", 0.01f)), 1, 6, 16);
        c.operator("PRelu", 1, 6, 7, 9, 16).inputs(2).as(ActivationOperators::parametricRelu);
        c.operator("ThresholdedRelu", 10, 22).inputs(1).as(ActivationOperators::thresholdedRelu);
        define(c, "Elu", (e, x, a) -> elu(e, x, a.number("alpha", 1)), 1, 6, 22);
        define(c, "Selu", (e, x, a) -> selu(e, x, a, 1.6732f, 1.0507f), 1);
        define(c, "Selu", (e, x, a) -> selu(e, x, a, 1.67326319217681884765625f, 1.05070102214813232421875f), 6, 22);
        define(c, "Celu", (e, x, a) -> celu(e, x, a.number("alpha", 1)), 12, 28);
        define(c, "Sigmoid", (e, x, _) -> sigmoid(e, x), 1, 6, 13);
        define(c, "HardSigmoid", (e, x, a) -> hardSigmoid(e, x, a.number("alpha", 0.2f), a.number("beta", 0.5)), 1, 6,
                22);
        define(c, "HardSwish", (e, x, _) -> e.multiply(x, hardSigmoid(e, x, 1.0 / 6, 0.5)), 14, 22);
        define(c, "Swish", (e, x, a) -> swish(e, x, a.number("alpha", 1)), 24);
        c.operator("SwiGLU", 28).inputs(2).as(ActivationOperators::gatedSwish);
        define(c, "Softplus", (e, x, _) -> softplus(e, x), 1, 22);
        define(c, "Softsign", (e, x, _) -> e.divide(x, e.add(e.absolute(x), 1)), 1, 22);
        define(c, "Mish", (e, x, _) -> e.multiply(x, tanh(e, softplus(e, x))), 18, 22);
        define(c, "Gelu", (e, x, a) -> gelu(e, x, a.word("approximate", "none", "none", "tanh").equals("tanh")), 20);
        c.operator("Shrink", 9).inputs(1).as(ActivationOperators::shrink);
        defineExperimental(c);
    }

    /// Operators of early files that were withdrawn from the standard.
    private static void defineExperimental(Catalogue.Builder c) {
        define(c, "Affine", (e, x, a) -> affine(e, x, a.number("alpha", 1), a.number("beta", 0)), 1);
        define(c, "ScaledTanh", (e, x, a) -> e.multiply(tanh(e, e.multiply(x, a.number("beta", 1))),
                a.number("alpha", 1)), 1);
        define(c, "ParametricSoftplus", (e, x, a) -> e.multiply(softplus(e, e.multiply(x, a.number("beta", 1))),
                a.number("alpha", 1)), 1);
        define(c, "ImageScaler", ActivationOperators::imageScaler, 1);
    }

    private static void define(Catalogue.Builder c, String name, Formula formula, int... versions) {
        c.operator(name, versions).inputs(1)
                .as((n, e) -> e.widened(n.input(0), x -> formula.apply(e, x, n.attributes())));
    }

    static Operand sigmoid(Expressions e, Operand x) {
        return e.divide(e.scalarLike(x, 1), e.add(e.exponential(e.negate(x)), 1));
    }

    static Operand tanh(Expressions e, Operand x) {
        return e.unary(UnaryFunction.HYPERBOLIC_TANGENT, x);
    }

    static Operand leakyRelu(Expressions e, Operand x, double alpha) {
        return bent(e, x, e.multiply(x, alpha));
    }

    /// The Gaussian error linear unit, exact or as its authors approximate it with a hyperbolic tangent.
    ///
    /// D. Hendrycks, K. Gimpel, "Gaussian Error Linear Units (GELUs)", 2016.
    static Operand gelu(Expressions e, Operand x, boolean approximate) {
        Operand distribution = approximate
                ? tanh(e, e.multiply(e.add(x, e.multiply(e.multiply(x, e.multiply(x, x)), 0.044715)),
                        SQUARE_ROOT_OF_TWO_BY_PI))
                : e.unary(UnaryFunction.ERROR_FUNCTION, e.multiply(x, SQUARE_ROOT_OF_ONE_HALF));
        return e.multiply(e.multiply(x, 0.5), e.add(distribution, 1));
    }

    static Operand swish(Expressions e, Operand x, double alpha) {
        return e.multiply(x, sigmoid(e, e.multiply(x, alpha)));
    }

    /// `log(1 + exp(x))` in a form that does not overflow.
    static Operand softplus(Expressions e, Operand x) {
        Operand tail = e.unary(UnaryFunction.LOGARITHM_OF_ONE_PLUS, e.exponential(e.negate(e.absolute(x))));
        return e.add(e.maximum(x, e.scalarLike(x, 0)), tail);
    }

    /// One expression where x is negative, x itself elsewhere.
    private static Operand bent(Expressions e, Operand x, Operand ifNegative) {
        return e.select(e.less(x, e.scalarLike(x, 0)), ifNegative, x);
    }

    static Operand elu(Expressions e, Operand x, double alpha) {
        return bent(e, x, e.multiply(e.unary(UnaryFunction.EXPONENTIAL_MINUS_ONE, x), alpha));
    }

    private static Operand selu(Expressions e, Operand x, Attributes attributes, double alpha, double gamma) {
        return e.multiply(elu(e, x, attributes.number("alpha", alpha)), attributes.number("gamma", gamma));
    }

    private static Operand celu(Expressions e, Operand x, double alpha) {
        return bent(e, x, e.multiply(e.unary(UnaryFunction.EXPONENTIAL_MINUS_ONE, e.divide(x, alpha)), alpha));
    }

    static Operand affine(Expressions e, Operand x, double alpha, double beta) {
        return e.add(e.multiply(x, alpha), beta);
    }

    static Operand hardSigmoid(Expressions e, Operand x, double alpha, double beta) {
        return e.maximum(e.minimum(affine(e, x, alpha, beta), e.scalarLike(x, 1)), e.scalarLike(x, 0));
    }

    private static Operand gatedSwish(OnnxNode n, Expressions e) {
        return e.widened(n.input(0), gate -> e.multiply(swish(e, gate, n.attributes().number("alpha", 1)),
                e.castLike(n.input(1), gate)));
    }

    /// Before opset 7 the slope, if it is not a single number, belongs to the channels, axis 1.
    private static Operand parametricRelu(OnnxNode n, Expressions e) {
        Operand x = n.input(0);
        Operand slope = n.input(1);
        boolean perChannel = n.version() < 7 && slope.shape().rank() == 1 && n.rank(0) > 1
                && !slope.shape().dimension(0).is(1);
        return bent(e, x, e.multiply(perChannel ? ElementwiseOperators.alignedFrom(e, slope, 1, n.rank(0)) : slope, x));
    }

    private static Operand thresholdedRelu(OnnxNode n, Expressions e) {
        Operand x = n.input(0);
        return e.select(e.less(e.scalarLike(x, n.attributes().number("alpha", 1)), x), x, e.scalarLike(x, 0));
    }

    /// An unsigned number is never below the negative threshold.
    /// The bias of an integer may have a fraction; the result is truncated.
    private static Operand shrink(OnnxNode n, Expressions e) {
        Operand input = n.input(0);
        Operand x = e.cast(input,
                input.dataType().isInteger() ? DataType.FLOAT64 : NormalizationOperators.wide(input.dataType()));
        double threshold = n.attributes().number("lambd", 0.5);
        double bias = n.attributes().number("bias", 0);
        Operand positive = e.select(e.less(e.scalarLike(x, threshold), x), e.subtract(x, bias), e.scalarLike(x, 0));
        return e.castLike(e.select(e.less(x, e.scalarLike(x, -threshold)), e.add(x, bias), positive), input);
    }

    /// `scale * x + bias[channel]` for images `[n, channel, height, width]`.
    private static Operand imageScaler(Expressions e, Operand x, Attributes attributes) {
        Operand scaled = e.multiply(x, attributes.number("scale", 1));
        double[] bias = attributes.numbers("bias").orElse(new double[0]);
        return bias.length == 0
                ? scaled
                : e.add(scaled, e.constant(Tensor.ofDoubles(x.dataType(), new long[] {bias.length, 1, 1}, bias)));
    }
}
