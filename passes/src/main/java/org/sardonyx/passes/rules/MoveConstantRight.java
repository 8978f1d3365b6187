package org.sardonyx.passes.rules;

import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Binary;
import org.sardonyx.ir.operator.BinaryFunction;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `c + x -> x + c`, and so for every function whose operands may change places, so that rules know one form.
public record MoveConstantRight() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        boolean commutes = node.operator() instanceof Binary(BinaryFunction function) && switch (function) {
            case ADD, MULTIPLY, MINIMUM, MAXIMUM, AND, OR, XOR -> true;
            default -> false;
        };
        return commutes && site.isConstant(node.operands().get(0)) && !site.isConstant(node.operands().get(1))
                ? Optional.of(site.apply(node.operator(), node.operands().get(1), node.operands().get(0)))
                : Optional.empty();
    }
}
