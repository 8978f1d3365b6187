package org.sardonyx.tests.properties;

import static org.sardonyx.ir.type.DataType.FLOAT32;
import static org.sardonyx.ir.type.DataType.FLOAT64;
import static org.sardonyx.ir.type.DataType.INT64;
import static org.sardonyx.tests.properties.Tolerance.EQUAL;
import static org.sardonyx.tests.properties.Tolerance.EXACT;
import static org.sardonyx.tests.properties.Tolerance.close;

import java.util.Arrays;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.sardonyx.ir.value.Tensor;

/// Operators as they were in old opsets, with attributes for what are inputs today. Opset 7 is the oldest that ONNX Runtime
/// runs.
class OlderVersionProperties {
    private static Tensor exact(Draw draw, long... sizes) {
        return draw.tensor(FLOAT32, sizes, Elements.EXACT);
    }

    @Property(tries = 80, seed = Draw.SEED)
    void slice(@ForAll Draw draw) {
        long[] sizes = draw.sizes(1, 4);
        long[] axes = draw.axes(sizes.length, 1);
        Oracle.check(draw, OperatorCase.of("Slice", draw.of(7, 9)).ranked(exact(draw, sizes)).with("axes", axes)
                .with("starts", draw.integers(axes.length, -6, 6)).with("ends", draw.integers(axes.length, -6, 6)),
                EXACT);
    }

    @Property(tries = 80, seed = Draw.SEED)
    void pad(@ForAll Draw draw) {
        long[] sizes = draw.filledSizes(1, 4);
        String mode = draw.of("constant", "edge", "reflect");
        long[] pads = new long[2 * sizes.length];
        Arrays.setAll(pads, i -> draw.integer(0, mode.equals("reflect") ? (int) sizes[i % sizes.length] - 1 : 2));
        Oracle.check(draw, OperatorCase.of("Pad", draw.of(7, 10)).ranked(exact(draw, sizes)).with("mode", mode)
                .with("pads", pads).withFloat("value", draw.real(-2, 2)), EXACT);
    }

    @Property(tries = 80, seed = Draw.SEED)
    void upsample(@ForAll Draw draw) {
        long[] sizes = {draw.integer(1, 2), draw.integer(1, 2), draw.integer(1, 4), draw.integer(1, 4)};
        float[] scales = {1, 1, draw.of(1f, 1.5f, 2f, 3f), draw.of(1f, 1.5f, 2f, 3f)};
        OperatorCase upsample = OperatorCase.of("Upsample", draw.of(7, 9)).with("mode", draw.of("nearest", "linear"))
                .ranked(exact(draw, sizes));
        Oracle.check(draw, upsample.opset() == 7
                ? upsample.with("scales", scales)
                : upsample.input(Tensor.ofFloats(new long[] {4}, scales)), close(1e-5, 1e-5));
    }

    @Property(tries = 60, seed = Draw.SEED)
    void resize(@ForAll Draw draw) {
        long[] sizes = {draw.integer(1, 2), draw.integer(1, 2), draw.integer(1, 4), draw.integer(1, 4)};
        float[] scales = {1, 1, draw.of(0.5f, 1f, 1.5f, 2f), draw.of(0.5f, 1f, 2f, 3f)};
        Oracle.check(draw, OperatorCase.of("Resize", 10).with("mode", draw.of("nearest", "linear"))
                .ranked(exact(draw, sizes)).input(Tensor.ofFloats(new long[] {4}, scales)), close(1e-5, 1e-5));
    }

    @Property(tries = 60, seed = Draw.SEED)
    void clip(@ForAll Draw draw) {
        Oracle.check(draw, OperatorCase.of("Clip", draw.of(7, 10)).withFloat("min", draw.real(-2, 0))
                .withFloat("max", draw.real(0, 2)).input(exact(draw, draw.sizes(0, 3))), EQUAL);
    }

    @Property(tries = 60, seed = Draw.SEED)
    void largest(@ForAll Draw draw) {
        long[] sizes = draw.filledSizes(1, 4);
        int axis = draw.axis(sizes.length);
        Tensor x = exact(draw, sizes);
        int count = draw.integer(1, (int) x.size(axis));
        OperatorCase largest = OperatorCase.of("TopK", draw.of(7, 10)).with("axis", axis).inputAlong(x, axis)
                .yields(FLOAT32, INT64);
        Oracle.check(draw, largest.opset() == 7 ? largest.with("k", count) : largest.input(count), EQUAL);
    }

