package org.sardonyx.passes.rules;

import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Binary;
import org.sardonyx.ir.operator.BinaryFunction;
import org.sardonyx.ir.operator.Unary;
import org.sardonyx.ir.operator.UnaryFunction;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `x - c -> x + -c` for floating-point numbers, so that rules know one form.
public record ReplaceSubtraction() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        boolean subtracts = node.operator() instanceof Binary(BinaryFunction function)
                && function == BinaryFunction.SUBTRACT && node.output(0).dataType().isFloat()
                && site.isConstant(node.operands().get(1));
        if (!subtracts) {
            return Optional.empty();
        }
        Operand negated = site.apply(new Unary(UnaryFunction.NEGATE), node.operands().get(1));
        return Optional.of(site.binary(BinaryFunction.ADD, node.operands().getFirst(), negated));
    }
}
