package org.sardonyx.frontend.catalogue;

import java.util.List;
import java.util.Optional;

import org.sardonyx.frontend.catalogue.Quantization.Parameters;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.ReduceFunction;
import org.sardonyx.ir.type.DataType;

/// Operators that quantize, and that compute with quantized numbers.
final class QuantizationOperators {
    private QuantizationOperators() {}

    static void define(Catalogue.Builder c) {
        c.operator("QuantizeLinear", 10, 13, 19, 21, 23, 24, 25, 28).inputs(2, 3).as(QuantizationOperators::quantize);
        c.operator("DequantizeLinear", 10, 13, 19, 21, 23, 24, 25, 28).inputs(2, 3)
                .as(QuantizationOperators::dequantize);
        c.operator("DynamicQuantizeLinear", 11).inputs(1).asMany((n, e) -> quantizeToRange(e, n.input(0)));
        c.operator("MatMulInteger", 10).inputs(2, 4).as(QuantizationOperators::matMulInteger);
        c.operator("QLinearMatMul", 10, 21).inputs(8).as(QuantizationOperators::matMul);
        c.operator("ConvInteger", 10).inputs(2, 4).as(
                (n, e) -> convolution(n, e, centred(e, n, 0, 2, 1), centred(e, n, 1, 3, 0)));
        c.operator("QLinearConv", 10).inputs(8, 9).as(QuantizationOperators::convolution);
    }

    private static Parameters aligned(OnnxNode n, Expressions e) {
        return Parameters.of(n, 1).align(e, n.input(0), n.attributes().integer("axis", 1),
                n.attributes().integer("block_size", 0));
    }

    static Operand quantize(OnnxNode n, Expressions e) {
        Parameters parameters = aligned(n, e);
        Optional<DataType> asked = outputType(n);
        DataType to = n.optionalInput(2).map(Operand::dataType).or(() -> asked).orElse(DataType.UINT8);
        if (asked.isPresent() && asked.get() != to) {
            throw new ModelException("attribute 'output_dtype' is " + asked.get().text() + ", but the zero point is of"
                    + " type " + to.text());
        }
        DataType precision = precision(n);
        Operand quotient = e.divide(e.cast(n.input(0), precision), e.cast(parameters.scale(), precision));
        return Quantization.store(e, quotient, parameters.zeroPoint(), to, n.attributes().flag("saturate", true));
    }

    /// The type in which x is divided by the scale: that of the scale if there is no other wish, and it is one to
    /// compute with.
    private static DataType precision(OnnxNode n) {
        Optional<DataType> asked = n.attributes().integer("precision", 0) == 0
                ? Optional.empty()
                : n.attributes().dataType("precision");
        DataType scale = n.dataType(1);
        DataType byDefault = scale.isFloat() && scale.bits() >= 16 ? scale : DataType.FLOAT32;
        if (asked.isPresent() && !asked.get().isFloat()) {
            throw new ModelException(
                    "attribute 'precision' is " + asked.get().text() + ", expected a floating-point type");
        }
        return asked.orElse(byDefault);
    }

    private static Optional<DataType> outputType(OnnxNode n) {
        return n.attributes().integer("output_dtype", 0) == 0
                ? Optional.empty()
                : n.attributes().dataType("output_dtype");
    }

    static Operand dequantize(OnnxNode n, Expressions e) {
        DataType to = outputType(n).orElse(n.dataType(1));
        if (!to.isFloat() || to.bits() < 16) {
            throw new ModelException("the scale is of type " + to.text() + ", and the attribute 'output_dtype' does not"
                    + " name another type for the output");
        }
        return e.cast(Quantization.dequantize(e, n.input(0), aligned(n, e)), to);
    }

    /// Quantizes to uint8 with the scale and zero point that spread the range of x, and zero, over all 256 numbers.
    ///
    /// @return the quantized numbers, scale, zero point
    static List<Operand> quantizeToRange(Expressions e, Operand x) {
        Operand zero = e.scalarLike(x, 0);
        Operand highest = e.maximum(e.reduce(ReduceFunction.MAXIMUM, x, false, e.longs()), zero);
        Operand lowest = e.minimum(e.reduce(ReduceFunction.MINIMUM, x, false, e.longs()), zero);
        Operand scale = e.divide(e.subtract(highest, lowest), 255);
        Operand zeroPoint = Quantization.store(e, e.divide(e.negate(lowest), scale), Optional.empty(), DataType.UINT8,
                true);
        return List.of(Quantization.quantize(e, x, new Parameters(scale, Optional.of(zeroPoint)), DataType.UINT8),
                scale,
                zeroPoint);
    }

    /// A vector of scales or zero points of the left matrix has one for each row.
    private static Operand perRow(Expressions e, Operand parameter) {
        return parameter.shape().rank() == 1 && !parameter.shape().dimension(0).is(1)
                ? e.unsqueeze(parameter, 1)
                : parameter;
    }

    private static Operand matMulInteger(OnnxNode n, Expressions e) {
        return LinearAlgebraOperators.matMul(e,
                Quantization.centred(e, n.input(0), n.optionalInput(2).map(point -> perRow(e, point))),
                Quantization.centred(e, n.input(1), n.optionalInput(3)));
    }

    private static Operand matMul(OnnxNode n, Expressions e) {
        Operand product = LinearAlgebraOperators.matMul(e,
                Quantization.centred(e, n.input(0), Optional.of(perRow(e, n.input(2)))),
                Quantization.centred(e, n.input(3), Optional.of(n.input(5))));
        Operand scale = e.multiply(e.cast(perRow(e, n.input(1)), DataType.FLOAT32),
                e.cast(n.input(4), DataType.FLOAT32));
        return requantize(e, product, scale, Parameters.of(n, 6), n.dataType(0));
    }

    /// An input without its zero point, which, if it is a vector, has one element for each index of an axis.
    private static Operand centred(Expressions e, OnnxNode n, int input, int zeroPoint, int axis) {
        Operand x = n.input(input);
        return Quantization.centred(e, x,
                n.optionalInput(zeroPoint).map(point -> Quantization.align(e, point, x, axis, 0)));
    }

    private static Operand convolution(OnnxNode n, Expressions e, Operand x, Operand weights) {
        return ConvolutionOperators.convolution(n.withInputs(x, weights), e, x, weights);
    }

    /// Scale and zero point of the weights may differ between the output channels. The bias is in units of the
    /// products.
    private static Operand convolution(OnnxNode n, Expressions e) {
        Operand products = convolution(n, e, centred(e, n, 0, 2, 1), centred(e, n, 3, 5, 0));
        Operand sums = n.optionalInput(8).map(bias -> e.add(products, Quantization.align(e, bias, products, 1, 0)))
                .orElse(products);
        Operand scale = e.multiply(e.cast(n.input(1), DataType.FLOAT32),
                Quantization.align(e, e.cast(n.input(4), DataType.FLOAT32), products, 1, 0));
        return requantize(e, sums, scale, Parameters.of(n, 6), n.dataType(0));
    }

    /// Stores sums of products of quantized numbers.
    ///
    /// @param scale what the products stand for, in float32
    /// @param byDefault the type of the result if there is no zero point
    static Operand requantize(Expressions e, Operand sums, Operand scale, Parameters to, DataType byDefault) {
        Operand factor = e.divide(scale, e.cast(to.scale(), DataType.FLOAT32));
        DataType type = to.zeroPoint().map(Operand::dataType).orElse(byDefault);
        return Quantization.store(e, e.multiply(e.cast(sums, DataType.FLOAT32), factor), to.zeroPoint(), type, true);
    }
}
