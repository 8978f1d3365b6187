package org.sardonyx.frontend.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Axes;
import org.sardonyx.ir.operator.ColumnsToImage;
import org.sardonyx.ir.operator.DecodeImage;
import org.sardonyx.ir.operator.DeformableConvolution;
import org.sardonyx.ir.operator.GridSample;
import org.sardonyx.ir.operator.NonMaximumSuppression;
import org.sardonyx.ir.operator.Pad;
import org.sardonyx.ir.operator.PadMode;
import org.sardonyx.ir.operator.ReduceFunction;
import org.sardonyx.ir.operator.Resampling;
import org.sardonyx.ir.operator.RoiAlign;
import org.sardonyx.ir.operator.Slice;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.value.Tensor;

/// Operators for pictures: sampling, cropping, regions of interest, decoding.
final class ImageOperators {
    private ImageOperators() {}

    static void define(Catalogue.Builder c) {
        c.operator("AffineGrid", 20).inputs(2).as(ImageOperators::affineGrid);
        c.operator("CenterCropPad", 18).inputs(2).as(ImageOperators::centerCropPad);
        c.operator("Col2Im", 18).inputs(3).as(ImageOperators::columnsToImage);
        c.operator("DeformConv", 19, 22).inputs(3, 5).as(ImageOperators::deformableConvolution);
        c.operator("GridSample", 16, 20, 22).inputs(2).as(ImageOperators::gridSample);
        c.operator("ImageDecoder", 20).inputs(1).as(ImageOperators::decode);
        c.operator("NonMaxSuppression", 10, 11).inputs(2, 5).as(ImageOperators::suppress);
        c.operator("RoiAlign", 10, 16, 22).inputs(3).as(ImageOperators::roiAlign);
    }

    /// The points of a regular grid from -1 to 1, transformed by a matrix for each element of the batch.
    private static Operand affineGrid(OnnxNode n, Expressions e) {
        Operand theta = n.input(0);
        // Batch and channels come before the axes of the grid.
        Dimension count = n.rank(0) == 3 && !theta.shape().dimension(1).isConstant() && n.rank(1) == 1
                ? n.input(1).shape().dimension(0).minus(2)
                : n.rank(0) == 3 ? theta.shape().dimension(1) : Dimension.UNKNOWN;
        if (!count.is(2) && !count.is(3)) {
            throw new ModelException("theta is a " + theta.type() + ", expected [N, 2, 3] or [N, 3, 4]");
        }
        int axes = (int) count.size();
        Operand sizes = e.slice(n.input(1), 0, 2, Long.MAX_VALUE);
        Operand[] coordinates = new Operand[axes + 1];
        coordinates[axes] = e.unsqueeze(e.fill(DataType.FLOAT64, 1, sizes), -1);
        for (int axis = 0; axis < axes; axis++) {
            Operand size = e.slice(sizes, 0, axis, axis + 1L);
            Operand places = e.cast(e.indices(e.squeeze(size, 0)), DataType.FLOAT64);
            Operand length = e.cast(size, DataType.FLOAT64);
            Operand along = n.attributes().flag("align_corners", false)
                    ? e.divide(e.multiply(places, 2), e.maximum(e.subtract(length, 1), e.scalarLike(length, 1)))
                    : e.divide(e.add(e.multiply(places, 2), 1), length);
            long[] inserted = LongStream.rangeClosed(1, axes - 1L - axis).toArray();
            Operand shaped = inserted.length == 0 ? along : e.unsqueeze(along, inserted);
            coordinates[axes - 1 - axis] = e.unsqueeze(e.broadcast(e.subtract(shaped, 1), sizes), -1);
        }
        Operand points = e.reshape(e.concat(axes, coordinates), e.longs(1, -1, axes + 1L));
        Operand grid = e.matMul(points, e.swapAxes(e.cast(theta, DataType.FLOAT64), 1, 2));
        return e.castLike(e.reshape(grid, e.concat(0, e.sizeOf(theta, 0), sizes, e.longs(axes))), theta);
    }

    private static Operand centerCropPad(OnnxNode n, Expressions e) {
        Operand x = n.input(0);
        int rank = n.rank(0);
        long[] axes = n.attributes().integers("axes", IntStream.range(0, rank).asLongStream().toArray());
        Axes.select(axes, rank);
        Operand[] before = new Operand[rank];
        Operand[] after = new Operand[rank];
        Arrays.fill(before, e.longs(0));
        Arrays.fill(after, e.longs(0));
        for (int i = 0; i < axes.length; i++) {
            int axis = Axes.normalize(axes[i], rank);
            Operand size = e.sizeOf(x, axis);
            Operand wanted = e.slice(n.input(1), 0, i, i + 1L);
            Operand surplus = e.maximum(e.subtract(size, wanted), e.longs(0));
            Operand missing = e.maximum(e.subtract(wanted, size), e.longs(0));
            Operand start = e.divide(surplus, e.longs(2));
            x = e.apply(new Slice(List.of(axis)), x, start, e.add(start, e.minimum(size, wanted)), e.longs(1));
            before[axis] = e.divide(missing, e.longs(2));
            after[axis] = e.subtract(missing, before[axis]);
        }
        Operand pads = e.concat(0, e.concat(0, before), e.concat(0, after));
        return e.apply(new Pad(PadMode.CONSTANT), x, pads, e.scalarLike(x, 0));
    }

