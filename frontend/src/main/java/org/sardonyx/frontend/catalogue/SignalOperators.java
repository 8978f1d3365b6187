package org.sardonyx.frontend.catalogue;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Determinant;
import org.sardonyx.ir.operator.FourierTransform;
import org.sardonyx.ir.operator.UnaryFunction;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Spectra and windows, and the determinant.
final class SignalOperators {
    private SignalOperators() {}

    static void define(Catalogue.Builder c) {
        window(c, "HannWindow", 0.5, 0.5, 0);
        window(c, "HammingWindow", 25.0 / 46, 21.0 / 46, 0);
        window(c, "BlackmanWindow", 0.42, 0.5, 0.08);
        c.operator("DFT", 17).inputs(1, 2).as((n, e) -> transform(n, e,
                e.constant(Tensor.scalar(n.attributes().integer("axis", 1)))));
        c.operator("DFT", 20).inputs(1, 3).as((n, e) -> transform(n, e,
                n.optionalInput(2).orElseGet(() -> e.constant(Tensor.scalar(-2)))));
        c.operator("STFT", 17).inputs(2, 4).as(SignalOperators::shortTimeTransform);
        c.operator("MelWeightMatrix", 17).inputs(5).as(SignalOperators::melWeights);
        c.operator("Det", 11, 22).inputs(1).as((n, e) -> e.apply(new Determinant(), n.input(0)));
    }

    /// A window is `a - b cos(2 pi i / length) + c cos(4 pi i / length)`.
    private static void window(Catalogue.Builder catalogue, String name, double a, double b, double c) {
        catalogue.operator(name, 17).inputs(1).as((n, e) -> {
            Operand size = e.cast(n.input(0), DataType.INT64);
            Operand length = e.cast(size, DataType.FLOAT64);
            Operand period = n.attributes().flag("periodic", true) ? length : e.subtract(length, 1);
            Operand angle = e.multiply(e.divide(e.cast(e.indices(size), DataType.FLOAT64), period), 2 * Math.PI);
            Operand first = e.multiply(e.unary(UnaryFunction.COSINE, angle), -b);
            Operand second = e.multiply(e.unary(UnaryFunction.COSINE, e.multiply(angle, 2)), c);
            return e.cast(e.add(e.add(first, second), a),
                    n.attributes().dataType("output_datatype").orElse(DataType.FLOAT32));
        });
    }

    private static Operand transform(OnnxNode n, Expressions e, Operand axis) {
        boolean inverse = n.attributes().flag("inverse", false);
        boolean oneSided = n.attributes().flag("onesided", false);
        Operand length = n.optionalInput(1).orElseGet(() -> {
            Operand rank = e.shapeOf(e.shapeOf(n.input(0)));
            Operand position = e.select(e.less(axis, e.scalarLike(axis, 0)), e.add(axis, rank), axis);
            Operand size = e.gather(e.shapeOf(n.input(0)), position, 0);
            return inverse && oneSided ? e.multiply(e.subtract(size, 1), 2) : size;
        });
        return e.apply(new FourierTransform(inverse, oneSided), n.input(0), length, axis);
    }

    /// Cuts the signal `[batch, length, 1 or 2]` into frames, weighs each with the window and transforms it.
    private static Operand shortTimeTransform(OnnxNode n, Expressions e) {
        Operand signal = n.input(0);
        Operand step = e.reshape(e.cast(n.input(1), DataType.INT64), 1);
        if (!n.hasInput(2) && !n.hasInput(3)) {
            throw new ModelException("neither a window nor a frame length is given");
        }
        Operand size = n.optionalInput(3).map(length -> e.reshape(e.cast(length, DataType.INT64), 1))
                .orElseGet(() -> e.sizeOf(n.input(2), 0));
        Operand frames = e.add(e.divide(e.subtract(e.sizeOf(signal, 1), size), step), 1);
        Operand starts = e.unsqueeze(e.multiply(e.indices(e.squeeze(frames, 0)), step), 1);
        Operand places = e.add(starts, e.indices(e.squeeze(size, 0)));
        Operand cut = e.gather(signal, places, 1);
        Operand weighted = n.hasInput(2) ? e.multiply(cut, e.unsqueeze(n.input(2), 1)) : cut;
        return e.apply(new FourierTransform(false, n.attributes().flag("onesided", true)), weighted, size,
                e.constant(Tensor.scalar(2)));
    }

    /// Triangles over the bins of a spectrum whose corners are equally spaced on the mel scale.
    private static Operand melWeights(OnnxNode n, Expressions e) {
        Operand bins = e.cast(n.input(0), DataType.INT64);
        Operand length = e.cast(n.input(1), DataType.INT64);
        Operand low = mel(e, e.cast(n.input(3), DataType.FLOAT64));
        Operand high = mel(e, e.cast(n.input(4), DataType.FLOAT64));
        Operand corners = e.add(bins, 2);
        Operand width = e.divide(e.subtract(high, low), e.cast(corners, DataType.FLOAT64));
        Operand mels = e.add(e.multiply(e.cast(e.indices(corners), DataType.FLOAT64), width), low);
        Operand hertz = e.multiply(e.subtract(e.exponential(e.multiply(mels, Math.log(10) / 2595)), 1), 700);
        Operand scaled = e.divide(e.multiply(hertz, e.cast(e.add(length, 1), DataType.FLOAT64)),
                e.cast(n.input(2), DataType.FLOAT64));
        Operand edges = e.floor(scaled);
        Operand left = e.slice(edges, 0, 0, -2);
        Operand centre = e.slice(edges, 0, 1, -1);
        Operand right = e.slice(edges, 0, 2, Long.MAX_VALUE);
        Operand rows = e.add(e.divide(length, e.constant(Tensor.scalar(2))), 1);
        Operand at = e.unsqueeze(e.cast(e.indices(rows), DataType.FLOAT64), 1);
        Operand zero = e.scalar(DataType.FLOAT64, 0);
        Operand rise = e.divide(e.subtract(at, left), e.subtract(centre, left));
        Operand fall = e.divide(e.subtract(right, at), e.subtract(right, centre));
        Operand rising = e.and(e.lessOrEqual(left, at), e.less(at, centre));
        Operand falling = e.and(e.less(centre, at), e.less(at, right));
        Operand sides = e.select(rising, rise, e.select(falling, fall, zero));
        Operand weights = e.select(e.equal(at, centre), e.scalar(DataType.FLOAT64, 1), sides);
        return e.cast(weights, n.attributes().dataType("output_datatype").orElse(DataType.FLOAT32));
    }

    private static Operand mel(Expressions e, Operand hertz) {
        return e.multiply(e.logarithm(e.add(e.divide(hertz, 700), 1)), 2595 / Math.log(10));
    }
}
