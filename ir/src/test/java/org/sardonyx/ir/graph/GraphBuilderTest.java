package org.sardonyx.ir.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.operator.Constant;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

class GraphBuilderTest {
    private final GraphBuilder builder = new GraphBuilder("test");
    private final Expressions e = new Expressions(builder);

    private Operand input(String name, String... sizes) {
        return builder.input(name, new TensorType(DataType.FLOAT32,
                Shape.of(Arrays.stream(sizes).map(Dimension::parse).toList())));
    }

    @Test
    void equalNodesAreOne() {
        Operand x = input("x", "N", "3");
        assertEquals(e.exponential(x), e.exponential(x));
        assertEquals(e.scalar(DataType.FLOAT32, 2), e.scalar(DataType.FLOAT32, 2));
        assertNotEquals(e.scalar(DataType.FLOAT32, 0.0), e.scalar(DataType.FLOAT32, -0.0));
        assertNotEquals(e.exponential(x), e.logarithm(x));
    }

    @Test
    void shapeArithmeticStaysSymbolic() {
        Operand x = input("x", "N", "4", "H");
        Operand flat = e.concat(0, e.sizeOf(x, 0), e.longs(-1));
        assertEquals("float32[N, H*4]", e.reshape(x, flat).type().toString());
        Operand doubled = e.multiply(e.sizeOf(x, -1), e.longs(2));
        assertEquals("float32[H*2]", e.fill(DataType.FLOAT32, 0, doubled).type().toString());
        assertEquals("float32[H*N, 4]", e.reshape(e.transpose(x, 0, 2, 1), e.longs(-1, 4)).type().toString());
    }

    @Test
    void whatIsFixedIsComputedAtOnce() {
        Operand x = input("x", "N", "4", "5");
        assertInstanceOf(Constant.class, e.sizeOf(x, 1).node().operator());
        assertInstanceOf(Constant.class, e.multiply(e.sizeOf(x, 1), e.sizeOf(x, 2)).node().operator());
        assertEquals(20, builder.constant(e.sizeOf(x, 1, 3)).orElseThrow().getLong(0));
        Operand large = e.fill(DataType.FLOAT32, 1, e.longs(1 << 20));
        assertEquals("broadcast", large.node().operator().mnemonic());
    }

    @Test
    void whatCannotBeComputedIsLeftForTheRun() {
        Operand outOfRange = e.gather(e.longs(1, 2), e.longs(5), 0);
        assertEquals("gather", outOfRange.node().operator().mnemonic());
    }

    @Test
    void onlyWhatContributesIsInTheGraph() {
        Operand x = input("x", "2");
        input("unused", "2");
        e.exponential(x);
        builder.output("y", e.negate(x));
        Graph graph = builder.build();
        assertEquals(List.of("x", "unused"), graph.inputNames());
        assertEquals(3, graph.nodes().size());
        GraphVerifier.verify(graph, "the test");
    }

    @Test
    void namesAreUnique() {
        Operand x = input("x", "2");
        assertThrows(ModelException.class, () -> input("x", "3"));
        builder.output("y", x);
        assertThrows(ModelException.class, () -> builder.output("y", x));
    }

    @Test
    void veryDeepGraphsAreSortedWithoutRecursion() {
        Operand x = input("x", "2");
        Operand y = x;
        for (int i = 0; i < 200_000; i++) {
            y = e.add(y, x);
        }
        builder.output("y", y);
        assertEquals(200_001, builder.build().nodes().size());
    }

    @Test
    void theVerifierNamesWhoMadeTheGraph() {
        Operand x = input("x", "2");
        Node wrong = new Node(e.negate(x).node().operator(), List.of(x), List.of(TensorType.of(DataType.INT8, 7)),
                Origin.NONE);
        Graph graph = new Graph("broken", List.of(x), Map.of("y", wrong.output(0)));
        String message =
                assertThrows(IllegalStateException.class, () -> GraphVerifier.verify(graph, "BadPass")).getMessage();
        assertEquals(
                "graph 'broken' made by BadPass is not valid: Unary[function=NEGATE] has types [int8[7]], inferred are "
                        + "[float32[2]]",
                message);
        Graph open = new Graph("open", List.of(), Map.of("y", e.negate(x)));
        assertThrows(IllegalStateException.class, () -> GraphVerifier.verify(open, "BadPass"));
    }

    @Test
    void largeConstantsAreSharedOnlyByIdentity() {
        Tensor large = Tensor.allocate(DataType.FLOAT32, 1 << 20);
        assertEquals(e.constant(large), e.constant(large));
        assertNotEquals(e.constant(large), e.constant(Tensor.allocate(DataType.FLOAT32, 1 << 20)));
    }
}
