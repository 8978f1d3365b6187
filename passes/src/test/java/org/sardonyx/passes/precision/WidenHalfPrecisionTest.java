package org.sardonyx.passes.precision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Node;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.operator.Binary;
import org.sardonyx.ir.operator.BinaryFunction;
import org.sardonyx.ir.operator.Cast;
import org.sardonyx.ir.operator.Cumulative;
import org.sardonyx.ir.operator.ReduceFunction;
import org.sardonyx.ir.operator.Unary;
import org.sardonyx.ir.operator.UnaryFunction;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.passes.rewrite.Journal;

class WidenHalfPrecisionTest {
    private final GraphBuilder builder = new GraphBuilder("half");

    private Operand input(DataType type) {
        return builder.input("x", TensorType.of(type, 4));
    }

    private Graph widened(Operand output) {
        builder.output("y", output);
        return new WidenHalfPrecision().run(builder.build(), new Journal());
    }

    private static List<DataType> arithmetic(Graph graph) {
        return graph.nodes().stream()
                .filter(node -> node.operator() instanceof Binary || node.operator() instanceof Unary)
                .map(node -> node.output(0).dataType()).toList();
    }

    private static long casts(Graph graph) {
        return graph.nodes().stream().map(Node::operator).filter(Cast.class::isInstance).count();
    }

    @Test
    void roundsOnceAtTheEnd() {
        Operand x = input(DataType.FLOAT16);
        Operand sum = builder.apply(new Binary(BinaryFunction.ADD), x, builder.constant(constant(2048)));
        Graph graph =
                widened(builder.apply(new Binary(BinaryFunction.SUBTRACT), sum, builder.constant(constant(2048))));
        assertEquals(List.of(DataType.FLOAT32, DataType.FLOAT32), arithmetic(graph));
        assertEquals(2, casts(graph));
        Tensor half = Tensor.allocate(DataType.FLOAT16, 4);
        half.setDouble(0, 0.125);
        half.setDouble(1, 3);
        Tensor y = (Tensor) new Interpreter().run(graph, Map.of("x", half)).get("y");
        assertEquals(DataType.FLOAT16, y.dataType());
        assertEquals(0.125, y.getDouble(0));
        assertEquals(3, y.getDouble(1));
    }

    private static Tensor constant(double value) {
        Tensor tensor = Tensor.allocate(DataType.FLOAT16, 4);
        for (long i = 0; i < 4; i++) {
            tensor.setDouble(i, value);
        }
        return tensor;
    }

    @Test
    void castsToFloat32AndBackAreGone() {
        Operand x = input(DataType.FLOAT32);
        Operand half = builder.apply(new Cast(DataType.BFLOAT16), x);
        Operand negative = builder.apply(new Unary(UnaryFunction.NEGATE), half);
        Graph graph = widened(builder.apply(new Cast(DataType.FLOAT32), negative));
        assertEquals(List.of(DataType.FLOAT32), arithmetic(graph));
        assertTrue(graph.nodes().stream().noneMatch(node -> node.output(0).dataType() == DataType.BFLOAT16));
    }

    @Test
    void otherOperatorsTakeWhatTheyTook() {
        Operand x = input(DataType.FLOAT16);
        Operand axis = builder.constant(Tensor.ofLongs(DataType.INT64, new long[0], 0));
        Operand sums = builder.apply(new Cumulative(ReduceFunction.SUM, false, false),
                builder.apply(new Unary(UnaryFunction.ABSOLUTE), x), axis);
        Graph graph = widened(sums);
        assertEquals(DataType.FLOAT16, graph.outputs().get("y").dataType());
        assertEquals(2, casts(graph));
    }

    @Test
    void graphsWithoutHalfPrecisionStayTheSame() {
        builder.output("y", builder.apply(new Unary(UnaryFunction.ABSOLUTE), input(DataType.FLOAT32)));
        Graph graph = builder.build();
        assertSame(graph, new WidenHalfPrecision().run(graph, new Journal()));
    }
}
