package org.sardonyx.frontend.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Axes;
import org.sardonyx.ir.operator.ReduceFunction;
import org.sardonyx.ir.operator.Resampling;
import org.sardonyx.ir.operator.Resampling.Coordinates;
import org.sardonyx.ir.operator.Resampling.Method;
import org.sardonyx.ir.operator.Resampling.Rounding;
import org.sardonyx.ir.operator.Resize;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Resize and its predecessor Upsample.
final class ResizeOperators {
    /// Until version 10 there were two modes and no attributes to tell where an element lies.
    private static final Resampling NEAREST =
            new Resampling(Method.NEAREST, Coordinates.ASYMMETRIC, Rounding.FLOOR, 0, false,
                    false, 0);
    private static final Resampling LINEAR =
            new Resampling(Method.LINEAR, Coordinates.ASYMMETRIC, Rounding.FLOOR, 0, false,
                    false, 0);

    private ResizeOperators() {}

    static void define(Catalogue.Builder c) {
        c.operator("Upsample", 1).inputs(1).as((n, e) -> byScales(e, early(n), n.input(0), e.constant(Tensor.ofDoubles(
                DataType.FLOAT64, new long[] {4}, 1, 1, n.attributes().requireNumber("height_scale"),
                n.attributes().requireNumber("width_scale")))));
        c.operator("Upsample", 7).inputs(1).as((n, e) -> {
            double[] scales = n.attributes().numbers("scales")
                    .orElseThrow(() -> new ModelException("attribute 'scales' is missing"));
            return byScales(e, early(n), n.input(0),
                    e.constant(Tensor.ofDoubles(DataType.FLOAT64, new long[] {scales.length}, scales)));
        });
        c.operator("Upsample", 9, 10).inputs(2).as((n, e) -> byScales(e, early(n), n.input(0), wide(e, n.input(1))));
        c.operator("Resize", 10).inputs(2).as((n, e) -> byScales(e, early(n), n.input(0), wide(e, n.input(1))));
        c.operator("Resize", 11).inputs(3, 4).as(ResizeOperators::resize);
        c.operator("Resize", 13, 18, 19).inputs(2, 4).as(ResizeOperators::resize);
    }

    private static Resampling early(OnnxNode n) {
        String mode = n.attributes().word("mode", "nearest", "nearest", "linear", "bilinear");
        return mode.equals("nearest") ? NEAREST : LINEAR;
    }

    private static Operand wide(Expressions e, Operand x) {
        return e.cast(x, DataType.FLOAT64);
    }

    /// Scales every axis.
    private static Operand byScales(Expressions e, Resampling resampling, Operand x, Operand scales) {
        return e.apply(new Resize(resampling), x, scaledSizes(e, x, scales), scales, wholeRegion(e, x.shape().rank()));
    }

    private static Operand wholeRegion(Expressions e, int rank) {
        double[] region = new double[2 * rank];
        Arrays.fill(region, rank, 2 * rank, 1);
        return e.constant(Tensor.ofDoubles(DataType.FLOAT64, new long[] {2L * rank}, region));
    }

    /// The sizes times the scales, rounded down. By factors that are whole numbers sizes stay symbolic.
    private static Operand scaledSizes(Expressions e, Operand x, Operand scales) {
        Optional<Tensor> known = e.builder().constant(scales);
        int rank = x.shape().rank();
        if (known.isPresent() && known.get().size() != rank) {
            throw new ModelException(known.get().size() + " scales for a tensor of rank " + rank);
        }
        List<Operand> sizes = new ArrayList<>();
        for (int axis = 0; axis < rank; axis++) {
            Operand size = e.sizeOf(x, axis);
            double scale = known.isPresent() ? known.get().getDouble(axis) : Double.NaN;
            if (scale >= 1 && scale == Math.rint(scale)) {
                sizes.add(e.multiply(size, scale));
            } else {
                Operand product = e.multiply(wide(e, size), e.slice(scales, 0, axis, axis + 1L));
                sizes.add(e.cast(e.floor(product), DataType.INT64));
            }
        }
        return sizes.isEmpty() ? e.longs() : e.concat(0, sizes);
    }

