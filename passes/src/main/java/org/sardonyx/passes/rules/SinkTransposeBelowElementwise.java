package org.sardonyx.passes.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Binary;
import org.sardonyx.ir.operator.Compare;
import org.sardonyx.ir.operator.Select;
import org.sardonyx.ir.operator.Transpose;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `f(transpose(x), transpose(y), c) -> transpose(f(x, y, c'))` where all transposes are the same, x and y have the shape of the
/// result, and c' is c with its axes in the order they have in x.
public record SinkTransposeBelowElementwise() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        boolean elementwise = switch (node.operator()) {
            case Binary _,Compare _,Select _ -> true;
            default -> false;
        };
        Optional<Transpose> transpose = elementwise
                ? node.operands().stream().flatMap(operand -> Permutations.of(operand.node()).stream()).findFirst()
                : Optional.empty();
        if (transpose.isEmpty()) {
            return Optional.empty();
        }
        List<Operand> operands = new ArrayList<>();
        for (Operand operand : node.operands()) {
            if (operand.node().operator().equals(transpose.get()) && site.isOnlyUse(operand)
                    && operand.shape().equals(node.output(0).shape())) {
                operands.add(operand.node().operands().getFirst());
            } else if (site.isConstant(operand)) {
                operands.add(moved(site, operand, Permutations.inverse(transpose.get())));
            } else {
                return site.refuse("operands are transposed in different ways, or used elsewhere too");
            }
        }
        return Optional.of(site.apply(transpose.get(), site.apply(node.operator(), operands.toArray(Operand[]::new))));
    }

    private static Operand moved(Site site, Operand constant, Transpose inverse) {
        int rank = inverse.permutation().size();
        long[] sizes = new long[rank];
        Arrays.fill(sizes, 1);
        long[] given = constant.shape().sizes();
        System.arraycopy(given, 0, sizes, rank - given.length, given.length);
        return given.length == 0 ? constant : site.apply(inverse, site.reshape(constant, sizes));
    }
}
