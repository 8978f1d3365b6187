package org.sardonyx.passes.rules;

import java.util.Optional;

import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Binary;
import org.sardonyx.ir.operator.BinaryFunction;
import org.sardonyx.ir.operator.Cast;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.passes.rewrite.Site;

/// What is known of a tensor of whole numbers, integers or floating-point numbers that come of integers: none is below `low`, above
/// `high`, or a negative zero.
record IntegerRange(long low, long high) {
    /// How many operators are looked through: a cast, a zero point taken away, another cast, and one more.
    private static final int DEPTH = 4;
    /// All integers up to here are float32 and float64, and so are sums of a few.
    private static final long LARGEST = 1 << 20;
    /// All integers up to here are float16.
    private static final long LARGEST_HALF = 1 << 11;

    /// The range of an operand that is made of small integers by casts and constants.
    static Optional<IntegerRange> of(Operand x, Site site) {
        return of(x, site, DEPTH);
    }

    private static Optional<IntegerRange> of(Operand x, Site site, int depth) {
        DataType type = x.dataType();
        Optional<IntegerRange> derived = depth == 0 ? Optional.empty() : derived(x, site, depth - 1);
        if (derived.isPresent() && derived.get().fits(type)) {
            return derived;
        }
        return type.isInteger() && type.bits() <= 16
                ? Optional.of(new IntegerRange((long) type.lowest(), (long) type.highest()))
                : Optional.empty();
    }

    private static Optional<IntegerRange> derived(Operand x, Site site, int depth) {
        return switch (x.node().operator()) {
            case Cast _ -> of(x.node().operands().getFirst(), site, depth);
            case Binary(BinaryFunction function) when x.dataType().isInteger() && switch (function) {
                case ADD, SUBTRACT -> true;
                default -> false;
            } -> {
                Optional<Tensor> constant = site.constant(x.node().operands().get(1));
                int sign = function == BinaryFunction.ADD ? 1 : -1;
                yield constant.isEmpty()
                        ? Optional.empty()
                        : of(x.node().operands().getFirst(), site, depth)
                                .flatMap(range -> range.moved(constant.get(), sign));
            }
            default -> Optional.empty();
        };
    }

    private boolean fits(DataType type) {
        long most = switch (type) {
            case FLOAT16 -> LARGEST_HALF;
            case FLOAT32, FLOAT64 -> LARGEST;
            default -> type.isInteger() ? LARGEST : -1;
        };
        return low >= -most && high <= most && low >= type.lowest() && high <= type.highest();
    }

    private Optional<IntegerRange> moved(Tensor constants, int sign) {
        long least = LARGEST;
        long most = -LARGEST;
        for (long i = 0; i < constants.size(); i++) {
            least = Math.min(least, sign * constants.getLong(i));
            most = Math.max(most, sign * constants.getLong(i));
        }
        return least >= -LARGEST && most <= LARGEST && least <= most
                ? Optional.of(new IntegerRange(low + least, high + most))
                : Optional.empty();
    }
}
