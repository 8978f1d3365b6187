package org.sardonyx.passes.rules;

import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Unary;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `-(-x) -> x` and `floor(floor(x)) -> floor(x)`, and so for every function that is its own inverse, or that leaves alone
/// what it has been applied to.
public record RemoveRepeatedFunction() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        boolean repeated = node.operator() instanceof Unary
                && node.operands().getFirst().node().operator().equals(node.operator());
        if (!repeated) {
            return Optional.empty();
        }
        Operand once = node.operands().getFirst();
        return switch (((Unary) node.operator()).function()) {
            case NEGATE, NOT, BITWISE_NOT -> Optional.of(once.node().operands().getFirst());
            case ABSOLUTE, SIGN, FLOOR, CEILING, ROUND -> Optional.of(once);
            default -> Optional.empty();
        };
    }
}
