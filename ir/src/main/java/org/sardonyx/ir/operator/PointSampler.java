package org.sardonyx.ir.operator;

import java.util.Arrays;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.value.Odometer;
import org.sardonyx.ir.value.Tensor;

/// Reads a tensor between its elements: for a point of its innermost axes, the weighted elements around it.
final class PointSampler {
    private static final int MOST_AXES = 4;
    private static final double CUBIC_COEFFICIENT = -0.75;

    private final Tensor x;
    private final Resampling.Method method;
    private final GridSample.Padding padding;
    private final boolean alignCorners;
    private final long[] sizes;
    private final long[] strides;

    private long[] offsets = new long[0];
    private double[] weights = new double[0];

    /// @param axes how many innermost axes a point has coordinates for
    PointSampler(Tensor x, int axes, Resampling.Method method, GridSample.Padding padding, boolean alignCorners) {
        if (axes > MOST_AXES) {
            throw new ModelException(axes + " axes are interpolated, at most " + MOST_AXES + " are supported");
        }
        this.x = x;
        this.method = method;
        this.padding = padding;
        this.alignCorners = alignCorners;
        this.sizes = Arrays.copyOfRange(x.sizes(), x.rank() - axes, x.rank());
        this.strides = Odometer.strides(sizes);
    }

    /// Turns a coordinate from -1 to 1 into one that counts elements.
    double denormalized(double coordinate, int axis) {
        return alignCorners ? (coordinate + 1) / 2 * (sizes[axis] - 1) : ((coordinate + 1) * sizes[axis] - 1) / 2;
    }

    /// Sets the point, in elements, for which [#at] gives the value.
    void moveTo(double... point) {
        offsets = new long[] {0};
        weights = new double[] {1};
        for (int axis = 0; axis < point.length; axis++) {
            extend(axis, padded(method == Resampling.Method.NEAREST ? Math.rint(point[axis]) : point[axis], axis));
        }
    }

    private void extend(int axis, double position) {
        double left = Math.floor(position);
        double ratio = position - left;
        double[] taps = switch (method) {
            case NEAREST -> new double[] {1};
            case LINEAR -> new double[] {1 - ratio, ratio};
            case CUBIC -> new double[] {cubic(ratio + 1), cubic(ratio), cubic(1 - ratio), cubic(2 - ratio)};
        };
        double first = switch (method) {
            case NEAREST -> Math.rint(position);
            case LINEAR -> left;
            case CUBIC -> left - 1;
        };
        long[] allOffsets = new long[offsets.length * taps.length];
        double[] allWeights = new double[allOffsets.length];
        int count = 0;
        for (int i = 0; i < offsets.length; i++) {
            for (int tap = 0; tap < taps.length; tap++) {
                long index = element(first + tap, axis);
                if (index >= 0) {
                    allOffsets[count] = offsets[i] + index * strides[axis];
                    allWeights[count++] = weights[i] * taps[tap];
                }
            }
        }
        offsets = Arrays.copyOf(allOffsets, count);
        weights = Arrays.copyOf(allWeights, count);
    }

    private static double cubic(double d) {
        double a = CUBIC_COEFFICIENT;
        return d <= 1 ? ((a + 2) * d - (a + 3)) * d * d + 1 : ((a * d - 5 * a) * d + 8 * a) * d - 4 * a;
    }

    private double padded(double position, int axis) {
        double low = alignCorners ? 0 : -0.5;
        double high = alignCorners ? sizes[axis] - 1 : sizes[axis] - 0.5;
        if (position >= low && position <= high || method == Resampling.Method.CUBIC) {
            return position;
        }
        return switch (padding) {
            case ZEROS -> position;
            case BORDER -> Math.max(0, Math.min(position, sizes[axis] - 1));
            case REFLECTION -> reflected(position, low, high);
        };
    }

    /// The element at a whole coordinate, or -1 if it counts as zero.
    private long element(double coordinate, int axis) {
        if (coordinate >= 0 && coordinate < sizes[axis]) {
            return (long) coordinate;
        }
        double low = alignCorners ? 0 : -0.5;
        double high = alignCorners ? sizes[axis] - 1 : sizes[axis] - 0.5;
        return sizes[axis] == 0 || Double.isNaN(coordinate) ? -1 : switch (padding) {
            case ZEROS -> -1;
            case BORDER -> coordinate < 0 ? 0 : sizes[axis] - 1;
            case REFLECTION -> Math.clamp((long) reflected(coordinate, low, high), 0, sizes[axis] - 1);
        };
    }

    private static double reflected(double position, double low, double high) {
        double range = high - low;
        if (range <= 0 || Double.isInfinite(position)) {
            return low;
        }
        double distance = position < low ? low - position : Math.max(position - high, 0);
        double rest = distance % range;
        boolean even = Math.floor(distance / range) % 2 == 0;
        if (position < low) {
            return even ? low + rest : high - rest;
        }
        return position > high ? even ? high - rest : low + rest : position;
    }

    /// The value at the point for the outer index whose first element is at `offset`.
    double at(long offset) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * x.getDouble(offset + offsets[i]);
        }
        return sum;
    }

    /// The elements of one index of the outer axes.
    long elements() {
        return Tensor.elementCount(sizes);
    }
}