    private static List<Long> perAxis(OnnxNode n, String attribute, int count, long byDefault) {
        long[] filled = new long[count];
        Arrays.fill(filled, byDefault);
        return Arrays.stream(n.attributes().integers(attribute, filled)).boxed().toList();
    }

    private static Operand columnsToImage(OnnxNode n, Expressions e) {
        if (n.rank(1) != 1 || !n.input(1).shape().isStatic()) {
            throw new ModelException(
                    "the image's shape is a " + n.input(1).type() + ", expected a vector of known size");
        }
        int axes = (int) Math.min(n.input(1).shape().dimension(0).size(), 64);
        return e.apply(new ColumnsToImage(perAxis(n, "strides", axes, 1), perAxis(n, "dilations", axes, 1),
                perAxis(n, "pads", 2 * axes, 0)), n.input(0), n.input(1), n.input(2));
    }

    private static Operand deformableConvolution(OnnxNode n, Expressions e) {
        Operand offsets = n.input(2);
        Operand half = e.divide(e.sizeOf(offsets, 1), e.longs(2));
        Operand mask = n.optionalInput(4).orElseGet(() -> e.fill(offsets.dataType(), 1,
                e.concat(0, e.sizeOf(offsets, 0), half, e.sizeOf(offsets, 2), e.sizeOf(offsets, 3))));
        Operand result = e.apply(new DeformableConvolution(perAxis(n, "strides", 2, 1), perAxis(n, "dilations", 2, 1),
                perAxis(n, "pads", 4, 0), n.attributes().integer("group", 1),
                n.attributes().integer("offset_group", 1)),
                n.input(0), n.input(1), offsets, mask);
        return n.hasInput(3) ? e.add(result, e.reshape(n.input(3), 1, -1, 1, 1)) : result;
    }

    private static Operand gridSample(OnnxNode n, Expressions e) {
        Attributes a = n.attributes();
        Resampling.Method method = switch (a.word("mode", n.version() < 20 ? "bilinear" : "linear", "nearest", "linear",
                "bilinear", "cubic", "bicubic")) {
            case "nearest" -> Resampling.Method.NEAREST;
            case "cubic", "bicubic" -> Resampling.Method.CUBIC;
            default -> Resampling.Method.LINEAR;
        };
        GridSample.Padding padding = switch (a.word("padding_mode", "zeros", "zeros", "border", "reflection")) {
            case "border" -> GridSample.Padding.BORDER;
            case "reflection" -> GridSample.Padding.REFLECTION;
            default -> GridSample.Padding.ZEROS;
        };
        return e.apply(new GridSample(method, padding, a.flag("align_corners", false)), n.input(0), n.input(1));
    }

    private static Operand decode(OnnxNode n, Expressions e) {
        return e.apply(new DecodeImage(switch (n.attributes().word("pixel_format", "RGB", "RGB", "BGR", "Grayscale")) {
            case "BGR" -> DecodeImage.PixelFormat.BGR;
            case "Grayscale" -> DecodeImage.PixelFormat.GRAYSCALE;
            default -> DecodeImage.PixelFormat.RGB;
        }), n.input(0));
    }

    private static Operand suppress(OnnxNode n, Expressions e) {
        Operand most = n.optionalInput(2).orElseGet(() -> e.constant(Tensor.scalar(0)));
        Operand overlap = n.optionalInput(3).orElseGet(() -> e.scalar(DataType.FLOAT32, 0));
        Operand score = n.optionalInput(4).orElseGet(() -> e.scalar(DataType.FLOAT32, Double.NEGATIVE_INFINITY));
        return e.apply(new NonMaximumSuppression(n.attributes().flag("center_point_box", false)), n.input(0),
                n.input(1), most,
                overlap, score);
    }

    private static Operand roiAlign(OnnxNode n, Expressions e) {
        Attributes a = n.attributes();
        String coordinates = n.version() < 16
                ? "output_half_pixel"
                : a.word("coordinate_transformation_mode", "half_pixel", "half_pixel", "output_half_pixel");
        ReduceFunction function =
                a.word("mode", "avg", "avg", "max").equals("avg") ? ReduceFunction.SUM : ReduceFunction.MAXIMUM;
        return e.apply(new RoiAlign(function, coordinates.equals("half_pixel"), a.integer("output_height", 1),
                a.integer("output_width", 1), a.integer("sampling_ratio", 0), a.number("spatial_scale", 1)), n.input(0),
                n.input(1), n.input(2));
    }
}
