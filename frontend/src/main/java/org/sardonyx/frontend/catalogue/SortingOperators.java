package org.sardonyx.frontend.catalogue;

import java.util.List;

import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.TopK;
import org.sardonyx.ir.operator.Unique;

/// Operators that order elements.
final class SortingOperators {
    private SortingOperators() {}

    static void define(Catalogue.Builder c) {
        c.operator("TopK", 1).inputs(1)
                .asMany((n, e) -> topK(n, e, e.longs(n.attributes().requireInteger("k"))));
        c.operator("TopK", 10, 11, 24).inputs(2).asMany((n, e) -> topK(n, e, n.input(1)));
        c.operator("Unique", 11, 28).inputs(1).asMany(SortingOperators::unique);
    }

    /// Where the order does not matter (`sorted` is 0), it is the same.
    private static List<Operand> topK(OnnxNode n, Expressions e, Operand count) {
        TopK top = new TopK(n.axisOf(0, "axis", -1), n.attributes().flag("largest", true));
        return e.builder().apply(top, List.of(n.input(0), count));
    }

    private static List<Operand> unique(OnnxNode n, Expressions e) {
        boolean flat = !n.attributes().has("axis");
        Operand x = flat ? e.reshape(n.input(0), -1) : n.input(0);
        Unique unique = new Unique(flat ? 0 : n.axisOf(0, "axis", 0), n.attributes().flag("sorted", true));
        return e.builder().apply(unique, List.of(x));
    }
}
