package org.sardonyx.passes.rules;

import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Transpose;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `transpose(transpose(x)) -> transpose(x)`
public record MergeTransposes() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        Optional<Transpose> outer = Permutations.of(node);
        Optional<Transpose> inner = outer.flatMap(_ -> Permutations.of(node.operands().getFirst().node()));
        return inner.map(first -> site.apply(Permutations.after(outer.get(), first),
                node.operands().getFirst().node().operands().getFirst()));
    }
}
