package org.sardonyx.passes.precision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Binary;
import org.sardonyx.ir.operator.Cast;
import org.sardonyx.ir.operator.Concat;
import org.sardonyx.ir.operator.Constant;
import org.sardonyx.ir.operator.Convolution;
import org.sardonyx.ir.operator.MatMul;
import org.sardonyx.ir.operator.Pad;
import org.sardonyx.ir.operator.ReduceFunction;
import org.sardonyx.ir.operator.ReduceWindow;
import org.sardonyx.ir.operator.Reshape;
import org.sardonyx.ir.operator.Slice;
import org.sardonyx.ir.operator.Transpose;
import org.sardonyx.ir.operator.Unary;
import org.sardonyx.ir.operator.UnaryFunction;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.passes.rewrite.Journal;
import org.sardonyx.passes.rewrite.Pass;

/// `int8, int32 -> float32`: arithmetic of quantized networks is done in float32, in which integers are exact up to 2^24. What
/// operators can give is followed through the graph; where sums of products may be larger, up to what an int32 holds, they are
/// rounded in the last of 24 bits before they are scaled to 8. Integers that leave the graph, or that other operators take,
/// become what they were. A NaN that is quantized stays one. Graphs that operators run are left as they are.
public record IntegersAsFloats() implements Pass {
    /// No operator has larger results in its own type.
    private static final Range LARGEST = Range.of(DataType.INT32);
    private static final Range EXACT = new Range(-(1 << 24), 1 << 24);

    @Override
    public String name() {
        return "integers";
    }

    @Override
    public Graph run(Graph graph, Journal journal) {
        boolean any = graph.nodes().stream().anyMatch(node -> node.operator() instanceof Cast(var to, _, _)
                && to == DataType.FLOAT32 && isSmallInteger(node.operands().getFirst()));
        return any ? new Rebuilding(graph, journal).run() : graph;
    }

    private static boolean isSmallInteger(Operand value) {
        return value.type() instanceof TensorType tensor && switch (tensor.dataType()) {
            case INT8, UINT8, INT16, UINT16, INT32, INT4, UINT4, INT2, UINT2 -> true;
            default -> false;
        };
    }

    private static final class Rebuilding {
        private final Graph graph;
        private final Journal journal;
        private final FloatTwins twins;
        /// Of integers, and of floats that are whole numbers.
        private final Map<Operand, Range> ranges = new HashMap<>();

        Rebuilding(Graph graph, Journal journal) {
            this.graph = graph;
            this.journal = journal;
            this.twins = new FloatTwins(graph, IntegersAsFloats::isSmallInteger);
        }

        Graph run() {
            for (Node node : graph.nodes()) {
                twins.builder().origin(node.origin());
                Optional<Range> range = node.types().size() == 1 ? range(node) : Optional.empty();
                range.ifPresent(known -> ranges.put(node.output(0), known));
                if (range.isPresent() && isSmallInteger(node.output(0)) && isArithmetic(node)) {
                    twins.define(node.output(0), inFloats(node));
                    journal.done("IntegersAsFloats", node,
                            range.get().isIn(EXACT) ? "in float32" : "in float32, nearly exact");
                } else if (node.operator() instanceof Cast(var to, _, _) && to == DataType.FLOAT32
                        && twins.isInFloats(node.operands().getFirst())) {
                    twins.define(node.output(0), twins.floats(node.operands().getFirst()));
                } else {
                    twins.keep(node);
                }
            }
            return twins.build();
        }

        /// The results, if they are whole numbers within known bounds.
        private Optional<Range> range(Node node) {
            Operand output = node.output(0);
            List<Range> given = new ArrayList<>();
            for (Operand operand : node.operands()) {
                range(operand).ifPresent(given::add);
            }
            Optional<Range> computed = switch (node.operator()) {
                case Constant(Tensor tensor) when isSmallInteger(output) || tensor.dataType() == DataType.FLOAT32 ->
                        Range.of(tensor);
                case Unary(var function) when function == UnaryFunction.ROUND -> Optional.of(
                        new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
                case Binary(var function) when given.size() == 2 ->
                        Range.of(function, given.get(0), given.get(1));
                case Cast _ when given.size() == 1 -> Optional.of(given.getFirst());
                case MatMul _ when given.size() == 2 ->
                        count(node).map(count -> given.get(0).products(given.get(1), count));
                case Convolution _ when given.size() == 2 ->
                        count(node).map(count -> given.get(0).products(given.get(1), count));
                case ReduceWindow(var function, _, _) when function == ReduceFunction.MAXIMUM && given.size() == 1 ->
                        Optional.of(given.getFirst());
                case Reshape _,Transpose _,Slice _ -> range(node.operands().getFirst());
                case Concat _ when given.size() == node.operands().size() -> given.stream().reduce(Range::and);
                case Pad _ when range(node.operands().getFirst()).isPresent()
                        && range(node.operands().get(2)).isPresent() ->
                        Optional.of(range(node.operands().getFirst()).get().and(range(node.operands().get(2)).get()));
                default -> Optional.empty();
            };
            return computed.filter(range -> !isSmallInteger(output)
                    || range.isIn(Range.of(output.dataType())) && range.isIn(LARGEST));
        }

        private Optional<Range> range(Operand operand) {
            Range known = ranges.get(operand);
            return known != null
                    ? Optional.of(known)
                    : isSmallInteger(operand) ? Optional.of(Range.of(operand.dataType())) : Optional.empty();
        }

        /// How many products a sum has.
        private static Optional<Double> count(Node node) {
            Shape weights = node.operands().get(1).shape();
            if (!weights.isStatic() || weights.rank() < 1) {
                return Optional.empty();
            }
            long[] sizes = weights.sizes();
            double all = Tensor.elementCount(sizes);
            double columns =
                    node.operator() instanceof Convolution ? sizes[0] : sizes.length == 1 ? 1 : sizes[sizes.length - 1];
            double matrices = 1;
            for (int i = 0; node.operator() instanceof MatMul && i < sizes.length - 2; i++) {
                matrices *= sizes[i];
            }
            return columns == 0 || matrices == 0 ? Optional.empty() : Optional.of(all / columns / matrices);
        }

        /// Whether an operator gives the same numbers for floats. A cast from float does if its operand is whole.
        private boolean isArithmetic(Node node) {
            return switch (node.operator()) {
                case Cast _ -> node.operands().getFirst().dataType() == DataType.FLOAT32
                        || isSmallInteger(node.operands().getFirst());
                case Binary _,MatMul _,Convolution _,ReduceWindow _,Reshape _,Transpose _,Slice _,Concat _,Pad _ ->
                        true;
                default -> false;
            };
        }

        private Operand inFloats(Node node) {
            if (node.operator() instanceof Cast) {
                return twins.floats(node.operands().getFirst());
            }
            return twins.builder().apply(node.operator(), node.operands().stream()
                    .map(operand -> isParameter(node, operand) ? twins.own(operand) : twins.floats(operand)).toList())
                    .getFirst();
        }

        /// Whether an operand tells sizes or axes.
        private static boolean isParameter(Node node, Operand operand) {
            return switch (node.operator()) {
                case Reshape _,Slice _,Pad _ -> !operand.equals(node.operands().getFirst())
                        && operand.dataType() != node.operands().getFirst().dataType();
                default -> false;
            };
        }
    }
}
