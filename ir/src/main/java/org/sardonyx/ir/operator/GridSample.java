package org.sardonyx.ir.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Reads a tensor `[N, C, D1 .. Dk]` at the points of a grid `[N, O1 .. Ok, k]`: the result is `[N, C, O1 .. Ok]`. A point
/// has its coordinates from the innermost axis outwards, from -1 to 1.
///
/// @param padding what is read outside of the tensor
/// @param alignCorners whether -1 and 1 are the centres of the outermost elements, or their outer edges
/// @see <a href="https://onnx.ai/onnx/operators/onnx__GridSample.html">GridSample</a>
public record GridSample(Resampling.Method method, Padding padding, boolean alignCorners) implements Operator {
    /// What is read outside of a tensor.
    public enum Padding {
        ZEROS,
        BORDER,
        REFLECTION
    }

    public GridSample {
        Objects.requireNonNull(method);
        Objects.requireNonNull(padding);
    }

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(2, 2);
        DataType type = operands.dataType(0);
        if (!type.isFloat() || !operands.dataType(1).isFloat()) {
            throw new ModelException(
                    "a grid of type " + operands.dataType(1).text() + " samples elements of type " + type.text());
        }
        return List.of(operands.tensor(0).withShape(sampled(operands.shape(0), operands.shape(1))));
    }

    private static Shape sampled(Shape x, Shape grid) {
        if (!x.hasRank() || !grid.hasRank()) {
            return Shape.UNKNOWN;
        }
        boolean fits = x.rank() >= 3 && grid.rank() == x.rank() && !x.dimension(0).neverSameSize(grid.dimension(0))
                && !grid.dimension(-1).neverSameSize(Dimension.of(x.rank() - 2));
        if (!fits) {
            throw new ModelException("a grid of shape " + grid + " does not sample a tensor of shape " + x);
        }
        List<Dimension> dimensions = new ArrayList<>(x.dimensions().subList(0, 2));
        dimensions.addAll(grid.dimensions().subList(1, grid.rank() - 1));
        return Shape.of(dimensions);
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        Tensor grid = evaluation.tensor(1);
        Tensor result = Tensor.allocate(x.dataType(), sampled(x.shape(), grid.shape()).sizes());
        int axes = x.rank() - 2;
        PointSampler sampler = new PointSampler(x, axes, method, padding, alignCorners);
        double[] point = new double[axes];
        long points = result.shape().product(2, result.rank()).size();
        for (long n = 0; n < x.size(0); n++) {
            for (long p = 0; p < points; p++) {
                for (int axis = 0; axis < axes; axis++) {
                    double coordinate = grid.getDouble((n * points + p) * axes + (axes - 1 - axis));
                    point[axis] = sampler.denormalized(coordinate, axis);
                }
                sampler.moveTo(point);
                for (long c = 0; c < x.size(1); c++) {
                    long channel = n * x.size(1) + c;
                    result.setDouble(channel * points + p, sampler.at(channel * sampler.elements()));
                }
            }
        }
        return List.of(result);
    }
}
