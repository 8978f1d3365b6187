package org.sardonyx.passes.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Binary;
import org.sardonyx.ir.operator.Broadcast;
import org.sardonyx.ir.operator.Compare;
import org.sardonyx.ir.operator.Select;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `f(broadcast(x), y) -> f(x, y)` for elementwise f, where y alone gives the result its shape.
public record SkipBroadcast() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        boolean elementwise = switch (node.operator()) {
            case Binary _,Compare _,Select _ -> true;
            default -> false;
        };
        for (int i = 0; elementwise && i < node.operands().size(); i++) {
            Node operand = node.operands().get(i).node();
            if (operand.operator() instanceof Broadcast && Shapes.isKnown(node.output(0).shape())) {
                List<Operand> operands = new ArrayList<>(node.operands());
                operands.set(i, operand.operands().getFirst());
                Operand result = site.apply(node.operator(), operands.toArray(Operand[]::new));
                if (result.type().equals(node.types().getFirst())) {
                    return Optional.of(result);
                }
            }
        }
        return Optional.empty();
    }
}
