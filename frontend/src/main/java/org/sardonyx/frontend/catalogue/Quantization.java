package org.sardonyx.frontend.catalogue;

import java.util.Optional;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Axes;
import org.sardonyx.ir.operator.Cast;
import org.sardonyx.ir.operator.UnaryFunction;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.RoundMode;
import org.sardonyx.ir.type.Shape;

/// The formulas of linear quantization: a number x is stored as `saturate(round(x / scale) + zero point)` in a small
/// type.
///
/// @see <a href="https://onnx.ai/onnx/operators/onnx__QuantizeLinear.html">QuantizeLinear</a>
final class Quantization {
    /// More than the axis of any real tensor has elements.
    private static final long LARGEST_BLOCK = Integer.MAX_VALUE;

    private Quantization() {}

    /// A scale and its zero point, in shapes that broadcast with the tensor they belong to.
    ///
    /// @param zeroPoint absent for 0
    record Parameters(Operand scale, Optional<Operand> zeroPoint) {

        /// Those of a node's inputs, one number each or in a shape that broadcasts already.
        static Parameters of(OnnxNode n, int scale) {
            return new Parameters(n.input(scale), n.optionalInput(scale + 1));
        }

        /// Aligns both with the tensor they belong to, see [Quantization#align].
        Parameters align(Expressions e, Operand x, long axis, long blockSize) {
            return new Parameters(Quantization.align(e, scale, x, axis, blockSize),
                    zeroPoint.map(point -> Quantization.align(e, point, x, axis, blockSize)));
        }
    }

    /// The number that a stored one stands for, `(x - zero point) * scale`, in float32.
    static Operand dequantize(Expressions e, Operand x, Parameters parameters) {
        return e.multiply(e.cast(centred(e, x, parameters.zeroPoint), DataType.FLOAT32),
                e.cast(parameters.scale, DataType.FLOAT32));
    }

    /// `x - zero point`, in int32, or in float32 if x is a float.
    static Operand centred(Expressions e, Operand x, Optional<Operand> zeroPoint) {
        DataType type = x.dataType().isFloat() ? DataType.FLOAT32 : DataType.INT32;
        Operand wide = e.cast(x, type);
        return zeroPoint.map(point -> e.subtract(wide, e.cast(point, type))).orElse(wide);
    }

    /// Divides by the scale in the precision of x and stores the quotient.
    static Operand quantize(Expressions e, Operand x, Parameters parameters, DataType to) {
        return store(e, e.divide(x, e.castLike(parameters.scale, x)), parameters.zeroPoint, to, true);
    }

    /// Stores a quotient. Integers are rounded to nearest even, moved by the zero point and saturate; floats are moved
    /// and then rounded.
    ///
    /// @param saturate what happens beyond the range of an 8-bit float
    static Operand store(Expressions e, Operand quotient, Optional<Operand> zeroPoint, DataType to, boolean saturate) {
        Operand wide = quotient.dataType().bits() < 32 ? e.cast(quotient, DataType.FLOAT32) : quotient;
        if (to.isFloat()) {
            Operand moved = zeroPoint.map(point -> e.add(wide, e.castLike(point, wide))).orElse(wide);
            return e.apply(new Cast(to, saturate, RoundMode.UP), moved);
        }
        Operand rounded = e.unary(UnaryFunction.ROUND, wide);
        Operand moved = zeroPoint.map(point -> e.add(rounded, e.castLike(point, rounded))).orElse(rounded);
        if (!to.isFloat() && !to.isInteger()) {
            throw new ModelException("numbers are quantized to elements of type " + to.text());
        }
        Operand bounded = e.minimum(e.maximum(moved, e.scalarLike(moved, to.lowest())),
                e.scalarLike(moved, to.highest()));
        return e.cast(bounded, to);
    }

    /// Brings a scale or zero point into a shape that broadcasts with a tensor.
    ///
    /// @param parameter one number for the whole tensor; or, if `blockSize` is 0, a vector with one for each index of
    ///        the axis; or else a tensor of the same rank with one for each block along the axis
    static Operand align(Expressions e, Operand parameter, Operand x, long axis, long blockSize) {
        Shape shape = parameter.shape();
        if (shape.rank() == 0) {
            return parameter;
        }
        int rank = x.shape().rank();
        boolean noAxis = axis < -rank || axis >= rank;
        if (shape.isStatic() ? shape.elementCount().is(1) : noAxis) {
            return e.reshape(parameter);
        }
        if (blockSize != 0) {
            return repeat(e, parameter, x, Axes.normalize(axis, rank), blockSize);
        }
        if (shape.rank() != 1) {
            throw new ModelException("a scale or zero point has shape " + shape + ", expected one number or a vector");
        }
        return ElementwiseOperators.alignedFrom(e, parameter, Axes.normalize(axis, rank), rank);
    }

    /// Repeats each element along an axis as often as a block is long, but for what goes beyond the tensor.
    private static Operand repeat(Expressions e, Operand parameter, Operand x, int axis, long blockSize) {
        Shape blocks = parameter.shape();
        requireBlocks(blocks, x.shape(), axis, blockSize);
        Operand sizes = e.shapeOf(parameter);
        Operand before = e.slice(sizes, 0, 0, axis);
        Operand after = e.slice(sizes, 0, axis + 1, Long.MAX_VALUE);
        Operand count = e.sizeOf(parameter, axis);
        Operand length = e.longs(blockSize);
        Operand repeated = e.broadcast(e.unsqueeze(parameter, axis + 1), e.concat(0, before, count, length, after));
        Operand joined = e.reshape(repeated, e.concat(0, before, e.multiply(count, length), after));
        return e.slice(joined, axis, e.longs(0), e.sizeOf(x, axis));
    }

    private static void requireBlocks(Shape blocks, Shape shape, int axis, long blockSize) {
        if (blockSize < 1 || blockSize > LARGEST_BLOCK) {
            throw new ModelException("attribute 'block_size' is " + blockSize + ", expected 1 to " + LARGEST_BLOCK);
        }
        if (blocks.rank() != shape.rank()) {
            throw new ModelException("a scale or zero point has shape " + blocks + " for a tensor of shape " + shape
                    + ", expected the same rank");
        }
        Dimension count = blocks.dimension(axis);
        Dimension size = shape.dimension(axis);
        if (count.isConstant() && size.isConstant() && count.size() != Math.ceilDiv(size.size(), blockSize)) {
            throw new ModelException("a scale or zero point has " + count + " blocks along axis " + axis
                    + ", expected " + Math.ceilDiv(size.size(), blockSize) + " blocks of " + blockSize + " for "
                    + size + " elements");
        }
    }
}
