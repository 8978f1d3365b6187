package org.sardonyx.frontend.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.ReduceFunction;
import org.sardonyx.ir.operator.ReduceWindow;
import org.sardonyx.ir.operator.Window;
import org.sardonyx.ir.operator.Window.Places;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;

/// Operators that bring elements to a common scale. They compute in float32 at least, whatever the type of their input.
final class NormalizationOperators {
    /// The axes MeanVarianceNormalization goes over by default: all but the channels of an image.
    private static final long[] ALL_BUT_CHANNELS = {0, 2, 3};

    private NormalizationOperators() {}

    static void define(Catalogue.Builder c) {
        c.operator("BatchNormalization", 1, 6, 7, 9, 14, 15).inputs(5).asMany(BatchNormalization::expand);
        c.operator("InstanceNormalization", 1, 6, 22).inputs(3).as(NormalizationOperators::instance);
        c.operator("LayerNormalization", 17).inputs(2, 3).asMany(NormalizationOperators::layer);
        c.operator("GroupNormalization", 18, 21).inputs(3).as(NormalizationOperators::group);
        c.operator("RMSNormalization", 23).inputs(2).as(NormalizationOperators::rootMeanSquare);
        c.operator("MeanVarianceNormalization", 9, 13).inputs(1)
                .as((n, e) -> e.widened(n.input(0), x -> meanVariance(n, e, x)));
        c.operator("LpNormalization", 1, 22).inputs(1).as((n, e) -> e.widened(n.input(0), x -> lp(n, e, x)));
        c.operator("LRN", 1, 13).inputs(1).as((n, e) -> e.widened(n.input(0), x -> localResponse(n, e, x)));
    }

    /// The type to compute in.
    static DataType wide(DataType type) {
        return type == DataType.FLOAT64 ? type : DataType.FLOAT32;
    }

    static double epsilon(OnnxNode n) {
        return n.attributes().number("epsilon", 1e-5f);
    }

    private static long[] axesFrom(int axis, int rank) {
        return LongStream.range(axis, rank).toArray();
    }

    /// The mean of the squares of the elements along axes, which stay with size 1.
    private static Operand meanSquare(Expressions e, Operand x, long... axes) {
        return e.mean(e.multiply(x, x), axes);
    }

    private static Operand inverseRoot(Expressions e, Operand x, double epsilon) {
        Operand root = e.squareRoot(e.add(x, epsilon));
        return e.divide(e.scalarLike(x, 1), root);
    }

    private static Operand instance(OnnxNode n, Expressions e) {
        int rank = n.rank(0);
        Operand x = e.cast(n.input(0), wide(n.dataType(0)));
        long[] axes = axesFrom(2, 2 + WindowAttributes.requireSpatial(rank));
        Operand centered = e.subtract(x, e.mean(x, axes));
        Operand normalized = e.multiply(centered, inverseRoot(e, meanSquare(e, centered, axes), epsilon(n)));
        Operand scale = ConvolutionOperators.alongChannels(e, e.castLike(n.input(1), x), rank);
        Operand bias = ConvolutionOperators.alongChannels(e, e.castLike(n.input(2), x), rank);
        return e.castLike(e.add(e.multiply(normalized, scale), bias), n.input(0));
    }

    private static DataType stashType(OnnxNode n) {
        DataType type = n.attributes().dataType("stash_type").orElse(DataType.FLOAT32);
        if (!type.isFloat()) {
            throw new ModelException("attribute 'stash_type' is " + type.text() + ", expected a floating-point type");
        }
        return type;
    }

    /// The type in which the first stage computes: that of the attribute, and at least the input's.
    private static DataType stage(OnnxNode n) {
        return n.dataType(0) == DataType.FLOAT64 ? DataType.FLOAT64 : wide(stashType(n));
    }

    private static List<Operand> layer(OnnxNode n, Expressions e) {
        int rank = n.rank(0);
        long[] axes = axesFrom(n.axis("axis", -1, rank), rank);
        Operand x = e.cast(n.input(0), stage(n));
        Operand mean = e.mean(x, axes);
        Operand centered = e.subtract(x, mean);
        Operand inverse = inverseRoot(e, meanSquare(e, centered, axes), epsilon(n));
        Operand scaled = e.multiply(e.castLike(e.multiply(centered, inverse), n.input(0)), n.input(1));
        Operand y = n.hasInput(2) ? e.add(scaled, n.input(2)) : scaled;
        return List.of(y, e.cast(mean, stashType(n)), e.cast(inverse, stashType(n)));
    }