    /// In inference nothing drops out.
    @Property(tries = 60, seed = Draw.SEED)
    void dropout(@ForAll Draw draw) {
        OperatorCase dropout = OperatorCase.of("Dropout", draw.of(7, 10, 12, 13)).input(exact(draw, draw.sizes(0, 3)));
        Oracle.check(draw, dropout.opset() < 12
                ? dropout.withFloat("ratio", 0.5)
                : dropout.input(Tensor.scalar(FLOAT32, 0.5)), EXACT);
    }

    @Property(tries = 80, seed = Draw.SEED)
    void gemm(@ForAll Draw draw) {
        long rows = draw.integer(1, 4);
        long inner = draw.integer(1, 4);
        long columns = draw.integer(1, 4);
        boolean transposed = draw.flag();
        Oracle.check(draw, OperatorCase.of("Gemm", draw.of(7, 9)).with("transB", transposed)
                .ranked(exact(draw, rows, inner))
                .ranked(transposed ? exact(draw, columns, inner) : exact(draw, inner, columns))
                .ranked(exact(draw, draw.broadcastingTo(rows, columns))), EQUAL);
    }

    @Property(tries = 60, seed = Draw.SEED)
    void scatter(@ForAll Draw draw) {
        long[] sizes = draw.filledSizes(1, 3);
        int axis = draw.integer(0, sizes.length - 1);
        long[] updated = sizes.clone();
        updated[axis] = 1;
        Oracle.check(draw, OperatorCase.of("Scatter", draw.of(9, 10)).with("axis", axis).input(exact(draw, sizes))
                .input(draw.tensor(INT64, updated, Elements.between(0, sizes[axis]))).input(exact(draw, updated)),
                EXACT);
    }

    @Property(tries = 80, seed = Draw.SEED)
    void normalization(@ForAll Draw draw) {
        long[] sizes = draw.filledSizes(2, 4);
        long channels = sizes[1];
        Oracle.check(draw, OperatorCase.of("BatchNormalization", 7).ranked(exact(draw, sizes))
                .input(exact(draw, channels)).input(exact(draw, channels)).input(exact(draw, channels))
                .input(draw.tensor(FLOAT32, new long[] {channels}, Elements.between(0.5, 2))), close(1e-4, 1e-5));
    }

    @Property(tries = 100, seed = Draw.SEED)
    void pooling(@ForAll Draw draw) {
        WindowDraw window = WindowDraw.of(draw, draw.integer(1, 3), 1).withoutGaps();
        OperatorCase pool = OperatorCase.of(draw.of("MaxPool", "AveragePool"), draw.of(7, 8, 10))
                .with("kernel_shape", window.kernel())
                .ranked(exact(draw, window.sizes(draw.integer(1, 2), draw.integer(1, 2))));
        if (pool.opset() == 10) {
            pool.with("ceil_mode", window.drawCeilMode(draw));
        }
        Oracle.check(draw, window.addTo(pool), close(1e-5, 1e-5));
    }

    @Property(tries = 60, seed = Draw.SEED)
    void oneHot(@ForAll Draw draw) {
        Oracle.check(draw, OperatorCase.of("OneHot", 9)
                .ranked(draw.tensor(INT64, draw.filledSizes(1, 3), Elements.between(0, 4))).input(Tensor.scalar(4))
                .input(draw.tensor(INT64, new long[] {2}, Elements.ANY)).yields(INT64), EXACT);
    }

    @Property(tries = 60, seed = Draw.SEED)
    void softmax(@ForAll Draw draw) {
        long[] sizes = draw.filledSizes(1, 4);
        Oracle.check(draw, OperatorCase.of(draw.of("Softmax", "LogSoftmax"), draw.of(7, 9))
                .with("axis", draw.integer(0, sizes.length - 1))
                .ranked(draw.tensor(draw.of(FLOAT32, FLOAT64), sizes, Elements.between(-5, 5))), close(1e-5, 1e-5));
    }
}
