package org.sardonyx.passes.rewrite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.graph.Origin;
import org.sardonyx.ir.operator.Cast;
import org.sardonyx.ir.operator.Convolution;
import org.sardonyx.ir.operator.If;
import org.sardonyx.ir.operator.Unary;
import org.sardonyx.ir.operator.UnaryFunction;
import org.sardonyx.ir.operator.Window;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;

class RewritePassTest {
    /// `from(x) -> to(x)`
    private record Replace(String name, UnaryFunction from, UnaryFunction to) implements Rule {
        @Override
        public Optional<Operand> rewrite(Node node, Site site) {
            return node.operator().equals(new Unary(from))
                    ? Optional.of(site.apply(new Unary(to), node.operands().getFirst()))
                    : Optional.empty();
        }
    }

    private static final Rule SINE = new Replace("SineToCosine", UnaryFunction.SINE, UnaryFunction.COSINE);
    private static final Rule COSINE = new Replace("CosineToSine", UnaryFunction.COSINE, UnaryFunction.SINE);

    private static Graph sineOfSine(TensorType type) {
        GraphBuilder builder = new GraphBuilder("sines");
        Expressions e = new Expressions(builder);
        Operand x = builder.input("x", type);
        builder.origin(new Origin("wave", "Sin", 7));
        builder.output("y", e.unary(UnaryFunction.SINE, e.unary(UnaryFunction.SINE, x)));
        return builder.build();
    }

    private static Graph sineOfSine() {
        return sineOfSine(TensorType.of(DataType.FLOAT32, 2));
    }

    private static String message(Rule... rules) {
        RewritePass pass = new RewritePass("trial", List.of(rules));
        return assertThrows(IllegalStateException.class, () -> pass.run(sineOfSine(), new Journal())).getMessage();
    }

    @Test
    void everyNodeIsRewrittenAndCounted() {
        Journal journal = new Journal();
        Graph graph = new RewritePass("trial", List.of(SINE)).run(sineOfSine(), journal);
        assertTrue(graph.nodes().stream().noneMatch(node -> node.operator().equals(new Unary(UnaryFunction.SINE))));
        assertEquals(Map.of("SineToCosine", 2), journal.counts());
        assertEquals("node 'wave' (Sin-7): SineToCosine: sine -> cosine", journal.done().getFirst().toString());
        assertTrue(journal.settled());
        assertEquals("wave", graph.outputs().get("y").node().origin().node());
    }

    @Test
    void rulesThatUndoEachOtherAreNamed() {
        String message = message(SINE, COSINE);
        assertTrue(message.startsWith("pass 'trial': rules undo each other at node 'wave' (Sin-7): ... "), message);
        assertTrue(message.contains("CosineToSine, SineToCosine"), message);
    }

    @Test
    void ruleThatChangesTheTypeIsNamed() {
        String message = message((node, site) -> node.operator() instanceof Cast
                ? Optional.empty()
                : Optional.of(site.apply(new Cast(DataType.FLOAT64), node.operands().getFirst())));
        assertTrue(message.contains("makes cast.0: float64[2] of unary.0: float32[2] at node 'wave' (Sin-7)"), message);
    }

    @Test
    void ruleThatAppliesAnOperatorWronglyIsNamed() {
        Rule wrong = new Rule() {
            @Override
            public Optional<Operand> rewrite(Node node, Site site) {
                return Optional.of(site.apply(new Convolution(Window.unit(1), 1), node.operands().getFirst()));
            }

            @Override
            public String name() {
                return "Wrong";
            }
        };
        assertEquals("pass 'trial': Wrong fails at node 'wave' (Sin-7): 1 operands, expected 2", message(wrong));
    }

    @Test
    void refusalsThatStandAreToldOnce() {
        Journal journal = new Journal();
        Rule refusing = (node, site) -> site.refuse("there is no need");
        new RewritePass("trial", List.of(refusing, SINE)).run(sineOfSine(), journal);
        assertEquals(1, journal.refused().size());
        assertEquals("there is no need", journal.refused().getFirst().what());
    }

    @Test
    void aSweepLimitEndsWhatIsSlow() {
        Journal journal = new Journal();
        Rule endless = (node, site) -> node.operator().equals(new Unary(UnaryFunction.SINE))
                ? Optional.of(site.apply(new Unary(UnaryFunction.NEGATE),
                        site.apply(new Unary(UnaryFunction.SINE), node.operands().getFirst())))
                : Optional.empty();
        new RewritePass("trial", List.of(endless)).run(sineOfSine(), journal);
        assertFalse(journal.settled());
    }

    @Test
    void graphsOfOperatorsAreRewritten() {
        Graph branch = sineOfSine();
        GraphBuilder builder = new GraphBuilder("outer");
        Operand condition = builder.input("c", TensorType.of(DataType.BOOL));
        Operand x = builder.input("x", TensorType.of(DataType.FLOAT32, 2));
        builder.output("y", builder.apply(new If(branch, branch), List.of(condition, x, x)).getFirst());
        Journal journal = new Journal();
        Graph graph = new RewritePass("trial", List.of(SINE)).run(builder.build(), journal);
        If operator = (If) graph.outputs().get("y").node().operator();
        assertEquals(operator.thenBranch(), operator.elseBranch());
        assertNotEquals(branch, operator.thenBranch());
        assertEquals(Map.of("SineToCosine", 2), journal.counts());
    }
}
