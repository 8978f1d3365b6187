package org.sardonyx.passes.rules;

import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Binary;
import org.sardonyx.ir.operator.BinaryFunction;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `x ^ 2 -> x * x` for floating-point numbers.
public record ReplaceSquare() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        boolean square = node.operator() instanceof Binary(BinaryFunction function)
                && function == BinaryFunction.POWER && node.output(0).dataType().isFloat()
                && Shapes.sameType(node.operands().getFirst(), node.output(0))
                && site.constant(node.operands().get(1)).filter(exponent -> Numbers.allAre(exponent, 2)).isPresent();
        Operand x = square ? node.operands().getFirst() : null;
        return square ? Optional.of(site.binary(BinaryFunction.MULTIPLY, x, x)) : Optional.empty();
    }
}
