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

    private ActivationOperators() {}

    static void define(Catalogue.Builder c) {
        c.operator("Relu", 1, 6, 13, 14).inputs(1).as((n, e) -> e.maximum(n.input(0), e.scalarLike(n.input(0), 0)));
        c.operator("LeakyRelu", 1, 6, 16).inputs(1)
                .as((n, e) -> leakyRelu(n.input(0), n.attributes().number("alpha", 0.01f), e));
        c.operator("PRelu", 1, 6, 7, 9, 16).inputs(2).as(ActivationOperators::parametricRelu);
        c.operator("ThresholdedRelu", 10, 22).inputs(1).as((n, e) -> e.select(
                e.less(e.scalarLike(n.input(0), n.attributes().number("alpha", 1)), n.input(0)), n.input(0),
                e.scalarLike(n.input(0), 0)));
        c.operator("Elu", 1, 6, 22).inputs(1).as((n, e) -> negativePart(n.input(0),
                e.multiply(exponentialMinusOne(n.input(0), e), n.attributes().number("alpha", 1)), e));
        c.operator("Selu", 1).inputs(1).as((n, e) -> scaledElu(n, e, 1.6732f, 1.0507f));
        c.operator("Selu", 6, 22).inputs(1)
                .as((n, e) -> scaledElu(n, e, 1.67326319217681884765625f, 1.05070102214813232421875f));
        c.operator("Celu", 12, 28).inputs(1).as(ActivationOperators::continuousElu);
        c.operator("Sigmoid", 1, 6, 13).inputs(1).as((n, e) -> sigmoid(n.input(0), e));
        c.operator("HardSigmoid", 1, 6, 22).inputs(1).as((n, e) -> hardSigmoid(n.input(0),
                n.attributes().number("alpha", 0.2f), n.attributes().number("beta", 0.5), e));
        c.operator("HardSwish", 14, 22).inputs(1)
                .as((n, e) -> e.multiply(n.input(0), hardSigmoid(n.input(0), 1.0 / 6, 0.5, e)));
        c.operator("Swish", 24).inputs(1).as((n, e) -> swish(n, e));
        c.operator("SwiGLU", 28).inputs(2).as((n, e) -> e.multiply(swish(n, e), n.input(1)));
        c.operator("Softplus", 1, 22).inputs(1).as((n, e) -> softplus(n.input(0), e));
        c.operator("Softsign", 1, 22).inputs(1)
                .as((n, e) -> e.divide(n.input(0), e.add(e.absolute(n.input(0)), 1)));
        c.operator("Mish", 18, 22).inputs(1).as((n, e) -> e.multiply(n.input(0),
                e.unary(UnaryFunction.HYPERBOLIC_TANGENT, softplus(n.input(0), e))));
        c.operator("Gelu", 20).inputs(1).as((n, e) -> gelu(n.input(0),
                n.attributes().word("approximate", "none", "none", "tanh").equals("tanh"), e));
        c.operator("Shrink", 9).inputs(1).as(ActivationOperators::shrink);
        defineExperimental(c);
    }

    /// Operators of early ONNX files that were withdrawn from the standard before it had versions for good.
    private static void defineExperimental(Catalogue.Builder c) {
        c.operator("Affine", 1).inputs(1).as((n, e) -> affine(n.input(0), n.attributes().number("alpha", 1),
                n.attributes().number("beta", 0), e));
        c.operator("ImageScaler", 1).inputs(1).as(ActivationOperators::imageScaler);
        c.operator("ScaledTanh", 1).inputs(1).as((n, e) -> e.multiply(
                e.unary(UnaryFunction.HYPERBOLIC_TANGENT, e.multiply(n.input(0), n.attributes().number("beta", 1))),
                n.attributes().number("alpha", 1)));
        c.operator("ParametricSoftplus", 1).inputs(1).as((n, e) -> e.multiply(
                softplus(e.multiply(n.input(0), n.attributes().number("beta", 1)), e),
                n.attributes().number("alpha", 1)));
    }

    static Operand sigmoid(Operand x, Expressions e) {
        return e.divide(e.scalarLike(x, 1), e.add(e.exponential(e.negate(x)), 1));
    }

    static Operand leakyRelu(Operand x, double alpha, Expressions e) {
        return negativePart(x, e.multiply(x, alpha), e);
    }

    /// `log(1 + exp(x))` in a form that does not overflow.
    private static Operand softplus(Operand x, Expressions e) {
        Operand tail = e.unary(UnaryFunction.LOGARITHM_OF_ONE_PLUS, e.exponential(e.negate(e.absolute(x))));
        return e.add(e.maximum(x, e.scalarLike(x, 0)), tail);
    }

    /// The Gaussian error linear unit, exact or as its authors approximate it with a hyperbolic tangent.
    ///
    /// D. Hendrycks, K. Gimpel, "Gaussian Error Linear Units", 2016.
    static Operand gelu(Operand x, boolean approximate, Expressions e) {
        Operand inner = e.multiply(e.add(x, e.multiply(e.multiply(x, e.multiply(x, x)), 0.044715)),
                SQUARE_ROOT_OF_TWO_BY_PI);
        Operand distribution = approximate
                ? e.unary(UnaryFunction.HYPERBOLIC_TANGENT, inner)
                : e.unary(UnaryFunction.ERROR_FUNCTION, e.multiply(x, SQUARE_ROOT_OF_ONE_HALF));
        return e.multiply(e.multiply(x, 0.5), e.add(distribution, 1));
    }

    /// One expression where x is negative, x itself elsewhere.
    private static Operand negativePart(Operand x, Operand ifNegative, Expressions e) {
        return e.select(e.less(x, e.scalarLike(x, 0)), ifNegative, x);
    }

    private static Operand exponentialMinusOne(Operand x, Expressions e) {
        return e.unary(UnaryFunction.EXPONENTIAL_MINUS_ONE, x);
    }

    private static Operand affine(Operand x, double alpha, double beta, Expressions e) {
        return e.add(e.multiply(x, alpha), beta);
    }

    /// `scale * x + bias[channel]` for images as `[n, channel, height, width]`.
    private static Operand imageScaler(OnnxNode n, Expressions e) {
        Operand scaled = e.multiply(n.input(0), n.attributes().number("scale", 1));
        double[] bias = n.attributes().numbers("bias").orElse(new double[0]);
        return bias.length == 0
                ? scaled
                : e.add(scaled, e.constant(
                        Tensor.ofDoubles(n.dataType(0), new long[] {bias.length, 1, 1}, bias)));
    }

    /// Before opset 7 the slope, if it is not a single number, belongs to the channels, axis 1.
    private static Operand parametricRelu(OnnxNode n, Expressions e) {
        Operand x = n.input(0);
        Operand slope = n.input(1);
        boolean perChannel = n.version() < 7 && slope.shape().rank() == 1 && n.rank(0) > 1
                && !slope.shape().dimension(0).is(1);
        Operand aligned = perChannel ? ElementwiseOperators.alignedFrom(slope, 1, n.rank(0), e) : slope;
        return negativePart(x, e.multiply(aligned, x), e);
    }

    private static Operand scaledElu(OnnxNode n, Expressions e, double alpha, double gamma) {
        Operand x = n.input(0);
        Operand negative = e.multiply(exponentialMinusOne(x, e), n.attributes().number("alpha", alpha));
        return e.multiply(negativePart(x, negative, e), n.attributes().number("gamma", gamma));
    }

    private static Operand continuousElu(OnnxNode n, Expressions e) {
        Operand x = n.input(0);
        double alpha = n.attributes().number("alpha", 1);
        return negativePart(x, e.multiply(exponentialMinusOne(e.divide(x, alpha), e), alpha), e);
    }

    private static Operand hardSigmoid(Operand x, double alpha, double beta, Expressions e) {
        return e.maximum(e.minimum(affine(x, alpha, beta, e), e.scalarLike(x, 1)), e.scalarLike(x, 0));
    }

    private static Operand swish(OnnxNode n, Expressions e) {
        Operand x = n.input(0);
        return e.multiply(x, sigmoid(e.multiply(x, n.attributes().number("alpha", 1)), e));
    }

    /// An unsigned number is never below the negative threshold.
    private static Operand shrink(OnnxNode n, Expressions e) {
        Operand x = n.input(0);
        double threshold = n.attributes().number("lambd", 0.5);
        double bias = n.attributes().number("bias", 0);
        Operand positive = e.select(e.less(e.scalarLike(x, threshold), x), e.subtract(x, bias), e.scalarLike(x, 0));
        return x.dataType().kind() == DataType.Kind.UNSIGNED
                ? positive
                : e.select(e.less(x, e.scalarLike(x, -threshold)), e.add(x, bias), positive);
    }
}
