package org.sardonyx.frontend.catalogue;

import java.util.ArrayList;
import java.util.List;

import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.If;

/// Operators that run graphs of their own.
final class ControlFlowOperators {
    private ControlFlowOperators() {}

    static void define(Catalogue.Builder c) {
        c.operator("If", 1, 11, 13, 16, 19, 21, 23, 24, 25).inputs(1).asMany(ControlFlowOperators::branch);
    }

    private static List<Operand> branch(OnnxNode n, Expressions e) {
        Subgraph.Closure thenBranch = n.attributes().requireGraph("then_branch").close(List.of());
        Subgraph.Closure elseBranch = n.attributes().requireGraph("else_branch").close(List.of());
        List<Operand> operands = new ArrayList<>(List.of(n.input(0)));
        operands.addAll(thenBranch.captures());
        operands.addAll(elseBranch.captures());
        return e.builder().apply(new If(thenBranch.graph(), elseBranch.graph()), operands);
    }
}
