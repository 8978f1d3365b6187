package org.sardonyx.frontend.catalogue;

import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Cumulative;
import org.sardonyx.ir.operator.Distribution;
import org.sardonyx.ir.operator.Random;
import org.sardonyx.ir.operator.ReduceFunction;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Operators that draw random numbers. They compute in float64 and round the result.
final class RandomOperators {
    private RandomOperators() {}

    static void define(Catalogue.Builder c) {
        c.operator("RandomUniform", 1, 22).inputs(0)
                .as((n, e) -> uniform(n, e, attributeShape(n, e), DataType.FLOAT32));
        c.operator("RandomNormal", 1, 22).inputs(0).as((n, e) -> normal(n, e, attributeShape(n, e), DataType.FLOAT32));
        c.operator("RandomUniformLike", 1, 22).inputs(1)
                .as((n, e) -> uniform(n, e, e.shapeOf(n.input(0)), n.dataType(0)));
        c.operator("RandomNormalLike", 1, 22).inputs(1)
                .as((n, e) -> normal(n, e, e.shapeOf(n.input(0)), n.dataType(0)));
        c.operator("Bernoulli", 15, 22).inputs(1).as(RandomOperators::bernoulli);
        c.operator("Multinomial", 7, 22).inputs(1).as(RandomOperators::multinomial);
        c.operator("Dropout", 1, 6, 7, 10).inputs(1).asMany(RandomOperators::dropoutByAttributes);
        c.operator("Dropout", 12, 13, 22).inputs(1, 3).asMany(RandomOperators::dropoutByInputs);
    }

    private static Operand attributeShape(OnnxNode n, Expressions e) {
        return e.longs(n.attributes().requireIntegers("shape"));
    }

    /// The seed is a number in most operators, of which only the integer part counts, and an integer in others.
    private static Operand draw(OnnxNode n, Expressions e, Distribution distribution, Operand sizes) {
        Optional<Long> seed = n.operator().equals("Dropout")
                ? n.attributes().integer("seed")
                : n.attributes().number("seed").filter(number -> !number.isNaN()).map(Double::longValue);
        return e.apply(new Random(distribution, seed, n.number()), sizes);
    }

    private static Operand uniform(OnnxNode n, Expressions e, Operand sizes, DataType byDefault) {
        double low = n.attributes().number("low", 0);
        double high = n.attributes().number("high", 1);
        return scaled(n, e, draw(n, e, Distribution.UNIFORM, sizes), high - low, low, byDefault);
    }

    private static Operand normal(OnnxNode n, Expressions e, Operand sizes, DataType byDefault) {
        return scaled(n, e, draw(n, e, Distribution.NORMAL, sizes), n.attributes().number("scale", 1),
                n.attributes().number("mean", 0), byDefault);
    }

    private static Operand scaled(OnnxNode n, Expressions e, Operand x, double factor, double summand,
            DataType byDefault) {
        DataType type = n.attributes().dataType("dtype").orElse(byDefault);
        if (!type.isFloat()) {
            throw new ModelException("random numbers of type " + type.text() + ", expected a floating-point type");
        }
        return e.cast(e.add(e.multiply(x, factor), summand), type);
    }

    /// One with the probability that the input tells, zero otherwise.
    private static Operand bernoulli(OnnxNode n, Expressions e) {
        Operand probability = e.cast(n.input(0), DataType.FLOAT64);
        Operand one = e.less(draw(n, e, Distribution.UNIFORM, e.shapeOf(probability)), probability);
        return e.cast(one, n.attributes().dataType("dtype").orElse(n.dataType(0)));
    }

    /// Draws classes from the logarithms of their probabilities, up to a common summand: a number drawn from 0 to the
    /// sum of all probabilities falls behind the running sums of all classes before the one it hits.
    private static Operand multinomial(OnnxNode n, Expressions e) {
        Operand x = e.cast(n.input(0), DataType.FLOAT64);
        if (n.rank(0) != 2) {
            throw new ModelException("input 0 has shape " + x.shape() + ", expected [batch, classes]");
        }
        Operand weights = e.exponential(e.subtract(x, e.largest(x, 1)));
        Operand sums = e.apply(new Cumulative(ReduceFunction.SUM, false, false), weights, e.constant(Tensor.scalar(1)));
        Operand sizes = e.concat(0, e.sizeOf(x, 0), e.longs(n.attributes().integer("sample_size", 1)));
        Operand drawn = e.multiply(draw(n, e, Distribution.UNIFORM, sizes), e.sum(weights, 1));
        Operand behind = e.lessOrEqual(e.unsqueeze(sums, 1), e.unsqueeze(drawn, 2));
        Operand index = e.squeeze(e.sum(e.cast(behind, DataType.INT64), 2), 2);
        Operand last = e.subtract(e.sizeOf(x, 1), 1);
        return e.cast(e.minimum(index, last), n.attributes().dataType("dtype").orElse(DataType.INT32));
    }

    /// Up to version 6 a node is in training unless it says otherwise, from version 7 on it never is.
    private static List<Operand> dropoutByAttributes(OnnxNode n, Expressions e) {
        boolean training = n.version() < 7 && !n.attributes().flag("is_test", false);
        return dropout(n, e, e.scalar(DataType.FLOAT64, n.attributes().number("ratio", 0.5)),
                e.constant(Tensor.ofBooleans(new long[0], training)), n.version() < 10 ? n.dataType(0) : DataType.BOOL);
    }

    private static List<Operand> dropoutByInputs(OnnxNode n, Expressions e) {
        Operand ratio = n.optionalInput(1).map(given -> e.cast(e.reshape(given), DataType.FLOAT64))
                .orElseGet(() -> e.scalar(DataType.FLOAT64, 0.5));
        Operand training = n.optionalInput(2).map(given -> e.reshape(given))
                .orElseGet(() -> e.constant(Tensor.ofBooleans(new long[0], false)));
        return dropout(n, e, ratio, training, DataType.BOOL);
    }

    /// In training, drops elements with the probability `ratio`, a scalar, and divides the others by `1 - ratio`.
    private static List<Operand> dropout(OnnxNode n, Expressions e, Operand ratio, Operand training,
            DataType maskType) {
        Operand x = n.input(0);
        if (e.builder().constant(training).filter(constant -> !constant.getBoolean(0)).isPresent()) {
            return List.of(x, e.fill(maskType, 1, e.shapeOf(x)));
        }
        Operand drawn = draw(n, e, Distribution.UNIFORM, e.shapeOf(x));
        Operand kept = e.or(e.not(training), e.lessOrEqual(ratio, drawn));
        Operand one = e.scalar(DataType.FLOAT64, 1);
        Operand factor = e.select(training, e.divide(one, e.subtract(one, ratio)), one);
        Operand result = e.widened(x, wide -> e.select(kept, e.multiply(wide, e.castLike(factor, wide)),
                e.scalarLike(wide, 0)));
        return List.of(result, e.cast(kept, maskType));
    }
}
