package org.sardonyx.passes.rules;

import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Reshape;
import org.sardonyx.ir.operator.Squeeze;
import org.sardonyx.ir.operator.Unsqueeze;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `reshape(x) -> x`, also for squeeze and unsqueeze, where x has that shape already.
public record RemoveReshape() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        Operand x = node.operands().isEmpty() ? null : node.operands().getFirst();
        return switch (node.operator()) {
            case Reshape _,Squeeze _,Unsqueeze _ when Shapes.sameType(x, node.output(0)) -> Optional.of(x);
            default -> Optional.empty();
        };
    }
}