    private static Operand resize(OnnxNode n, Expressions e) {
        Operand x = n.input(0);
        int rank = n.rank(0);
        long[] axes = Arrays.stream(n.attributes().integers("axes", IntStream.range(0, rank).asLongStream().toArray()))
                .map(axis -> Axes.normalize(axis, rank)).toArray();
        Axes.select(axes, rank);
        Optional<Operand> scales = n.optionalInput(2).filter(scale -> !isEmpty(scale));
        Optional<Operand> sizes = n.optionalInput(3).filter(size -> !isEmpty(size));
        if (scales.isPresent() == sizes.isPresent()) {
            throw new ModelException(
                    "either scales or sizes are given, found " + (scales.isPresent() ? "both" : "neither"));
        }
        Resampling resampling = resampling(n);
        Operand region = resampling.coordinates() == Coordinates.CROP_AND_RESIZE
                ? spread(e, wide(e, n.input(1)), axes, wholeRegion(e, rank), rank)
                : wholeRegion(e, rank);
        if (scales.isPresent()) {
            Operand ones = e.fill(DataType.FLOAT64, 1, e.longs(rank));
            Operand all = spread(e, wide(e, scales.get()), axes, ones, rank);
            return e.apply(new Resize(resampling), x, scaledSizes(e, x, all), all, region);
        }
        Operand shape = e.shapeOf(x);
        Operand wanted = spread(e, sizes.get(), axes, shape, rank);
        Operand quotients = e.divide(wide(e, wanted), wide(e, shape));
        String policy =
                n.attributes().word("keep_aspect_ratio_policy", "stretch", "stretch", "not_larger", "not_smaller");
        if (policy.equals("stretch")) {
            return e.apply(new Resize(resampling), x, wanted, quotients, region);
        }
        ReduceFunction choice = policy.equals("not_larger") ? ReduceFunction.MINIMUM : ReduceFunction.MAXIMUM;
        Operand scale = e.reduce(choice, e.gather(quotients, e.longs(axes), 0), true, e.longs(0));
        Operand all =
                spread(e, e.broadcast(scale, e.longs(axes.length)), axes, e.fill(DataType.FLOAT64, 1, e.longs(rank)),
                        rank);
        Operand rounded = e.cast(e.floor(e.add(e.multiply(wide(e, shape), all), 0.5)), DataType.INT64);
        return e.apply(new Resize(resampling), x, rounded, all, region);
    }

    private static boolean isEmpty(Operand vector) {
        return vector.shape().hasRank() && vector.shape().rank() == 1 && vector.shape().dimension(0).is(0);
    }

    /// Puts the entries given for some axes in place of those of a vector for all; a region of interest has two per axis.
    private static Operand spread(Expressions e, Operand given, long[] axes, Operand all, int rank) {
        List<Operand> parts = new ArrayList<>();
        long size = all.shape().dimension(0).size();
        for (int i = 0; i < size; i++) {
            int axis = i % rank;
            int index = IntStream.range(0, axes.length).filter(k -> axes[k] == axis).findFirst().orElse(-1);
            int at = index + (i >= rank ? axes.length : 0);
            parts.add(index < 0 ? e.slice(all, 0, i, i + 1L) : e.slice(given, 0, at, at + 1L));
        }
        return parts.isEmpty() ? all : e.concat(0, parts);
    }

    private static Resampling resampling(OnnxNode n) {
        Attributes a = n.attributes();
        Method method = switch (a.word("mode", "nearest", "nearest", "linear", "cubic")) {
            case "linear" -> Method.LINEAR;
            case "cubic" -> Method.CUBIC;
            default -> Method.NEAREST;
        };
        Coordinates coordinates = switch (a.word("coordinate_transformation_mode", "half_pixel", "half_pixel",
                "half_pixel_symmetric", "pytorch_half_pixel", "align_corners", "asymmetric", "tf_half_pixel_for_nn",
                "tf_crop_and_resize")) {
            case "half_pixel_symmetric" -> Coordinates.HALF_PIXEL_SYMMETRIC;
            case "pytorch_half_pixel" -> Coordinates.PYTORCH_HALF_PIXEL;
            case "align_corners" -> Coordinates.ALIGN_CORNERS;
            case "asymmetric" -> Coordinates.ASYMMETRIC;
            case "tf_half_pixel_for_nn" -> Coordinates.HALF_PIXEL_FOR_NEAREST;
            case "tf_crop_and_resize" -> Coordinates.CROP_AND_RESIZE;
            default -> Coordinates.HALF_PIXEL;
        };
        Rounding rounding =
                switch (a.word("nearest_mode", "round_prefer_floor", "round_prefer_floor", "round_prefer_ceil",
                        "floor", "ceil")) {
                    case "round_prefer_ceil" -> Rounding.PREFER_CEILING;
                    case "floor" -> Rounding.FLOOR;
                    case "ceil" -> Rounding.CEILING;
                    default -> Rounding.PREFER_FLOOR;
                };
        boolean antialias = a.flag("antialias", false);
        if (antialias && method == Method.NEAREST) {
            throw new ModelException("attribute 'antialias' has no meaning with mode 'nearest'");
        }
        return new Resampling(method, coordinates, rounding, a.number("cubic_coeff_a", -0.75),
                a.flag("exclude_outside", false),
                antialias, a.number("extrapolation_value", 0));
    }
}
