package org.sardonyx.passes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.BinaryFunction;
import org.sardonyx.ir.operator.Cast;
import org.sardonyx.ir.operator.Convolution;
import org.sardonyx.ir.operator.ConvolutionTranspose;
import org.sardonyx.ir.operator.Pad;
import org.sardonyx.ir.operator.PadMode;
import org.sardonyx.ir.operator.ReduceFunction;
import org.sardonyx.ir.operator.ReduceWindow;
import org.sardonyx.ir.operator.Transpose;
import org.sardonyx.ir.operator.UnaryFunction;
import org.sardonyx.ir.operator.Window;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Makes graphs of the operators that rules look for. The same seed makes the same graph.
public final class RandomGraph {
    private static final BinaryFunction[] SMOOTH = {BinaryFunction.ADD, BinaryFunction.ADD, BinaryFunction.SUBTRACT,
        BinaryFunction.MULTIPLY, BinaryFunction.MULTIPLY, BinaryFunction.MAXIMUM, BinaryFunction.MINIMUM};
    private static final double[] NUMBERS = {0, -0.0, 1, -1, 2, 0.5, 3, -0.75};

    private final Random random;
    private final boolean smooth;
    private final GraphBuilder builder = new GraphBuilder("random");
    private final Expressions e = new Expressions(builder);
    private final List<Operand> values = new ArrayList<>();

    private RandomGraph(long seed, boolean smooth) {
        this.random = new Random(seed);
        this.smooth = smooth;
    }

    /// @param smooth whether to leave out what makes large differences of small ones: comparisons, roundings; and to
    ///        include what rules may round differently: sums in another order
    public static Graph of(long seed, int nodes, boolean smooth) {
        return new RandomGraph(seed, smooth).make(nodes);
    }

    private Graph make(int nodes) {
        Dimension batch = random.nextBoolean() ? Dimension.symbol("N") : Dimension.of(2);
        for (String name : List.of("x", "y")) {
            values.add(builder.input(name, new TensorType(DataType.FLOAT32,
                    Shape.of(List.of(batch, Dimension.of(4), Dimension.of(6), Dimension.of(5))))));
        }
        for (int attempts = 0; values.size() < nodes + 2 && attempts < 20 * nodes; attempts++) {
            try {
                Optional<Operand> value = next().filter(operand -> operand.shape().hasRank()
                        && operand.shape().dimensions().stream().allMatch(RandomGraph::isSmall));
                value.ifPresent(values::add);
            } catch (ModelException _) {
                // These operands do not go together; others will.
            }
        }
        builder.output("last", values.getLast());
        builder.output("other", values.get(2 + random.nextInt(values.size() - 2)));
        return builder.build();
    }

    private static boolean isSmall(Dimension size) {
        return !size.isConstant() || size.size() > 0 && size.size() < 100;
    }

    /// Mostly a recent value, so that graphs are deep.
    private Operand pick() {
        int back = Math.min(values.size(), 1 + (int) Math.abs(random.nextGaussian() * 2));
        return values.get(values.size() - back);
    }

    private Optional<Operand> next() {
        Operand x = pick();
        return Optional.ofNullable(switch (random.nextInt(20)) {
            case 0, 1, 2 -> e.binary(SMOOTH[random.nextInt(SMOOTH.length)], x, constant(x));
            case 3, 4 -> e.binary(SMOOTH[random.nextInt(SMOOTH.length)], x, pick());
            case 5 -> e.divide(x, e.scalarLike(x, random.nextBoolean() ? 4 : 3));
            case 6 -> e.maximum(x, e.scalarLike(x, 0));
            case 7 -> unary(x);
            case 8, 9 -> convolution(x);
            case 10 -> transpose(x);
            case 11 -> reshape(x);
            case 12 -> pad(x);
            case 13 -> pool(x);
            case 14 -> reduce(x);
            case 15 -> matrixProduct(x);
            case 16 -> softmax(x);
            case 17 -> e.concat(random.nextInt(x.shape().rank()), List.of(x, pick()));
            case 18 -> e.apply(new Cast(DataType.FLOAT32), e.apply(new Cast(DataType.FLOAT64), x));
            default -> rough(x);
        });
    }

    private Operand rough(Operand x) {
        return smooth
                ? transposedConvolution(x)
                : e.select(e.less(x, pick()), e.unary(UnaryFunction.ROUND, x), e.unary(UnaryFunction.FLOOR, x));
    }

    private Tensor tensor(long... sizes) {
        Tensor tensor = Tensor.allocate(DataType.FLOAT32, sizes);
        for (long i = 0; i < tensor.size(); i++) {
            tensor.setDouble(i, NUMBERS[random.nextInt(NUMBERS.length)]);
        }
        return tensor;
    }

    /// A number, one number along an axis, or all ones.
    private Operand constant(Operand x) {
        int rank = x.shape().rank();
        long[] sizes = new long[random.nextInt(rank + 1)];
        Arrays.fill(sizes, 1);
        if (sizes.length > 0 && x.shape().dimension(-sizes.length).isConstant()) {
            sizes[0] = x.shape().dimension(-sizes.length).size();
        }
        return random.nextInt(4) == 0 ? e.scalarLike(x, NUMBERS[random.nextInt(3)]) : e.constant(tensor(sizes));
    }

