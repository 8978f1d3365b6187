package org.sardonyx.ir.operator;

import java.util.List;
import java.util.Objects;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Odometer;
import org.sardonyx.ir.value.Tensor;

/// Resamples a tensor of any rank, one axis after the other. Operands: the tensor, the sizes of the result (int64, one for
/// each axis), the scales (float64, one for each axis), and the region of interest (float64, all starts, then all ends,
/// relative to the size of the axis).
///
/// The scales are those the model gives or, where it gives sizes, their quotients: result size and scale times size need
/// not agree exactly, and the coordinates depend on the scale.
///
/// @see <a href="https://onnx.ai/onnx/operators/onnx__Resize.html">Resize</a>
public record Resize(Resampling resampling) implements Operator {
    public Resize {
        Objects.requireNonNull(resampling);
    }

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(4, 4);
        operands.requireIntegers(1);
        DataType type = operands.dataType(0);
        boolean numeric = type.isFloat() || type.isInteger();
        if (!numeric && resampling.method() != Resampling.Method.NEAREST) {
            throw new ModelException("interpolation of elements of type " + type.text());
        }
        for (int i = 2; i < 4; i++) {
            if (operands.dataType(i) != DataType.FLOAT64) {
                throw new ModelException(
                        "operand " + i + " is of type " + operands.dataType(i).text() + ", expected float64");
            }
        }
        Shape from = operands.shape(0);
        Shape to = operands.dimensions(1).map(Shape::of).orElseGet(
                () -> from.hasRank() ? Shape.ofRank(from.rank()) : Shape.UNKNOWN);
        if (from.hasRank() && to.hasRank() && from.rank() != to.rank()) {
            throw new ModelException("a tensor of shape " + from + " is resized to shape " + to);
        }
        return List.of(operands.tensor(0).withShape(to));
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        long[] sizes = evaluation.integers(1);
        Tensor scales = evaluation.tensor(2);
        Tensor region = evaluation.tensor(3);
        if (sizes.length != x.rank() || scales.size() != x.rank() || region.size() != 2L * x.rank()) {
            throw new ModelException(
                    sizes.length + " sizes, " + scales.size() + " scales and a region of " + region.size()
                            + " numbers for a tensor of rank " + x.rank());
        }
        Tensor result = x;
        for (int axis = 0; axis < x.rank(); axis++) {
            double scale = scales.getDouble(axis);
            if (!(scale > 0) || x.size(axis) == 0 && sizes[axis] > 0) {
                throw new ModelException("axis " + axis + " of " + x.type() + " is scaled by " + scale + " to size "
                        + sizes[axis]);
            }
            ResampledAxis resampled = new ResampledAxis(resampling, x.size(axis), sizes[axis], scale,
                    region.getDouble(axis), region.getDouble(axis + x.rank()));
            if (!resampled.isIdentity()) {
                result = resampling.method() == Resampling.Method.NEAREST && !resampled.leavesTheTensor()
                        ? pick(result, axis, resampled)
                        : interpolate(result, axis, resampled);
            }
        }
        return List.of(result.dataType() == x.dataType() ? result : rounded(result, x.dataType()));
    }

    private static Tensor pick(Tensor x, int axis, ResampledAxis resampled) {
        long[] sizes = x.sizes();
        sizes[axis] = resampled.size();
        Tensor result = Tensor.allocate(x.dataType(), sizes);
        long[] strides = Odometer.strides(x.sizes());
        long stride = strides[axis];
        strides[axis] = 0;
        long[] sources = resampled.nearest();
        for (Odometer at = new Odometer(sizes, strides); at.valid(); at.advance()) {
            result.copyElement(at.position(), x, at.offset(0) + sources[(int) at.index(axis)] * stride);
        }
        return result;
    }

    private static Tensor interpolate(Tensor x, int axis, ResampledAxis resampled) {
        long[] sizes = x.sizes();
        sizes[axis] = resampled.size();
        Tensor result = Tensor.allocate(DataType.FLOAT64, sizes);
        long[] strides = Odometer.strides(x.sizes());
        long stride = strides[axis];
        strides[axis] = 0;
        ResampledAxis.Taps[] taps = resampled.taps();
        for (Odometer at = new Odometer(sizes, strides); at.valid(); at.advance()) {
            ResampledAxis.Taps from = taps[(int) at.index(axis)];
            double sum = from.outside();
            for (int i = 0; i < from.weights().length; i++) {
                sum += from.weights()[i] * x.getDouble(at.offset(0) + from.indices()[i] * stride);
            }
            result.setDouble(at.position(), sum);
        }
        return result;
    }

    /// Integers are truncated and saturated.
    private static Tensor rounded(Tensor x, DataType type) {
        Tensor result = Tensor.allocate(type, x.sizes());
        for (long i = 0; i < x.size(); i++) {
            double value = x.getDouble(i);
            result.setDouble(i, type.isInteger() ? Math.clamp(value, type.lowest(), type.highest()) : value);
        }
        return result;
    }
}
