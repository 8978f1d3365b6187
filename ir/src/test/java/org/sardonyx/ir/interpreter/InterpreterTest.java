package org.sardonyx.ir.interpreter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.graph.Origin;
import org.sardonyx.ir.operator.If;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;

class InterpreterTest {
    private static final TensorType BATCH = new TensorType(DataType.FLOAT32,
            Shape.of(List.of(Dimension.symbol("N"), Dimension.of(2))));

    private static Graph sum() {
        GraphBuilder builder = new GraphBuilder("sum");
        Operand a = builder.input("a", BATCH);
        Operand b = builder.input("b", BATCH);
        builder.output("sum", new Expressions(builder).add(a, b));
        return builder.build();
    }

    private static Tensor ones(long... sizes) {
        Tensor tensor = Tensor.allocate(DataType.FLOAT32, sizes);
        for (long i = 0; i < tensor.size(); i++) {
            tensor.setDouble(i, 1);
        }
        return tensor;
    }

    private static String messageFor(Graph graph, Map<String, Tensor> inputs) {
        return assertThrows(ModelException.class, () -> new Interpreter().run(graph, inputs)).getMessage();
    }

    @Test
    void bindsSymbolsPerRun() {
        for (long n : new long[] {0, 1, 3}) {
            Map<String, Value> outputs = new Interpreter().run(sum(), Map.of("a", ones(n, 2), "b", ones(n, 2)));
            assertEquals("float32[" + n + ", 2]", outputs.get("sum").type().toString());
        }
    }

    @Test
    void tellsWhatIsWrongWithInputs() {
        assertEquals("input 'b' is missing", messageFor(sum(), Map.of("a", ones(1, 2))));
        assertEquals("the model has no input 'c', it has [a, b]",
                messageFor(sum(), new LinkedHashMap<>(Map.of("a", ones(1, 2), "b", ones(1, 2), "c", ones(1)))));
        assertEquals("input 'a' is a float32[1, 3], expected float32[N, 2]",
                messageFor(sum(), Map.of("a", ones(1, 3), "b", ones(1, 2))));
        assertEquals("input 'b' is a float32[3, 2], but N was 1 in another input; expected float32[N, 2]",
                messageFor(sum(), Map.of("a", ones(1, 2), "b", ones(3, 2))));
    }

    @Test
    void namesTheNodeThatFails() {
        GraphBuilder builder = new GraphBuilder("test");
        Operand indices = builder.input("indices", TensorType.of(DataType.INT64, 1));
        builder.origin(new Origin("pick", "Gather", 13));
        builder.output("y", new Expressions(builder).gather(builder.constant(Tensor.vector(1, 2)), indices, 0));
        assertEquals("node 'pick' (Gather-13): index 7 into an axis of size 2",
                messageFor(builder.build(), Map.of("indices", Tensor.vector(7))));
    }

    @Test
    void runsSubGraphsAndRefusesEndlessNesting() {
        Graph graph = constant(1);
        for (int depth = 0; depth < 50; depth++) {
            graph = nested(graph, depth);
        }
        Map<String, Value> outputs = new Interpreter().run(graph, Map.of());
        assertEquals(1, ((Tensor) outputs.get("y")).getLong(0));
        for (int depth = 0; depth < 100; depth++) {
            graph = nested(graph, depth);
        }
        assertEquals("sub-graphs are nested deeper than 100", messageFor(graph, Map.of()));
    }

    private static Graph constant(long number) {
        GraphBuilder builder = new GraphBuilder("leaf");
        builder.output("y", builder.constant(Tensor.scalar(number)));
        return builder.build();
    }

    private static Graph nested(Graph inner, int depth) {
        GraphBuilder builder = new GraphBuilder("depth " + depth);
        Operand condition = builder.constant(Tensor.ofBooleans(new long[0], true));
        builder.output("y", builder.apply(new If(inner, constant(0)), condition));
        return builder.build();
    }

    @Test
    void tellsProgress() {
        List<String> seen = new ArrayList<>();
        new Interpreter(0, node -> seen.add(node.operator().mnemonic())).run(sum(),
                Map.of("a", ones(1, 2), "b", ones(1, 2)));
        assertEquals(List.of("binary"), seen);
    }
}
