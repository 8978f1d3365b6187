package org.sardonyx.passes.precision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.operator.Binary;
import org.sardonyx.ir.operator.BinaryFunction;
import org.sardonyx.ir.operator.Cast;
import org.sardonyx.ir.operator.MatMul;
import org.sardonyx.ir.operator.Unary;
import org.sardonyx.ir.operator.UnaryFunction;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.passes.rewrite.Journal;

class IntegersAsFloatsTest {
    private final GraphBuilder builder = new GraphBuilder("quantized");

    private Operand number(double value) {
        return builder.constant(Tensor.ofFloats(new long[0], (float) value));
    }

    private Operand apply(BinaryFunction function, Operand a, Operand b) {
        return builder.apply(new Binary(function), a, b);
    }

    /// As QuantizeLinear to int8.
    private Operand quantized(Operand x, double scale) {
        Operand rounded = builder.apply(new Unary(UnaryFunction.ROUND),
                apply(BinaryFunction.DIVIDE, x, number(scale)));
        Operand bounded = apply(BinaryFunction.MINIMUM, apply(BinaryFunction.MAXIMUM, rounded, number(-128)),
                number(127));
        return builder.apply(new Cast(DataType.INT8), bounded);
    }

    private Graph after() {
        return new IntegersAsFloats().run(builder.build(), new Journal());
    }

    private static long integers(Graph graph) {
        return graph.nodes().stream()
                .filter(node -> node.operator() instanceof Binary || node.operator() instanceof MatMul)
                .filter(node -> node.output(0).dataType().isInteger()).count();
    }

    /// A product of quantized matrices, and its result quantized again.
    private Graph network(Tensor weights) {
        Operand x = builder.input("x", TensorType.of(DataType.FLOAT32, 3, weights.size(0)));
        Operand left = builder.apply(new Cast(DataType.INT32), quantized(x, 0.01));
        Operand moved = apply(BinaryFunction.SUBTRACT, left,
                builder.constant(Tensor.ofLongs(DataType.INT32, new long[0], 5)));
        Operand right = builder.apply(new Cast(DataType.INT32), builder.constant(weights));
        Operand sums = builder.apply(new Cast(DataType.FLOAT32), builder.apply(new MatMul(), moved, right));
        builder.output("y", quantized(sums, 37));
        return builder.build();
    }

    private static Tensor weights(long rows) {
        SplittableRandom random = new SplittableRandom(3);
        Tensor weights = Tensor.allocate(DataType.INT8, rows, 4);
        for (long i = 0; i < weights.size(); i++) {
            weights.setLong(i, random.nextInt(-128, 128));
        }
        return weights;
    }

    @Test
    void productsOfBytesAreTheSame() {
        Graph graph = network(weights(100));
        Graph floats = new IntegersAsFloats().run(graph, new Journal());
        assertTrue(integers(graph) > 0);
        assertEquals(0, integers(floats));
        assertEquals(DataType.INT8, floats.outputs().get("y").dataType());
        Tensor x = Tensor.allocate(DataType.FLOAT32, 3, 100);
        SplittableRandom random = new SplittableRandom(4);
        for (long i = 0; i < x.size(); i++) {
            x.setDouble(i, random.nextDouble(-2, 2));
        }
        Map<String, Tensor> input = Map.of("x", x);
        assertTrue(((Tensor) new Interpreter().run(graph, input).get("y"))
                .sameContent((Tensor) new Interpreter().run(floats, input).get("y")));
    }

    @Test
    void whatMayOverflowStaysAnInteger() {
        Operand x = builder.input("x", TensorType.of(DataType.INT32, 2));
        builder.output("y", builder.apply(new Cast(DataType.FLOAT32), apply(BinaryFunction.ADD, x, x)));
        assertEquals(1, integers(after()));
    }

    @Test
    void aCastThatRoundsIsDone() {
        Operand x = builder.input("x", TensorType.of(DataType.FLOAT32, 2));
        Operand whole = builder.apply(new Cast(DataType.INT8), x);
        builder.output("y", builder.apply(new Cast(DataType.FLOAT32), whole));
        Graph graph = after();
        assertEquals(List.of(DataType.INT8, DataType.FLOAT32), graph.nodes().stream()
                .filter(node -> node.operator() instanceof Cast).map(node -> node.output(0).dataType()).toList());
    }

    @Test
    void graphsWithoutSmallIntegersStayTheSame() {
        Operand x = builder.input("x", TensorType.of(DataType.FLOAT32, 2));
        builder.output("y", apply(BinaryFunction.ADD, x, x));
        Graph graph = builder.build();
        assertSame(graph, new IntegersAsFloats().run(graph, new Journal()));
    }
}
