package org.sardonyx.tests.properties;

import static org.sardonyx.ir.type.DataType.FLOAT32;
import static org.sardonyx.tests.properties.Tolerance.close;

import java.util.Arrays;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.sardonyx.ir.value.Tensor;

/// Resampling in all modes.
class ResizeProperties {
    private static final Elements UNIT = Elements.between(-2, 2);
    private static final Tolerance NEAR = close(1e-4, 1e-4);

    private static OperatorCase resize(Draw draw, int opset, long... sizes) {
        return OperatorCase.of("Resize", opset).ranked(draw.tensor(FLOAT32, sizes, UNIT))
                .input(Tensor.ofFloats(new long[] {0}));
    }

    private static Tensor scales(Draw draw, String coordinates, long... sizes) {
        Tensor scales = Tensor.allocate(FLOAT32, sizes.length);
        for (int i = 0; i < sizes.length; i++) {
            // Where the size of the result is no integer before it is rounded, ONNX Runtime takes the rounded one for
            // these two, ONNX's own tests the other.
            boolean whole = coordinates.matches("align_corners|pytorch_half_pixel");
            double scale = draw.of(0.5, 0.75, 1.0, 1.5, 2.0, 3.0);
            scales.setDouble(i, whole && scale * sizes[i] != Math.rint(scale * sizes[i]) ? 2 : scale);
        }
        return scales;
    }

    /// The sizes of images, of which only height and width are resized.
    private static long[] images(Draw draw, int least) {
        return new long[] {draw.integer(1, 2), draw.integer(1, 2), draw.integer(least, 5), draw.integer(least, 5)};
    }

    private static Tensor imageScales(Draw draw, String coordinates, long... sizes) {
        Tensor scales = scales(draw, coordinates, sizes);
        scales.setDouble(0, 1);
        scales.setDouble(1, 1);
        return scales;
    }

    private static String coordinates(Draw draw) {
        return draw.of("half_pixel", "asymmetric", "pytorch_half_pixel", "align_corners");
    }

    @Property(tries = 200, seed = Draw.SEED)
    void nearest(@ForAll Draw draw) {
        long[] sizes = draw.filledSizes(1, 4);
        String coordinates = coordinates(draw);
        Oracle.check(draw, resize(draw, draw.of(11, 13, 18, 19), sizes).with("mode", "nearest")
                .with("coordinate_transformation_mode", coordinates)
                .with("nearest_mode", draw.of("round_prefer_floor", "round_prefer_ceil", "floor", "ceil"))
                .input(scales(draw, coordinates, sizes)), NEAR);
    }

    @Property(tries = 200, seed = Draw.SEED)
    void linear(@ForAll Draw draw) {
        long[] sizes = images(draw, 1);
        String coordinates = coordinates(draw);
        Oracle.check(draw, resize(draw, draw.of(11, 13, 18, 19), sizes).with("mode", "linear")
                .with("coordinate_transformation_mode", coordinates).input(imageScales(draw, coordinates, sizes)),
                NEAR);
    }

    @Property(tries = 200, seed = Draw.SEED)
    void cubic(@ForAll Draw draw) {
        long[] sizes = images(draw, 2);
        String coordinates = coordinates(draw);
        Oracle.check(draw, resize(draw, draw.of(11, 13, 18, 19), sizes).with("mode", "cubic")
                .with("coordinate_transformation_mode", coordinates)
                .withFloat("cubic_coeff_a", draw.of(-0.75, -0.5)).with("exclude_outside", draw.flag())
                .input(imageScales(draw, coordinates, sizes)), NEAR);
    }

    /// In opset 11 an empty tensor stands for scales that are left out.
    private static OperatorCase withSizes(OperatorCase resize, long... wanted) {
        Tensor none = Tensor.ofFloats(new long[] {0});
        OperatorCase withoutScales = resize.opset() < 13 ? resize.input(none, Knowledge.CONSTANT) : resize.noInput();
        return withoutScales.input(Tensor.vector(wanted), Knowledge.CONSTANT);
    }

    @Property(tries = 200, seed = Draw.SEED)
    void toSizes(@ForAll Draw draw) {
        long[] sizes = images(draw, 1);
        long[] wanted = {sizes[0], sizes[1], draw.integer(1, 9), draw.integer(1, 9)};
        OperatorCase resize = resize(draw, draw.of(11, 13, 18, 19), sizes).with("mode", draw.of("nearest", "linear"))
                .with("coordinate_transformation_mode", coordinates(draw));
        Oracle.check(draw, withSizes(resize, wanted), NEAR);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void antialiased(@ForAll Draw draw) {
        long[] sizes = {1, draw.integer(1, 2), draw.integer(2, 8), draw.integer(2, 8)};
        float[] scales = {1, 1, draw.of(0.4f, 0.5f, 0.75f, 1.5f), draw.of(0.4f, 0.5f, 0.75f, 1.5f)};
        OperatorCase resize = resize(draw, draw.of(18, 19), sizes).with("mode", draw.of("linear", "cubic"))
                .with("antialias", 1);
        Oracle.check(draw, resize.input(Tensor.ofFloats(new long[] {4}, scales)), NEAR);
    }

    @Property(tries = 100, seed = Draw.SEED)
    void keepingTheAspectRatio(@ForAll Draw draw) {
        long[] sizes = draw.filledSizes(2, 4);
        long[] axes = draw.axes(sizes.length, 1);
        Arrays.setAll(axes, i -> Math.floorMod(axes[i], sizes.length));
        OperatorCase resize = resize(draw, 18, sizes).with("mode", "nearest").with("axes", axes)
                .with("coordinate_transformation_mode", "asymmetric").with("nearest_mode", "floor")
                .with("keep_aspect_ratio_policy", draw.of("not_larger", "not_smaller"));
        Oracle.check(draw, withSizes(resize, draw.integers(axes.length, 1, 7)), NEAR);
    }

    /// To another size in each axis: ONNX Runtime takes no part of an axis whose size does not change.
    @Property(tries = 100, seed = Draw.SEED)
    void region(@ForAll Draw draw) {
        long[] sizes = {1, 1, draw.integer(2, 6), draw.integer(2, 6)};
        float[] region = {0, 0, (float) draw.real(-0.2, 0.5), (float) draw.real(-0.2, 0.5), 1, 1,
            (float) draw.real(0.5, 1.2), (float) draw.real(0.5, 1.2)};
        OperatorCase resize = OperatorCase.of("Resize", draw.of(11, 13, 18, 19))
                .ranked(draw.tensor(FLOAT32, sizes, UNIT)).input(Tensor.ofFloats(new long[] {8}, region))
                .with("mode", "linear").with("coordinate_transformation_mode", "tf_crop_and_resize")
                .withFloat("extrapolation_value", draw.real(-5, 5));
        Oracle.check(draw, withSizes(resize, 1, 1, sizes[2] + draw.of(-1, 1, 3), sizes[3] + draw.of(-1, 1, 2)), NEAR);
    }
}
