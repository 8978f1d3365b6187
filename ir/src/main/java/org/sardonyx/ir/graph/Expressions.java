package org.sardonyx.ir.graph;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.operator.Axes;
import org.sardonyx.ir.operator.Binary;
import org.sardonyx.ir.operator.BinaryFunction;
import org.sardonyx.ir.operator.Broadcast;
import org.sardonyx.ir.operator.Cast;
import org.sardonyx.ir.operator.Compare;
import org.sardonyx.ir.operator.Comparison;
import org.sardonyx.ir.operator.Concat;
import org.sardonyx.ir.operator.Gather;
import org.sardonyx.ir.operator.GatherElements;
import org.sardonyx.ir.operator.MatMul;
import org.sardonyx.ir.operator.Operator;
import org.sardonyx.ir.operator.Range;
import org.sardonyx.ir.operator.Reduce;
import org.sardonyx.ir.operator.ReduceFunction;
import org.sardonyx.ir.operator.Reshape;
import org.sardonyx.ir.operator.Select;
import org.sardonyx.ir.operator.ShapeOf;
import org.sardonyx.ir.operator.Slice;
import org.sardonyx.ir.operator.Squeeze;
import org.sardonyx.ir.operator.Transpose;
import org.sardonyx.ir.operator.Unary;
import org.sardonyx.ir.operator.UnaryFunction;
import org.sardonyx.ir.operator.Unsqueeze;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Short names for applying core operators, so that a composite operator reads like its formula. Every method adds to the
/// builder and returns an operand; numbers take the element type of the operand they are combined with.
public final class Expressions {
    private final GraphBuilder builder;

    public Expressions(GraphBuilder builder) {
        this.builder = builder;
    }

    public GraphBuilder builder() {
        return builder;
    }

    public Operand apply(Operator operator, Operand... operands) {
        return builder.apply(operator, operands);
    }

    // Constants

    public Operand constant(Tensor tensor) {
        return builder.constant(tensor);
    }

    /// A scalar of a type.
    ///
    /// @throws ModelException if the type is not one of numbers
    public Operand scalar(DataType type, double value) {
        if (type == DataType.STRING) {
            throw new ModelException("elements of type string where numbers are expected");
        }
        return constant(Tensor.scalar(type, value));
    }

    /// A scalar of the element type of an operand.
    public Operand scalarLike(Operand x, double value) {
        return scalar(x.dataType(), value);
    }

    /// A vector of int64.
    public Operand longs(long... elements) {
        return constant(Tensor.vector(elements));
    }

    // Elementwise

    public Operand unary(UnaryFunction function, Operand x) {
        return apply(new Unary(function), x);
    }

    public Operand binary(BinaryFunction function, Operand a, Operand b) {
        return apply(new Binary(function), a, b);
    }

    public Operand negate(Operand x) {
        return unary(UnaryFunction.NEGATE, x);
    }

    public Operand absolute(Operand x) {
        return unary(UnaryFunction.ABSOLUTE, x);
    }

    public Operand exponential(Operand x) {
        return unary(UnaryFunction.EXPONENTIAL, x);
    }

    public Operand logarithm(Operand x) {
        return unary(UnaryFunction.LOGARITHM, x);
    }

    public Operand squareRoot(Operand x) {
        return unary(UnaryFunction.SQUARE_ROOT, x);
    }

    public Operand floor(Operand x) {
        return unary(UnaryFunction.FLOOR, x);
    }

    public Operand not(Operand x) {
        return unary(UnaryFunction.NOT, x);
    }

    public Operand add(Operand a, Operand b) {
        return binary(BinaryFunction.ADD, a, b);
    }

    public Operand add(Operand a, double b) {
        return add(a, scalarLike(a, b));
    }

    public Operand subtract(Operand a, Operand b) {
        return binary(BinaryFunction.SUBTRACT, a, b);
    }

    public Operand subtract(Operand a, double b) {
        return subtract(a, scalarLike(a, b));
    }

    public Operand multiply(Operand a, Operand b) {
        return binary(BinaryFunction.MULTIPLY, a, b);
    }

    public Operand multiply(Operand a, double b) {
        return multiply(a, scalarLike(a, b));
    }

    public Operand divide(Operand a, Operand b) {
        return binary(BinaryFunction.DIVIDE, a, b);
    }

    public Operand divide(Operand a, double b) {
        return divide(a, scalarLike(a, b));
    }

    public Operand power(Operand a, Operand b) {
        return binary(BinaryFunction.POWER, a, b);
    }

    public Operand minimum(Operand a, Operand b) {
        return binary(BinaryFunction.MINIMUM, a, b);
    }

    public Operand maximum(Operand a, Operand b) {
        return binary(BinaryFunction.MAXIMUM, a, b);
    }

    public Operand and(Operand a, Operand b) {
        return binary(BinaryFunction.AND, a, b);
    }

    public Operand or(Operand a, Operand b) {
        return binary(BinaryFunction.OR, a, b);
    }

    public Operand equal(Operand a, Operand b) {
        return apply(new Compare(Comparison.EQUAL), a, b);
    }

    public Operand less(Operand a, Operand b) {
        return apply(new Compare(Comparison.LESS), a, b);
    }

