package org.sardonyx.tests.properties;

import static org.sardonyx.ir.type.DataType.FLOAT32;
import static org.sardonyx.ir.type.DataType.FLOAT64;
import static org.sardonyx.tests.properties.Tolerance.EXACT;
import static org.sardonyx.tests.properties.Tolerance.close;

import java.util.Arrays;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Operators that scale elements by what the others are.
class NormalizationProperties {
    private static final Elements UNIT = Elements.between(-2, 2);
    private static final Tolerance NEAR = close(1e-4, 2e-4);

    private static Tensor unit(Draw draw, DataType type, long... sizes) {
        return draw.tensor(type, sizes, UNIT);
    }

    @Property(tries = 150, seed = Draw.SEED)
    void softmax(@ForAll Draw draw) {
        long[] sizes = draw.filledSizes(1, 4);
        int axis = draw.axis(sizes.length);
        int opset = draw.of(11, 13);
        Tensor x = draw.tensor(draw.of(FLOAT32, FLOAT64), sizes, Elements.between(-20, 20));
        // Before opset 13 the axes from the given one on count as a single one.
        Oracle.check(draw, OperatorCase.of(draw.of("Softmax", "LogSoftmax"), opset).with("axis", axis)
                .input(x, opset < 13 || axis < 0 ? Knowledge.RANKED : Knowledge.ALL), close(1e-5, 1e-5));
    }

    @Property(tries = 50, seed = Draw.SEED)
    void hardmax(@ForAll Draw draw) {
        long[] sizes = draw.filledSizes(1, 4);
        int axis = draw.axis(sizes.length);
        Oracle.check(draw, OperatorCase.of("Hardmax", draw.of(11, 13)).with("axis", axis)
                .ranked(draw.tensor(FLOAT32, sizes, Elements.EXACT)), EXACT);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void batch(@ForAll Draw draw) {
        DataType type = draw.of(FLOAT32, FLOAT64);
        long[] sizes = draw.filledSizes(2, 5);
        long channels = sizes[1];
        Oracle.check(draw, OperatorCase.of("BatchNormalization", draw.of(9, 15)).withFloat("epsilon", 1e-3)
                .ranked(unit(draw, type, sizes)).input(unit(draw, type, channels)).input(unit(draw, type, channels))
                .input(unit(draw, type, channels))
                .input(draw.tensor(type, new long[] {channels}, Elements.between(0, 2))), NEAR);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void instance(@ForAll Draw draw) {
        long[] sizes = draw.filledSizes(3, 5);
        Oracle.check(draw, OperatorCase.of("InstanceNormalization", draw.of(6, 22)).withFloat("epsilon", 1e-3)
                .ranked(unit(draw, FLOAT32, sizes)).input(unit(draw, FLOAT32, sizes[1]))
                .input(unit(draw, FLOAT32, sizes[1])), NEAR);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void layer(@ForAll Draw draw) {
        DataType type = draw.of(FLOAT32, FLOAT64);
        long[] sizes = draw.filledSizes(1, 4);
        int axis = draw.axis(sizes.length);
        long[] normalized = Arrays.copyOfRange(sizes, Math.floorMod(axis, sizes.length), sizes.length);
        OperatorCase layer = OperatorCase.of("LayerNormalization", 17).with("axis", axis).withFloat("epsilon", 1e-3)
                .ranked(unit(draw, type, sizes)).input(unit(draw, type, normalized));
        Oracle.check(draw, draw.flag() ? layer : layer.input(unit(draw, type, normalized)), NEAR);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void rootMeanSquare(@ForAll Draw draw) {
        long[] sizes = draw.filledSizes(1, 4);
        int axis = draw.axis(sizes.length);
        long[] normalized = Arrays.copyOfRange(sizes, Math.floorMod(axis, sizes.length), sizes.length);
        Oracle.check(draw, OperatorCase.of("RMSNormalization", 23).with("axis", axis).withFloat("epsilon", 1e-3)
                .ranked(unit(draw, FLOAT32, sizes)).input(unit(draw, FLOAT32, normalized)), NEAR);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void groups(@ForAll Draw draw) {
        int groups = draw.integer(1, 3);
        long[] sizes = draw.filledSizes(3, 4);
        sizes[1] = (long) groups * draw.integer(1, 3);
        Oracle.check(draw, OperatorCase.of("GroupNormalization", 21).with("num_groups", groups)
                .withFloat("epsilon", 1e-3).ranked(unit(draw, FLOAT32, sizes))
                .input(unit(draw, FLOAT32, sizes[1])).input(unit(draw, FLOAT32, sizes[1])), NEAR);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void norms(@ForAll Draw draw) {
        long[] sizes = draw.filledSizes(1, 4);
        int axis = draw.axis(sizes.length);
        Oracle.check(draw, OperatorCase.of("LpNormalization", 1).with("axis", axis).with("p", draw.integer(1, 2))
                .ranked(draw.tensor(draw.of(FLOAT32, FLOAT64), sizes, UNIT)), NEAR);
    }

    @Property(tries = 50, seed = Draw.SEED)
    void neighbouringChannels(@ForAll Draw draw) {
        long[] sizes = draw.filledSizes(4, 4);
        // ONNX Runtime takes only odd numbers of channels.
        Oracle.check(draw, OperatorCase.of("LRN", 13).with("size", 2 * draw.integer(0, 2) + 1)
                .withFloat("alpha", draw.real(0.1, 1)).withFloat("beta", draw.real(0.1, 1))
                .withFloat("bias", draw.real(1, 2)).ranked(unit(draw, FLOAT32, sizes)), NEAR);
    }

    /// ONNX Runtime's variance, the mean of squares less the square of the mean, may be below zero if it is small.
    @Property(tries = 50, seed = Draw.SEED)
    void meanAndVariance(@ForAll Draw draw) {
        long[] sizes = draw.integers(4, 2, 4);
        Oracle.check(draw, OperatorCase.of("MeanVarianceNormalization", draw.of(9, 13))
                .ranked(unit(draw, FLOAT32, sizes)), close(1e-3, 1e-3));
    }
}
