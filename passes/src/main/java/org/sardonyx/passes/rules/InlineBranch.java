package org.sardonyx.passes.rules;

import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.If;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.passes.rewrite.Rule;
import org.sardonyx.passes.rewrite.Site;

/// `if(constant, ...) -> the nodes of the branch` that is always taken, where it has one output.
public record InlineBranch() implements Rule {

    @Override
    public Optional<Operand> rewrite(Node node, Site site) {
        if (!(node.operator() instanceof If(Graph thenBranch, Graph elseBranch))) {
            return Optional.empty();
        }
        Optional<Tensor> condition = site.constant(node.operands().getFirst()).filter(tensor -> tensor.size() == 1);
        if (condition.isEmpty()) {
            return site.refuse("the condition is known only when the model runs");
        }
        boolean first = condition.get().getBoolean(0);
        int from = 1 + (first ? 0 : thenBranch.inputs().size());
        Graph branch = first ? thenBranch : elseBranch;
        List<Operand> arguments = node.operands().subList(from, from + branch.inputs().size());
        Operand result = site.inline(branch, arguments).getFirst();
        // Of a sequence more may be known now than the type of the branches' results says; that stays as it is.
        return result.type() instanceof TensorType || result.type().equals(node.types().getFirst())
                ? Optional.of(result)
                : Optional.empty();
    }
}
