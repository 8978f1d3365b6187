package org.sardonyx.ir.operator;

import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Odometer;
import org.sardonyx.ir.value.Tensor;

/// The discrete Fourier transform along an axis, straight from its definition. Operands: a signal `[..., 1]` of real or
/// `[..., 2]` of complex numbers, the length of the transform (the signal is cut or filled up with zeros), and the axis
/// (int64, counted from the end if negative). The result is `[..., 2]`.
///
/// @param inverse whether it is the inverse transform, divided by the length
/// @param oneSided whether only the first half of the symmetric spectrum of a real signal is computed; with `inverse`, is
///        given, and the result is real, `[..., 1]`
/// @see <a href="https://onnx.ai/onnx/operators/onnx__DFT.html">DFT</a>
public record FourierTransform(boolean inverse, boolean oneSided) implements Operator {
    private static final long LONGEST = 1 << 20;

    @Override
    public List<TensorType> infer(Operands operands) {
        operands.requireCount(3, 3);
        operands.requireIntegers(1);
        operands.requireIntegers(2);
        Shape shape = operands.shape(0);
        if (!operands.dataType(0).isFloat() || shape.hasRank() && shape.rank() < 2) {
            throw new ModelException("the Fourier transform of a " + operands.type(0));
        }
        if (!shape.hasRank()) {
            return List.of(operands.tensor(0));
        }
        Optional<Long> axis = operands.integer(2);
        Dimension[] sizes = shape.dimensions().toArray(Dimension[]::new);
        sizes[sizes.length - 1] = Dimension.of(inverse && oneSided ? 1 : 2);
        if (axis.isPresent()) {
            Dimension length = operands.integer(1).map(Dimension::of).orElse(Dimension.UNKNOWN);
            sizes[axis(axis.get(), shape.rank())] = oneSided && !inverse ? length.floorDivide(2).plus(1) : length;
        } else {
            for (int i = 0; i < sizes.length - 1; i++) {
                sizes[i] = Dimension.UNKNOWN;
            }
        }
        return List.of(operands.tensor(0).withShape(Shape.of(List.of(sizes))));
    }

    private static int axis(long axis, int rank) {
        int normalized = Axes.normalize(axis, rank);
        if (normalized == rank - 1) {
            throw new ModelException("the transform is along the axis of real and imaginary parts");
        }
        return normalized;
    }

    @Override
    public List<Tensor> evaluate(Evaluation evaluation) {
        Tensor x = evaluation.tensor(0);
        long length = evaluation.integer(1);
        int axis = axis(evaluation.integer(2), x.rank());
        long parts = x.size(-1);
        if (length < 1 || length > LONGEST || parts != 1 && parts != 2) {
            throw new ModelException("a transform of length " + length + " of a " + x.type());
        }
        long[] sizes = x.sizes();
        sizes[x.rank() - 1] = inverse && oneSided ? 1 : 2;
        sizes[axis] = oneSided && !inverse ? length / 2 + 1 : length;
        Tensor result = Tensor.allocate(x.dataType(), sizes);
        long[] others = sizes.clone();
        others[axis] = 1;
        others[x.rank() - 1] = 1;
        long[] from = Odometer.strides(x.sizes());
        long[] to = Odometer.strides(sizes);
        for (Odometer at = new Odometer(others, from, to); at.valid(); at.advance()) {
            for (long k = 0; k < sizes[axis]; k++) {
                double[] sum = sum(x, at.offset(0), from[axis], length, k, axis);
                long position = at.offset(1) + k * to[axis];
                result.setDouble(position, inverse ? sum[0] / length : sum[0]);
                if (sizes[x.rank() - 1] == 2) {
                    result.setDouble(position + 1, inverse ? sum[1] / length : sum[1]);
                }
            }
        }
        return List.of(result);
    }

    /// Real and imaginary part of the sum over the signal for one frequency.
    private double[] sum(Tensor x, long first, long stride, long length, long k, int axis) {
        double real = 0;
        double imaginary = 0;
        boolean complex = x.size(-1) == 2;
        long end = inverse && oneSided ? length : Math.min(length, x.size(axis));
        for (long i = 0; i < end; i++) {
            long source = inverse && oneSided && i > length / 2 ? length - i : i;
            if (source >= x.size(axis)) {
                continue;
            }
            double a = x.getDouble(first + source * stride);
            double b = complex ? x.getDouble(first + source * stride + 1) : 0;
            b = source == i ? b : -b;
            double angle = (inverse ? 2 : -2) * Math.PI * (i * k % length) / length;
            real += a * Math.cos(angle) - b * Math.sin(angle);
            imaginary += a * Math.sin(angle) + b * Math.cos(angle);
        }
        return new double[] {real, imaginary};
    }
}
