package org.sardonyx.frontend.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.sardonyx.frontend.catalogue.Quantization.Parameters;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Axes;
import org.sardonyx.ir.type.DataType;

/// Operators of the domain com.microsoft that ONNX Runtime's tools put into models: quantized forms of standard
/// operators, and variants of the Gaussian error linear unit. A quantized operator is the operator itself between
/// dequantizing its inputs and quantizing its output.
///
/// @see <a href="https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md">ContribOperators.md</a>
final class MicrosoftOperators {
    private static final String DOMAIN = "com.microsoft";

    private MicrosoftOperators() {}

    static void define(Catalogue.Builder c) {
        operator(c, "QuantizeLinear").inputs(2, 3).as(QuantizationOperators::quantize);
        operator(c, "DequantizeLinear").inputs(2, 3).as(QuantizationOperators::dequantize);
        defineQuantized(c);
        defineProducts(c);
        operator(c, "Gelu").inputs(1).as((n, e) -> e.widened(n.input(0), x -> ActivationOperators.gelu(e, x, false)));
        operator(c, "BiasGelu").inputs(2)
                .as((n, e) -> e.widened(e.add(n.input(0), n.input(1)), x -> ActivationOperators.gelu(e, x, false)));
        operator(c, "FastGelu").inputs(1, 2).as((n, e) -> e.widened(
                n.optionalInput(1).map(bias -> e.add(n.input(0), bias)).orElse(n.input(0)),
                x -> ActivationOperators.gelu(e, x, true)));
        operator(c, "QuickGelu").inputs(1).as((n, e) -> e.widened(n.input(0),
                x -> ActivationOperators.swish(e, x, n.attributes().number("alpha", 1.702f))));
    }

    private static void defineQuantized(Catalogue.Builder c) {
        operator(c, "QLinearAdd").inputs(7, 8).as((n, e) -> binary(n, e, e::add));
        operator(c, "QLinearMul").inputs(7, 8).as((n, e) -> binary(n, e, e::multiply));
        operator(c, "QLinearSigmoid").inputs(4, 5)
                .as((n, e) -> unary(n, e, x -> ActivationOperators.sigmoid(e, x)));
        operator(c, "QLinearLeakyRelu").inputs(4, 5).as((n, e) -> unary(n, e,
                x -> ActivationOperators.leakyRelu(e, x, n.attributes().number("alpha", 0.01f))));
        operator(c, "QLinearSoftmax").inputs(4, 5).as((n, e) -> unary(n, e, x -> softmax(n, e, x)));
        operator(c, "QLinearReduceMean").inputs(4, 5).as((n, e) -> unary(n, e, x -> reduceMean(n, e, x)));
        operator(c, "QLinearGlobalAveragePool").inputs(4, 5)
                .as((n, e) -> unary(n, e, x -> globalAverage(n, e, x)));
        operator(c, "QLinearAveragePool").inputs(4, 5).as((n, e) -> unary(n, e, x -> average(n, e, x)));
        operator(c, "QLinearConcat").inputs(5, Integer.MAX_VALUE).as(MicrosoftOperators::concat);
        operator(c, "QLinearWhere").inputs(9).as((n, e) -> quantize(n, e,
                e.select(n.input(0), dequantize(n, e, 1), dequantize(n, e, 4)), 7, n.dataType(1)));
    }

    private static void defineProducts(Catalogue.Builder c) {
        operator(c, "QGemm").inputs(6, 9).as(MicrosoftOperators::gemm);
        operator(c, "MatMulIntegerToFloat").inputs(4, 7).as((n, e) -> {
            Operand a = Quantization.dequantize(e, n.input(0), new Parameters(n.input(2), n.optionalInput(4)));
            Operand b = Quantization.dequantize(e, n.input(1), new Parameters(n.input(3), n.optionalInput(5)));
            return withBias(e, LinearAlgebraOperators.matMul(e, a, b), n.optionalInput(6));
        });
        operator(c, "DynamicQuantizeMatMul").inputs(3, 5).as((n, e) -> {
            List<Operand> quantized = QuantizationOperators.quantizeToRange(e, n.input(0));
            Operand a = Quantization.dequantize(e, quantized.get(0),
                    new Parameters(quantized.get(1), Optional.of(quantized.get(2))));
            Operand b = Quantization.dequantize(e, n.input(1), new Parameters(n.input(2), n.optionalInput(3)));
            return withBias(e, LinearAlgebraOperators.matMul(e, a, b), n.optionalInput(4));
        });
    }