    private Operand unary(Operand x) {
        UnaryFunction[] functions = {UnaryFunction.NEGATE, UnaryFunction.ABSOLUTE, UnaryFunction.HYPERBOLIC_TANGENT};
        return e.unary(functions[random.nextInt(functions.length)], x);
    }

    private List<Long> numbers(int count, int low, int high) {
        return IntStream.range(0, count).mapToObj(_ -> (long) random.nextInt(low, high + 1)).toList();
    }

    private Operand convolution(Operand x) {
        int rank = x.shape().rank() - 2;
        if (rank < 1 || !x.shape().dimension(1).isConstant()) {
            return null;
        }
        long channels = x.shape().dimension(1).size();
        long groups = channels % 2 == 0 && random.nextInt(3) == 0 ? 2 : 1;
        List<Long> sizes = new ArrayList<>(List.of(groups * random.nextInt(1, 4), channels / groups));
        sizes.addAll(numbers(rank, 1, 3));
        boolean padded = random.nextBoolean();
        Window window = new Window(numbers(rank, 1, 2), numbers(rank, 1, 2), numbers(rank, 0, padded ? 2 : 0),
                numbers(rank, 0, padded ? 2 : 0), Window.Places.INSIDE);
        return e.apply(new Convolution(window, groups), x,
                e.constant(tensor(sizes.stream().mapToLong(Long::longValue).toArray())));
    }

    private Operand transposedConvolution(Operand x) {
        if (x.shape().rank() != 3 || !x.shape().dimension(1).isConstant()) {
            return null;
        }
        Window window = new Window(List.of(2L), List.of(1L), List.of(0L), List.of(1L), Window.Places.INSIDE);
        return e.apply(new ConvolutionTranspose(window, List.of(0L), 1), x,
                e.constant(tensor(x.shape().dimension(1).size(), 3, 2)));
    }

    private Operand transpose(Operand x) {
        List<Integer> axes = new ArrayList<>(IntStream.range(0, x.shape().rank()).boxed().toList());
        Collections.shuffle(axes, random);
        return e.apply(new Transpose(axes), x);
    }

    /// Joins the last two axes, adds one, or computes the sizes to join all but the first.
    private Operand reshape(Operand x) {
        int rank = x.shape().rank();
        if (rank < 2) {
            return e.unsqueeze(x, 0, 1);
        }
        return switch (random.nextInt(3)) {
            case 0 -> e.reshape(x, e.concat(0, e.sizeOf(x, 0, rank - 2), e.longs(-1)));
            case 1 -> e.unsqueeze(x, random.nextInt(rank));
            default -> e.reshape(x, e.concat(0, e.sizeOf(x, 0), e.longs(-1)));
        };
    }

    private Operand pad(Operand x) {
        int rank = x.shape().rank();
        long[] pads = new long[2 * rank];
        for (int axis = Math.min(rank - 1, 2); axis < rank; axis++) {
            pads[axis] = random.nextInt(3);
            pads[axis + rank] = random.nextInt(3);
        }
        double[] fills = {0, 0, Double.NEGATIVE_INFINITY, 1};
        double fill = fills[random.nextInt(smooth ? 2 : fills.length)];
        return e.apply(new Pad(PadMode.CONSTANT), x, e.longs(pads), e.scalarLike(x, fill));
    }

    private Operand pool(Operand x) {
        int rank = x.shape().rank() - 2;
        if (rank < 1) {
            return null;
        }
        Window window = new Window(numbers(rank, 1, 2), numbers(rank, 1, 1), numbers(rank, 0, 1), numbers(rank, 0, 1),
                Window.Places.INSIDE);
        ReduceFunction function = random.nextBoolean() ? ReduceFunction.SUM : ReduceFunction.MAXIMUM;
        return e.apply(new ReduceWindow(function, numbers(rank, 2, 3), window), x);
    }

    private Operand reduce(Operand x) {
        int rank = x.shape().rank();
        long[] axes = LongStream.range(0, rank).filter(_ -> random.nextInt(3) == 0).map(axis -> axis - rank).toArray();
        ReduceFunction function = smooth && random.nextBoolean() ? ReduceFunction.SUM : ReduceFunction.MAXIMUM;
        return axes.length == 0 || axes.length == rank
                ? null
                : e.reduce(function, x, random.nextBoolean(), e.longs(axes));
    }

    private Operand matrixProduct(Operand x) {
        return x.shape().rank() < 2 || !x.shape().dimension(-1).isConstant()
                ? null
                : e.matMul(x, e.constant(tensor(x.shape().dimension(-1).size(), 3)));
    }

    /// Without the sum: its order may change.
    private Operand softmax(Operand x) {
        Operand power = e.exponential(e.subtract(x, e.largest(x, -1)));
        return smooth ? e.divide(power, e.sum(power, -1)) : power;
    }
}
