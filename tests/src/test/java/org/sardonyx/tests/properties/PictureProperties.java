package org.sardonyx.tests.properties;

import static org.sardonyx.ir.type.DataType.FLOAT32;
import static org.sardonyx.ir.type.DataType.FLOAT64;
import static org.sardonyx.ir.type.DataType.INT64;
import static org.sardonyx.tests.properties.Tolerance.EQUAL;
import static org.sardonyx.tests.properties.Tolerance.EXACT;
import static org.sardonyx.tests.properties.Tolerance.close;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Operators on pictures and regions in them.
class PictureProperties {
    private static final Elements UNIT = Elements.between(-1, 1);
    private static final Tolerance NEAR = close(1e-4, 1e-4);

    private static Tensor unit(Draw draw, long... sizes) {
        return draw.tensor(FLOAT32, sizes, UNIT);
    }

    private static Tensor picture(Draw draw, int least) {
        return unit(draw, draw.integer(1, 2), draw.integer(1, 2), draw.integer(least, 5), draw.integer(least, 5));
    }

    @Property(tries = 200, seed = Draw.SEED)
    void samplesOnAGrid(@ForAll Draw draw) {
        Tensor x = picture(draw, 2);
        Tensor grid = draw.tensor(FLOAT32, new long[] {x.size(0), draw.integer(1, 4), draw.integer(1, 4), 2},
                Elements.between(-1.4, 1.4));
        Oracle.check(draw, OperatorCase.of("GridSample", 20).ranked(x).ranked(grid)
                .with("mode", draw.of("linear", "nearest", "cubic")).with("align_corners", draw.flag())
                .with("padding_mode", draw.of("zeros", "border", "reflection")), NEAR);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void grids(@ForAll Draw draw) {
        long batch = draw.integer(1, 2);
        boolean solid = draw.flag();
        long[] sizes = solid
                ? new long[] {batch, 1, draw.integer(2, 3), draw.integer(2, 3), draw.integer(2, 3)}
                : new long[] {batch, 1, draw.integer(2, 4), draw.integer(2, 4)};
        Tensor theta = solid ? unit(draw, batch, 3, 4) : unit(draw, batch, 2, 3);
        Oracle.check(draw, OperatorCase.of("AffineGrid", 20).with("align_corners", draw.flag()).ranked(theta)
                .input(Tensor.vector(sizes), Knowledge.SHAPED), NEAR);
    }

    @Property(tries = 150, seed = Draw.SEED)
    void alignedRegions(@ForAll Draw draw) {
        Tensor x = picture(draw, 3);
        long count = draw.integer(1, 3);
        Tensor regions = Tensor.allocate(FLOAT32, count, 4);
        for (long i = 0; i < count; i++) {
            double left = draw.real(0, 2);
            double top = draw.real(0, 2);
            double[] corners = {left, top, left + draw.real(0.5, 3), top + draw.real(0.5, 3)};
            regions.writeDoubles(4 * i, corners, 0, 4);
        }
        Tensor batches = draw.tensor(INT64, new long[] {count}, Elements.between(0, x.size(0)));
        Oracle.check(draw, OperatorCase.of("RoiAlign", 16).with("mode", "avg")
                .with("coordinate_transformation_mode", draw.of("half_pixel", "output_half_pixel"))
                .with("output_height", draw.integer(1, 3)).with("output_width", draw.integer(1, 3))
                .with("sampling_ratio", draw.integer(0, 2)).withFloat("spatial_scale", draw.of(1.0, 0.5))
                .ranked(x).ranked(regions).ranked(batches), NEAR);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void pooledRegions(@ForAll Draw draw) {
        Tensor x = picture(draw, 3);
        long count = draw.integer(1, 3);
        Tensor regions = Tensor.allocate(FLOAT32, count, 5);
        for (long i = 0; i < count; i++) {
            int left = draw.integer(0, 2);
            int top = draw.integer(0, 2);
            double[] region = {draw.integer(0, (int) x.size(0) - 1), left, top, left + draw.integer(0, 3),
                top + draw.integer(0, 3)};
            regions.writeDoubles(5 * i, region, 0, 5);
        }
        Oracle.check(draw, OperatorCase.of("MaxRoiPool", 1).with("pooled_shape", draw.integers(2, 1, 3))
                .ranked(x).ranked(regions), EXACT);
    }

    @Property(tries = 150, seed = Draw.SEED)
    void suppression(@ForAll Draw draw) {
        long batch = draw.integer(1, 2);
        long boxes = draw.integer(1, 6);
        boolean centred = draw.flag();
        Tensor corners = Tensor.allocate(FLOAT32, batch, boxes, 4);
        for (long i = 0; i < batch * boxes; i++) {
            double x = draw.real(0, 4);
            double y = draw.real(0, 4);
            double width = draw.real(0.5, 3);
            double height = draw.real(0.5, 3);
            double[] box = centred
                    ? new double[] {x, y, width, height}
                    : draw.flag()
                            ? new double[] {y, x, y + height, x + width}
                            : new double[] {y + height, x + width, y, x};
            corners.writeDoubles(4 * i, box, 0, 4);
        }
        Tensor scores = draw.tensor(FLOAT32, new long[] {batch, draw.integer(1, 2), boxes}, Elements.between(0, 1));
        OperatorCase suppression = OperatorCase.of("NonMaxSuppression", 11).with("center_point_box", centred)
                .ranked(corners).ranked(scores).input(draw.integer(0, 4)).yields(INT64);
        if (draw.flag()) {
            suppression.input(draw.tensor(FLOAT32, new long[] {1}, Elements.between(0, 1)));
            if (draw.flag()) {
                suppression.input(draw.tensor(FLOAT32, new long[] {1}, Elements.between(0, 1)));
            }
        }
        Oracle.check(draw, suppression, EXACT);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void cropsAndPads(@ForAll Draw draw) {
        long[] sizes = draw.filledSizes(1, 4);
        long[] axes = draw.axes(sizes.length, 1);
        Oracle.check(draw, OperatorCase.of("CenterCropPad", 18).with("axes", axes)
                .ranked(draw.tensor(draw.of(FLOAT32, INT64), sizes, Elements.EXACT))
                .input(draw.integers(axes.length, 1, 6)), EXACT);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void columnsToPictures(@ForAll Draw draw) {
        WindowDraw window = WindowDraw.of(draw, 2, 2);
        long blocks = 1;
        for (int axis = 0; axis < 2; axis++) {
            long span = (window.kernel()[axis] - 1) * window.dilations()[axis] + 1;
            blocks *= (window.spatial()[axis] + window.pads()[axis] + window.pads()[2 + axis] - span)
                    / window.strides()[axis] + 1;
        }
        long rows = draw.integer(1, 2) * window.kernel()[0] * window.kernel()[1];
        Oracle.check(draw, OperatorCase.of("Col2Im", 18).with("strides", window.strides())
                .with("dilations", window.dilations()).with("pads", window.pads())
                .ranked(draw.tensor(FLOAT32, new long[] {draw.integer(1, 2), rows, blocks}, Elements.EXACT))
                .input(Tensor.vector(window.spatial()), Knowledge.CONSTANT)
                .input(Tensor.vector(window.kernel()), Knowledge.CONSTANT), EQUAL);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void unpooling(@ForAll Draw draw) {
        long height = draw.integer(1, 3);
        long width = draw.integer(1, 3);
        Tensor x = unit(draw, 1, 1, height, width);
        Tensor places = Tensor.allocate(INT64, 1, 1, height, width);
        for (long i = 0; i < places.size(); i++) {
            long row = 2 * (i / width) + draw.integer(0, 1);
            long column = 2 * (i % width) + draw.integer(0, 1);
            places.setLong(i, row * 2 * width + column);
        }
        Oracle.check(draw, OperatorCase.of("MaxUnpool", 11).with("kernel_shape", new long[] {2, 2})
                .with("strides", new long[] {2, 2}).ranked(x).ranked(places), EXACT);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void deformedConvolution(@ForAll Draw draw) {
        DataType type = draw.of(FLOAT32, FLOAT64);
        long size = draw.integer(3, 5);
        long channels = draw.integer(1, 2);
        long outputs = draw.integer(1, 2);
        long places = size - 1;
        OperatorCase convolution = OperatorCase.of("DeformConv", 19)
                .ranked(draw.tensor(type, new long[] {1, channels, size, size}, UNIT))
                .ranked(draw.tensor(type, new long[] {outputs, channels, 2, 2}, UNIT))
                .ranked(draw.tensor(type, new long[] {1, 8, places, places}, UNIT));
        if (draw.flag()) {
            convolution.ranked(draw.tensor(type, new long[] {outputs}, UNIT));
            if (draw.flag()) {
                convolution.ranked(draw.tensor(type, new long[] {1, 4, places, places}, UNIT));
            }
        }
        Oracle.check(draw, convolution, NEAR);
    }
}
