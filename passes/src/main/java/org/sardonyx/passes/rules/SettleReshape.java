package org.sardonyx.passes.rules;

import java.util.Arrays;
import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Reshape;
import org.sardonyx.ir.operator.Squeeze;
import org.sardonyx.ir.operator.Unsqueeze;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `reshape(x, sizes) -> reshape(x, constant)`, also of squeeze and unsqueeze: sizes that are known are written down, and -1 for
/// one that is not. What computed them is left to nobody.
public record SettleReshape() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        return switch (node.operator()) {
            case Reshape(boolean copyZeros) when !copyZeros && isSettled(node, site) -> Optional.empty();
            case Reshape _,Squeeze _,Unsqueeze _ ->
                    Shapes.reshaped(site, node.operands().getFirst(), node.output(0).shape());
            default -> Optional.empty();
        };
    }

    private static boolean isSettled(Node node, Site site) {
        Optional<long[]> settled = Shapes.sizes(node.output(0).shape());
        Optional<long[]> given = site.integers(node.operands().get(1));
        return settled.isPresent() && given.isPresent() && Arrays.equals(settled.get(), given.get());
    }
}
