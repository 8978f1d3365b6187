package org.sardonyx.passes.fusion;

import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.operator.Binary;
import org.sardonyx.ir.operator.BinaryFunction;
import org.sardonyx.ir.operator.MatMul;
import org.sardonyx.ir.operator.Reduce;
import org.sardonyx.ir.operator.ReduceWindow;
import org.sardonyx.ir.operator.Unary;

/// Whether an anchor is to compute the elements of its first operand as it reads them.
record Prologue(FusionLimits limits) {
    /// Arithmetic operations that a function such as the exponential counts for.
    private static final int COST_OF_FUNCTION = 10;

    /// What speaks against it, if anything does.
    Optional<String> objection(Group pointwise, Node anchor) {
        boolean others = anchor.operands().subList(1, anchor.operands().size()).stream()
                .anyMatch(operand -> pointwise.contains(operand.node()));
        if (others) {
            return Optional.of("its second operand is read from memory");
        }
        return switch (anchor.operator()) {
            case Reduce _ -> Optional.empty();
            case ReduceWindow pool when repeatedWork(pool, pointwise) <= limits.mostRepeatedWork() -> Optional.empty();
            case ReduceWindow _ -> Optional.of("windows overlap, too much would be computed again and again");
            case MatMul _ -> limits.beforeMatrixProducts()
                    ? Optional.empty()
                    : Optional.of("a matrix product reads from memory");
            default -> limits.beforeConvolutions()
                    ? Optional.empty()
                    : Optional.of("a convolution reads from memory");
        };
    }

    /// The arithmetic of each element, as often as it is read; none if no windows overlap.
    private static double repeatedWork(ReduceWindow pool, Group pointwise) {
        double reads = volume(pool.kernel()) / volume(pool.window().strides());
        return reads <= 1 ? 0 : reads * pointwise.nodes().mapToInt(Prologue::cost).sum();
    }

    private static double volume(List<Long> sizes) {
        return sizes.stream().mapToDouble(Long::doubleValue).reduce(1, (a, b) -> a * b);
    }

    private static int cost(Node node) {
        return switch (node.operator()) {
            case Unary(var function) -> switch (function) {
                case NEGATE, ABSOLUTE, SIGN, FLOOR, CEILING, ROUND, NOT, BITWISE_NOT -> 1;
                default -> COST_OF_FUNCTION;
            };
            case Binary(BinaryFunction function) when function == BinaryFunction.POWER -> COST_OF_FUNCTION;
            default -> 1;
        };
    }
}
