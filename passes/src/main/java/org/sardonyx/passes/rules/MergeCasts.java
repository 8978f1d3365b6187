package org.sardonyx.passes.rules;

import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Cast;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `cast(cast(x)) -> cast(x)` where the first cast changes no number, and `-> x` where the second one takes back what the first
/// did to integers.
public record MergeCasts() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        boolean exact = node.operator() instanceof Cast
                && node.operands().getFirst().node() instanceof Node inner
                && inner.operator() instanceof Cast(var between, var _, var _)
                && (holds(between, inner.operands().getFirst().dataType())
                        || holdsIntegers(between, inner.operands().getFirst().dataType())
                                && node.output(0).dataType() == inner.operands().getFirst().dataType());
        if (!exact) {
            return Optional.empty();
        }
        Operand x = node.operands().getFirst().node().operands().getFirst();
        return x.type().equals(node.types().getFirst())
                ? Optional.of(x)
                : Optional.of(site.apply(node.operator(), x));
    }

    /// Whether every number of the second type is one of the first, and is converted further in the same way.
    private static boolean holds(DataType wide, DataType narrow) {
        if (wide.isInteger() && narrow.isInteger()) {
            boolean unsigned = narrow.kind() == DataType.Kind.UNSIGNED;
            return wide.kind() == DataType.Kind.UNSIGNED
                    ? unsigned && wide.bits() >= narrow.bits()
                    : wide.bits() >= narrow.bits() + (unsigned ? 1 : 0);
        }
        return switch (narrow) {
            case FLOAT16, BFLOAT16 -> wide == DataType.FLOAT32 || wide == DataType.FLOAT64;
            case FLOAT32 -> wide == DataType.FLOAT64;
            default -> false;
        };
    }

    /// Whether every integer of the second type is one of the first, a float.
    private static boolean holdsIntegers(DataType wide, DataType narrow) {
        int digits = switch (wide) {
            case FLOAT16 -> 11;
            case FLOAT32 -> 24;
            case FLOAT64 -> 53;
            default -> 0;
        };
        return narrow.isInteger() && narrow.bits() <= digits;
    }
}
