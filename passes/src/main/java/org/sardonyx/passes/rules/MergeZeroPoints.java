package org.sardonyx.passes.rules;

import java.util.Arrays;
import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.BinaryFunction;
import org.sardonyx.ir.operator.Cast;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `cast(x - z) + z -> cast(x)` for small integers x and z, as where numbers are dequantized and quantized again.
public record MergeZeroPoints() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        if (!Products.isWithConstant(node, BinaryFunction.ADD, site) || !node.output(0).dataType().isFloat()
                || !(node.operands().getFirst().node().operator() instanceof Cast cast)) {
            return Optional.empty();
        }
        Operand whole = node.operands().getFirst();
        Node difference = whole.node().operands().getFirst().node();
        boolean matches = Products.isWithConstant(difference, BinaryFunction.SUBTRACT, site)
                && difference.output(0).dataType().isInteger()
                && isSame(site.constant(difference.operands().get(1)).orElseThrow(),
                        site.constant(node.operands().get(1)).orElseThrow())
                && IntegerRange.of(whole, site).isPresent();
        if (!matches) {
            return Optional.empty();
        }
        Operand result = site.apply(cast, difference.operands().getFirst());
        return Shapes.sameType(result, node.output(0)) && IntegerRange.of(result, site).isPresent()
                ? Optional.of(result)
                : Optional.empty();
    }

    private static boolean isSame(Tensor integers, Tensor numbers) {
        boolean same = Arrays.equals(integers.sizes(), numbers.sizes());
        for (long i = 0; same && i < integers.size(); i++) {
            same = integers.getLong(i) == numbers.getDouble(i);
        }
        return same;
    }
}