    /// The bias is in units of the products; without an output scale the output is float32.
    private static Operand gemm(OnnxNode n, Expressions e) {
        Operand a = Quantization.centred(e, transposed(n, e, 0, "transA"), n.optionalInput(2));
        Operand b = Quantization.centred(e, transposed(n, e, 3, "transB"), n.optionalInput(5));
        Operand sums = withBias(e, e.matMul(a, b), n.optionalInput(6));
        Operand scale = e.multiply(e.multiply(n.input(1), n.input(4)), n.attributes().number("alpha", 1));
        return n.hasInput(7)
                ? QuantizationOperators.requantize(e, sums, scale, Parameters.of(n, 7), n.dataType(0))
                : e.multiply(e.castLike(sums, scale), scale);
    }

    private static Operand transposed(OnnxNode n, Expressions e, int input, String attribute) {
        return n.attributes().flag(attribute, false) ? e.transpose(n.input(input), 1, 0) : n.input(input);
    }

    private static Catalogue.Builder.Entry operator(Catalogue.Builder c, String name) {
        return c.operatorOf(DOMAIN, name, 1);
    }

    private static Operand withBias(Expressions e, Operand x, Optional<Operand> bias) {
        return bias.map(summand -> e.add(x, summand)).orElse(x);
    }

    /// A quantized input, followed by its scale and zero point.
    private static Operand dequantize(OnnxNode n, Expressions e, int input) {
        return Quantization.dequantize(e, n.input(input), Parameters.of(n, input + 1));
    }

    /// @param scale the input that holds the output's scale, followed by its zero point, which if present tells the
    ///        type
    private static Operand quantize(OnnxNode n, Expressions e, Operand x, int scale, DataType byDefault) {
        Parameters parameters = Parameters.of(n, scale);
        return Quantization.quantize(e, x, parameters,
                parameters.zeroPoint().map(Operand::dataType).orElse(byDefault));
    }

    private static Operand unary(OnnxNode n, Expressions e, UnaryOperator<Operand> function) {
        return quantize(n, e, function.apply(dequantize(n, e, 0)), 3, n.dataType(0));
    }

    private static Operand binary(OnnxNode n, Expressions e, BinaryOperator<Operand> function) {
        return quantize(n, e, function.apply(dequantize(n, e, 0), dequantize(n, e, 3)), 6, n.dataType(0));
    }

    /// The attribute `opset` tells which version of Softmax is meant: before 13, all axes from `axis` on are one.
    private static Operand softmax(OnnxNode n, Expressions e, Operand x) {
        int rank = x.shape().rank();
        int axis = Axes.normalize(n.attributes().integer("axis", -1), rank);
        long opset = n.attributes().requireInteger("opset");
        return opset < 13 ? SoftmaxOperators.softmaxOfMatrix(e, x, axis) : SoftmaxOperators.softmax(e, x, axis);
    }

    private static Operand reduceMean(OnnxNode n, Expressions e, Operand x) {
        long[] axes = n.attributes().integers("axes", LongStream.range(0, x.shape().rank()).toArray());
        Operand mean = e.mean(x, axes);
        return n.attributes().flag("keepdims", true) ? mean : e.squeeze(mean, axes);
    }

    private static Operand globalAverage(OnnxNode n, Expressions e, Operand x) {
        int rank = x.shape().rank();
        boolean channelsLast = n.attributes().flag("channels_last", false);
        if (rank < 3) {
            throw new ModelException("input 0 has shape " + x.shape() + ", expected batch, channels and further axes");
        }
        return e.mean(x, LongStream.range(channelsLast ? 1 : 2, channelsLast ? rank - 1 : rank).toArray());
    }

    private static Operand average(OnnxNode n, Expressions e, Operand x) {
        if (!n.attributes().flag("channels_last", false)) {
            return AveragePooling.of(n, e, x).expand();
        }
        int rank = x.shape().rank();
        int[] channelsFirst = IntStream.range(0, rank).map(axis -> axis == 0 ? 0 : axis == 1 ? rank - 1 : axis - 1)
                .toArray();
        int[] channelsLast = IntStream.range(0, rank).map(axis -> axis == 0 ? 0 : axis == rank - 1 ? 1 : axis + 1)
                .toArray();
        return e.transpose(AveragePooling.of(n, e, e.transpose(x, channelsFirst)).expand(), channelsLast);
    }

    private static Operand concat(OnnxNode n, Expressions e) {
        if (n.inputCount() % 3 != 2) {
            throw new ModelException(
                    n.inputCount() + " inputs, expected 2 for the output and then 3 for each tensor");
        }
        List<Operand> parts = new ArrayList<>();
        for (int i = 2; i < n.inputCount(); i += 3) {
            parts.add(dequantize(n, e, i));
        }
        int axis = Axes.normalize(n.attributes().requireInteger("axis"), n.rank(2));
        return quantize(n, e, e.concat(axis, parts), 0, n.dataType(2));
    }
}
