package org.sardonyx.ir.operator;

import java.util.Arrays;

import org.sardonyx.ir.ModelException;

/// One axis of a tensor that is resized.
///
/// @param from its size
/// @param size the size in the result
/// @param start where the region of interest begins, 0 being the first element and 1 the last
/// @param end where it ends
public record ResampledAxis(Resampling resampling, long from, long size, double scale, double start, double end) {
    private static final int LARGEST_AXIS = 1 << 24;
    private static final int MOST_TAPS = 1 << 16;

    /// The elements that make up one of the result.
    ///
    /// @param outside added to the weighted sum
    public record Taps(long[] indices, double[] weights, double outside) {}

    public ResampledAxis {
        if (size > LARGEST_AXIS || from > LARGEST_AXIS) {
            throw new ModelException("an axis of size " + Math.max(size, from) + " is resized, at most " + LARGEST_AXIS
                    + " is supported");
        }
    }

    /// Whether nothing changes along this axis.
    public boolean isIdentity() {
        return size == from && Math.abs(scale - 1) < 1e-9 && (!leavesTheTensor() || start == 0 && end == 1);
    }

    /// Whether elements of the result may lie outside of the tensor.
    boolean leavesTheTensor() {
        return resampling.coordinates() == Resampling.Coordinates.CROP_AND_RESIZE;
    }

    /// The coordinate, in the tensor, of an element of the result.
    private double coordinate(long i) {
        double length = scale * from;
        return switch (resampling.coordinates()) {
            case HALF_PIXEL, HALF_PIXEL_FOR_NEAREST -> (i + 0.5) / scale - 0.5;
            case HALF_PIXEL_SYMMETRIC -> from / 2.0 * (1 - size / length) + (i + 0.5) / scale - 0.5;
            case PYTORCH_HALF_PIXEL -> length == 1 ? 0 : (i + 0.5) / scale - 0.5;
            case ALIGN_CORNERS -> length == 1 ? 0 : i * (from - 1) / (length - 1);
            case ASYMMETRIC -> i / scale;
            case CROP_AND_RESIZE -> start * (from - 1) + (length == 1
                    ? (end - start) * (from - 1) / 2
                    : i * (end - start) * (from - 1) / (length - 1));
        };
    }

    /// For each element of the result the nearest one of the tensor.
    long[] nearest() {
        long[] nearest = new long[(int) size];
        Arrays.setAll(nearest, i -> clamp(nearest(coordinate(i))));
        return nearest;
    }

    private long nearest(double x) {
        return (long) switch (resampling.rounding()) {
            case PREFER_FLOOR -> Math.ceil(x - 0.5);
            case PREFER_CEILING -> Math.floor(x + 0.5);
            case FLOOR -> Math.floor(x);
            case CEILING -> Math.ceil(x);
        };
    }

    private long clamp(long index) {
        return Math.clamp(index, 0, from - 1);
    }

    /// For each element of the result those it is made of.
    public Taps[] taps() {
        Taps[] taps = new Taps[(int) size];
        Arrays.setAll(taps, i -> taps(coordinate(i)));
        return taps;
    }

    private Taps taps(double x) {
        if (leavesTheTensor() && !(x >= 0 && x <= from - 1)) {
            return new Taps(new long[0], new double[0], resampling.extrapolation());
        }
        if (resampling.method() == Resampling.Method.NEAREST) {
            return new Taps(new long[] {clamp(nearest(x))}, new double[] {1}, 0);
        }
        double stretch = resampling.antialias() ? Math.min(scale, 1) : 1;
        double reach = (resampling.method() == Resampling.Method.LINEAR ? 1 : 2) / stretch;
        if (reach > MOST_TAPS) {
            throw new ModelException("an axis shrinks by a factor of " + 1 / scale);
        }
        // The element left of x; x itself counts as right of its neighbour, as in ONNX's reference.
        long left = (long) Math.ceil(x) - 1;
        int before = (int) -Math.floor(-reach + 1);
        long[] indices = new long[2 * before + 2];
        double[] weights = new double[indices.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            long index = left - before + i;
            indices[i] = clamp(index);
            boolean counts = !resampling.excludeOutside() || index == indices[i];
            weights[i] = counts ? weight(stretch * (index - x)) : 0;
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return new Taps(indices, weights, 0);
    }

    private double weight(double distance) {
        double d = Math.abs(distance);
        double a = resampling.cubicCoefficient();
        if (resampling.method() == Resampling.Method.LINEAR) {
            return Math.max(1 - d, 0);
        }
        if (d <= 1) {
            return ((a + 2) * d - (a + 3)) * d * d + 1;
        }
        return d < 2 ? ((a * d - 5 * a) * d + 8 * a) * d - 4 * a : 0;
    }
}
