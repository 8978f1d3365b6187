package org.sardonyx.ir.operator;

import java.util.List;
import java.util.Objects;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Pools regions of interest of any place and size to a fixed size, interpolating linearly. Operands: a tensor
/// `[N, C, H, W]`, regions `[R, 4]` (x1, y1, x2, y2), and for each region the number of its batch element `[R]`; the
/// result is `[R, C, outputHeight, outputWidth]`.
///
/// @param function [ReduceFunction#SUM] for the average of the samples of a bin, [ReduceFunction#MAXIMUM] for the largest
///        weighted neighbour of any sample
/// @param halfPixel whether coordinates are shifted by half a pixel
/// @param samplingRatio the number of samples in a bin along each axis, 0 to fit it to the region
/// @param spatialScale from the coordinates of the regions to those of the tensor
/// @see <a href="https://onnx.ai/onnx/operators/onnx__RoiAlign.html">RoiAlign</a>
public record RoiAlign(ReduceFunction function, boolean halfPixel, long outputHeight, long outputWidth,
        long samplingRatio, double spatialScale) implements Operator {
    private static final double MOST_SAMPLES = 1 << 12;

    public RoiAlign {
        Objects.requireNonNull(function);
        if (outputHeight < 0 || outputWidth < 0 || samplingRatio < 0 || samplingRatio > MOST_SAMPLES) {
            throw new ModelException("regions are pooled to " + outputHeight + " by " + outputWidth + " bins of "
                    + samplingRatio + " samples");
        }
    }

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(3, 3);
        operands.commonDataType(0, 1);
        operands.requireIntegers(2);
        Shape x = operands.shape(0);
        Shape regions = operands.shape(1);
        boolean fits = operands.dataType(0).isFloat() && (!x.hasRank() || x.rank() == 4)
                && (!regions.hasRank() || regions.rank() == 2 && !regions.dimension(1).neverSameSize(Dimension.of(4)));
        if (!fits) {
            throw new ModelException("regions " + operands.type(1) + " of a " + operands.type(0));
        }
        return List.of(operands.tensor(0).withShape(Shape.of(List.of(
                regions.hasRank() ? regions.dimension(0) : Dimension.UNKNOWN,
                x.hasRank() ? x.dimension(1) : Dimension.UNKNOWN,
                Dimension.of(outputHeight), Dimension.of(outputWidth)))));
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        Tensor regions = evaluation.tensor(1);
        Tensor batches = evaluation.tensor(2);
        if (batches.size() != regions.size(0)) {
            throw new ModelException(batches.size() + " batch indices for " + regions.size(0) + " regions");
        }
        Tensor result = Tensor.allocate(x.dataType(), regions.size(0), x.size(1), outputHeight, outputWidth);
        long to = 0;
        for (long region = 0; region < regions.size(0); region++) {
            long batch = Gather.checked(batches.getLong(region), x.size(0));
            Bins rows = Bins.of(this, regions, region, 1, x.size(2), outputHeight);
            Bins columns = Bins.of(this, regions, region, 0, x.size(3), outputWidth);
            for (long channel = 0; channel < x.size(1); channel++) {
                long plane = (batch * x.size(1) + channel) * x.size(2) * x.size(3);
                for (long bin = 0; bin < outputHeight * outputWidth; bin++) {
                    result.setDouble(to++, pooled(x, plane, rows, bin / outputWidth, columns, bin % outputWidth));
                }
            }
        }
        return List.of(result);
    }

    /// How one axis of a region is divided.
    private record Bins(double start, double size, long samples, long limit) {
        static Bins of(RoiAlign operator, Tensor regions, long region, int first, long limit, long bins) {
            double shift = operator.halfPixel ? 0.5 : 0;
            double start = regions.getDouble(region * 4 + first) * operator.spatialScale - shift;
            double end = regions.getDouble(region * 4 + first + 2) * operator.spatialScale - shift;
            double length = operator.halfPixel ? end - start : Math.max(end - start, 1);
            double samples = operator.samplingRatio > 0 ? operator.samplingRatio : Math.ceil(length / bins);
            if (!(samples <= MOST_SAMPLES)) {
                throw new ModelException("region " + region + " is " + length + " long, more than " + MOST_SAMPLES
                        + " samples a bin");
            }
            return new Bins(start, length / bins, Math.max((long) samples, 0), limit);
        }

        double coordinate(long bin, long sample) {
            return start + bin * size + (sample + 0.5) * size / samples;
        }

        boolean misses(double coordinate) {
            return !(coordinate >= -1 && coordinate <= limit);
        }
    }

    private double pooled(Tensor x, long plane, Bins rows, long row, Bins columns, long column) {
        double sum = 0;
        double largest = Double.NEGATIVE_INFINITY;
        for (long i = 0; i < rows.samples(); i++) {
            for (long j = 0; j < columns.samples(); j++) {
                double y = rows.coordinate(row, i);
                double z = columns.coordinate(column, j);
                boolean outside = rows.misses(y) || columns.misses(z);
                for (int corner = 0; corner < 4; corner++) {
                    double value = outside ? 0 : corner(x, plane, rows.limit(), columns.limit(), y, z, corner);
                    sum += value;
                    largest = Math.max(largest, value);
                }
            }
        }
        if (function == ReduceFunction.MAXIMUM) {
            return rows.samples() * columns.samples() == 0 ? 0 : largest;
        }
        return sum / Math.max(rows.samples() * columns.samples(), 1);
    }

    private static double corner(Tensor x, long plane, long height, long width, double y, double z, int corner) {
        double row = Math.min(Math.max(y, 0), height - 1);
        double column = Math.min(Math.max(z, 0), width - 1);
        long top = (long) row;
        long left = (long) column;
        double below = row - top;
        double right = column - left;
        boolean lower = corner >= 2;
        boolean further = corner % 2 == 1;
        long at = plane + Math.min(top + (lower ? 1 : 0), height - 1) * width
                + Math.min(left + (further ? 1 : 0), width - 1);
        return (lower ? below : 1 - below) * (further ? right : 1 - right) * x.getDouble(at);
    }
}
