package org.sardonyx.ir.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.operator.Constant;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

class SpecializationTest {
    private static final TensorType ANY = new TensorType(DataType.FLOAT32,
            Shape.of(List.of(Dimension.symbol("N"), Dimension.of(3), Dimension.UNKNOWN)));

    /// Flattens all but the first axis and negates.
    private static Graph graph() {
        GraphBuilder builder = new GraphBuilder("flatten");
        Expressions e = new Expressions(builder);
        Operand x = builder.input("x", ANY);
        builder.origin(new Origin("flat", "Reshape", 14));
        builder.output("y", e.negate(e.reshape(x, e.concat(0, e.sizeOf(x, 0), e.longs(-1)))));
        return builder.build();
    }

    private static Graph specialized(TensorType x) {
        return Specialization.of(graph(), Map.of("x", x)).graph();
    }

    @Test
    void eachOperandHasItsSuccessor() {
        Graph graph = graph();
        Specialization special =
                Specialization.of(graph, Map.of("x", TensorType.of(DataType.FLOAT32, 2, 3, 5)));
        assertEquals(special.graph().outputs().get("y"), special.operands().get(graph.outputs().get("y")));
        for (Node node : graph.nodes()) {
            assertTrue(node.types().getFirst().admits(special.operands().get(node.output(0)).type()));
        }
    }

    @Test
    void typesAreInferredAnew() {
        Graph special = specialized(TensorType.of(DataType.FLOAT32, 2, 3, 5));
        assertEquals("float32[2, 15]", special.outputs().get("y").type().toString());
        GraphVerifier.verify(special, "the test");
        assertEquals("node 'flat' (Reshape-14)", special.outputs().get("y").node().origin().toString());
    }

    @Test
    void whatTheSizesSettleIsComputed() {
        Graph special = specialized(TensorType.of(DataType.FLOAT32, 2, 3, 5));
        assertTrue(special.nodes().size() < graph().nodes().size());
        assertEquals(1, special.nodes().stream().filter(node -> node.operator() instanceof Constant).count());
    }

    @Test
    void theResultIsTheSame() {
        Tensor x = Tensor.ofFloats(new long[] {1, 3, 2}, 1, 2, 3, 4, 5, 6);
        Graph special = specialized(x.type());
        Tensor expected = (Tensor) new Interpreter().run(graph(), Map.of("x", x)).get("y");
        assertTrue(expected.sameContent((Tensor) new Interpreter().run(special, Map.of("x", x)).get("y")));
    }

    @Test
    void inputsWithoutAnEntryStay() {
        assertEquals("float32[N, 3, ?]",
                Specialization.of(graph(), Map.of()).graph().inputs().getFirst().type().toString());
    }

    @Test
    void aTypeTheInputDoesNotAdmitIsRefused() {
        var error = assertThrows(ModelException.class,
                () -> specialized(TensorType.of(DataType.FLOAT32, 2, 4, 5)));
        assertEquals("input 'x' cannot be a float32[2, 4, 5], it is float32[N, 3, ?]", error.getMessage());
    }

    @Test
    void anOperatorThatDoesNotFitTheSizesIsNamed() {
        GraphBuilder builder = new GraphBuilder("sum");
        builder.origin(new Origin("plus", "Add", 14));
        Operand x = builder.input("x", ANY);
        Operand fixed = builder.input("fixed", TensorType.of(DataType.FLOAT32, 4));
        builder.output("y", new Expressions(builder).add(x, fixed));
        var error = assertThrows(ModelException.class, () -> Specialization.of(builder.build(),
                Map.of("x", TensorType.of(DataType.FLOAT32, 2, 3, 5))));
        assertEquals("node 'plus' (Add-14): shapes [2, 3, 5] and [4] do not broadcast: 5 against 4",
                error.getMessage());
    }
}