    /// The scale has the type of the result, which may differ from that of the input.
    private static Operand rootMeanSquare(OnnxNode n, Expressions e) {
        int rank = n.rank(0);
        Operand x = e.cast(n.input(0), stage(n));
        Operand square = meanSquare(e, x, axesFrom(n.axis("axis", -1, rank), rank));
        Operand normalized = e.multiply(x, inverseRoot(e, square, epsilon(n)));
        return e.multiply(e.castLike(e.castLike(normalized, n.input(0)), n.input(1)), n.input(1));
    }

    /// Before version 21 scale and bias have an element per group, since then one per channel.
    private static Operand group(OnnxNode n, Expressions e) {
        int rank = n.rank(0);
        long groups = n.attributes().requireInteger("num_groups");
        Dimension channels = n.input(0).shape().dimension(1);
        if (groups < 1 || channels.isConstant() && channels.size() % groups != 0) {
            throw new ModelException(channels + " channels cannot be divided into " + groups + " groups");
        }
        Operand shape = e.shapeOf(n.input(0));
        Operand x = e.cast(n.input(0), stage(n));
        Operand size = e.divide(e.sizeOf(x, 1, rank), e.longs(groups));
        Operand grouped = e.reshape(x, e.concat(0, e.sizeOf(x, 0), e.longs(groups), size));
        Operand centered = e.subtract(grouped, e.mean(grouped, 2));
        Operand normalized = e.castLike(
                e.multiply(centered, inverseRoot(e, meanSquare(e, centered, 2), epsilon(n))), n.input(0));
        if (n.version() < 21) {
            Operand scaled = e.multiply(normalized, e.unsqueeze(n.input(1), 1));
            return e.reshape(e.add(scaled, e.unsqueeze(n.input(2), 1)), shape);
        }
        Operand scaled = e.multiply(e.reshape(normalized, shape),
                ConvolutionOperators.alongChannels(e, n.input(1), rank));
        return e.add(scaled, ConvolutionOperators.alongChannels(e, n.input(2), rank));
    }

    private static Operand meanVariance(OnnxNode n, Expressions e, Operand x) {
        long[] axes = n.attributes().integers("axes", ALL_BUT_CHANNELS);
        Operand centered = e.subtract(x, e.mean(x, axes));
        return e.divide(centered, e.add(e.squareRoot(meanSquare(e, centered, axes)), 1e-9));
    }

    /// A norm of 0 gives zeros.
    private static Operand lp(OnnxNode n, Expressions e, Operand x) {
        long exponent = n.attributes().integer("p", 2);
        if (exponent != 1 && exponent != 2) {
            throw new ModelException("attribute 'p' is " + exponent + ", expected 1 or 2");
        }
        int axis = n.axis("axis", -1, n.rank(0));
        Operand norm = PoolingOperators.norm(e, x, exponent, powers -> e.sum(powers, axis));
        Operand zero = e.scalarLike(x, 0);
        return e.select(e.equal(norm, zero), zero, e.divide(x, norm));
    }

    /// Divides by a power of the sum of squares over neighbouring channels.
    private static Operand localResponse(OnnxNode n, Expressions e, Operand x) {
        long size = n.attributes().requireInteger("size");
        int rank = n.rank(0);
        if (size < 1 || rank < 2) {
            throw new ModelException("a region of " + size + " channels in a tensor of rank " + rank);
        }
        List<Long> kernel = alongFirst(size, 1, rank - 1);
        List<Long> ones = Collections.nCopies(rank - 1, 1L);
        Window window = new Window(ones, ones, alongFirst((size - 1) / 2, 0, rank - 1),
                alongFirst(size / 2, 0, rank - 1), Places.INSIDE);
        Operand sum = e.apply(new ReduceWindow(ReduceFunction.SUM, kernel, window), e.multiply(x, x));
        double alpha = n.attributes().number("alpha", 1e-4f) / size;
        Operand base = e.add(e.multiply(sum, alpha), n.attributes().number("bias", 1));
        return e.divide(x, e.power(base, e.scalarLike(x, n.attributes().number("beta", 0.75))));
    }

    private static List<Long> alongFirst(long first, long others, int count) {
        List<Long> numbers = new ArrayList<>(Collections.nCopies(count, others));
        numbers.set(0, first);
        return numbers;
    }
}