    public Operand lessOrEqual(Operand a, Operand b) {
        return apply(new Compare(Comparison.LESS_OR_EQUAL), a, b);
    }

    public Operand select(Operand condition, Operand a, Operand b) {
        return apply(new Select(), condition, a, b);
    }

    /// The operand itself if it is of that type already.
    public Operand cast(Operand x, DataType to) {
        return x.dataType() == to ? x : apply(new Cast(to), x);
    }

    public Operand castLike(Operand x, Operand like) {
        return cast(x, like.dataType());
    }

    // Shapes

    /// The sizes as a vector of int64.
    public Operand shapeOf(Operand x) {
        return apply(new ShapeOf(), x);
    }

    /// The size of an axis (from the end if negative) as a vector of one int64.
    public Operand sizeOf(Operand x, int axis) {
        return slice(shapeOf(x), 0, axis, axis == -1 ? Long.MAX_VALUE : axis + 1L);
    }

    /// The number of elements along some axes as a vector of one int64.
    public Operand sizeOf(Operand x, int fromAxis, int toAxis) {
        Operand product = longs(1);
        for (int axis = fromAxis; axis < toAxis; axis++) {
            product = multiply(product, sizeOf(x, axis));
        }
        return product;
    }

    /// @param sizes one of them may be -1, and 0 means 0
    public Operand reshape(Operand x, long... sizes) {
        return reshape(x, longs(sizes));
    }

    public Operand reshape(Operand x, Operand sizes) {
        return apply(new Reshape(false), x, sizes);
    }

    public Operand squeeze(Operand x, long... axes) {
        return apply(new Squeeze(), x, longs(axes));
    }

    public Operand unsqueeze(Operand x, long... axes) {
        return apply(new Unsqueeze(), x, longs(axes));
    }

    public Operand transpose(Operand x, int... permutation) {
        return apply(new Transpose(Arrays.stream(permutation).boxed().toList()), x);
    }

    /// Swaps two axes, counted from the end if negative.
    public Operand swapAxes(Operand x, int a, int b) {
        int rank = x.shape().rank();
        int[] permutation = IntStream.range(0, rank).toArray();
        permutation[Axes.normalize(a, rank)] = Axes.normalize(b, rank);
        permutation[Axes.normalize(b, rank)] = Axes.normalize(a, rank);
        return transpose(x, permutation);
    }

    public Operand broadcast(Operand x, Operand sizes) {
        return apply(new Broadcast(), x, sizes);
    }

    /// A tensor filled with a number.
    public Operand fill(DataType type, double value, Operand sizes) {
        return broadcast(scalar(type, value), sizes);
    }

    // Indexing

    /// The elements from `start` to `end` (exclusive) along an axis.
    public Operand slice(Operand x, int axis, long start, long end) {
        return slice(x, axis, longs(start), longs(end));
    }

    /// As [#slice(Operand, int, long, long)] with bounds that are vectors of one int64.
    public Operand slice(Operand x, int axis, Operand start, Operand end) {
        return apply(new Slice(List.of(axis)), x, start, end, longs(1));
    }

    public Operand concat(int axis, Operand... parts) {
        return parts.length == 1 ? parts[0] : apply(new Concat(axis), parts);
    }

    public Operand concat(int axis, List<Operand> parts) {
        return concat(axis, parts.toArray(Operand[]::new));
    }

    public Operand gather(Operand x, Operand indices, int axis) {
        return apply(new Gather(axis), x, indices);
    }

    public Operand gatherElements(Operand x, Operand indices, int axis) {
        return apply(new GatherElements(axis), x, indices);
    }

    /// The whole numbers from 0 up to a limit, one int64, as a vector.
    public Operand indices(Operand limit) {
        return apply(new Range(), constant(Tensor.scalar(0)), limit, constant(Tensor.scalar(1)));
    }

    // Reductions and products

    public Operand reduce(ReduceFunction function, Operand x, boolean keepDimensions, Operand axes) {
        return apply(new Reduce(function, keepDimensions), x, axes);
    }

    /// The sum along axes, which stay with size 1.
    public Operand sum(Operand x, long... axes) {
        return reduce(ReduceFunction.SUM, x, true, longs(axes));
    }

    /// Applies a function in float32 to what is of a smaller floating-point type, so that what it computes on the way
    /// neither overflows nor is rounded.
    public Operand widened(Operand x, UnaryOperator<Operand> function) {
        boolean small = x.dataType().isFloat() && x.dataType().bits() < 32;
        return small ? castLike(function.apply(cast(x, DataType.FLOAT32)), x) : function.apply(x);
    }

    /// The arithmetic mean along axes, which stay with size 1.
    public Operand mean(Operand x, long... axes) {
        int rank = x.shape().rank();
        Operand count = longs(1);
        for (long axis : axes.length == 0 ? IntStream.range(0, rank).asLongStream().toArray() : axes) {
            count = multiply(count, sizeOf(x, (int) axis));
        }
        return divide(sum(x, axes), cast(squeeze(count, 0), x.dataType()));
    }

    /// The largest element along axes, which stay with size 1.
    public Operand largest(Operand x, long... axes) {
        return reduce(ReduceFunction.MAXIMUM, x, true, longs(axes));
    }

    public Operand matMul(Operand a, Operand b) {
        return apply(new MatMul(), a, b);
    }
}
