package org.sardonyx.ir.operator;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.value.Odometer;
import org.sardonyx.ir.value.Tensor;

/// The loops that element-by-element operators share: broadcasting, computing in double or in 64-bit integers, rounding
/// each result once to the output's type.
final class Elementwise {
    /// Stores the result for one index.
    @FunctionalInterface
    interface Body {
        void compute(long position, long a, long b);
    }

    private Elementwise() {}

    /// The common shape of tensors that broadcast against each other.
    static long[] broadcast(Tensor... tensors) {
        Shape shape = Shape.SCALAR;
        for (Tensor tensor : tensors) {
            shape = shape.broadcast(tensor.shape());
        }
        return shape.sizes();
    }

    static Tensor doubles(DataType to, Tensor x, DoubleUnaryOperator function) {
        Tensor result = Tensor.allocate(to, x.sizes());
        for (long i = 0; i < x.size(); i++) {
            result.setDouble(i, function.applyAsDouble(x.getDouble(i)));
        }
        return result;
    }

    static Tensor longs(DataType to, Tensor x, LongUnaryOperator function) {
        Tensor result = Tensor.allocate(to, x.sizes());
        for (long i = 0; i < x.size(); i++) {
            result.setLong(i, function.applyAsLong(x.getLong(i)));
        }
        return result;
    }

    static Tensor doubles(DataType to, Tensor a, Tensor b, DoubleBinaryOperator function) {
        Tensor result = Tensor.allocate(to, broadcast(a, b));
        forEach(result, a, b,
                (at, i, j) -> result.setDouble(at, function.applyAsDouble(a.getDouble(i), b.getDouble(j))));
        return result;
    }

    static Tensor longs(DataType to, Tensor a, Tensor b, LongBinaryOperator function) {
        Tensor result = Tensor.allocate(to, broadcast(a, b));
        forEach(result, a, b, (at, i, j) -> result.setLong(at, function.applyAsLong(a.getLong(i), b.getLong(j))));
        return result;
    }

    /// Calls the body for each element of the result with the offsets of the two elements that belong to it.
    static void forEach(Tensor result, Tensor a, Tensor b, Body body) {
        long[] sizes = result.sizes();
        Odometer at = new Odometer(sizes, Odometer.broadcastStrides(a.sizes(), sizes),
                Odometer.broadcastStrides(b.sizes(), sizes));
        for (; at.valid(); at.advance()) {
            body.compute(at.position(), at.offset(0), at.offset(1));
        }
    }
}
