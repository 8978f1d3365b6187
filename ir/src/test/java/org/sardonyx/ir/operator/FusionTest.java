package org.sardonyx.ir.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.graph.Specialization;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

class FusionTest {
    private final GraphBuilder body = new GraphBuilder("body");
    private final Expressions e = new Expressions(body);
    private final Operand x = body.input("x0", matrix());

    private static TensorType matrix() {
        return new TensorType(DataType.FLOAT32, Shape.of(List.of(Dimension.symbol("N"), Dimension.of(2))));
    }

    private Fusion group(Operand... outputs) {
        for (Operand output : outputs) {
            body.output("y" + body.build().outputs().size(), output);
        }
        return new Fusion(body.build());
    }

    private String refused(Operand... outputs) {
        return assertThrows(ModelException.class, () -> group(outputs)).getMessage();
    }

    @Test
    void computesWhatItsBodyComputes() {
        Fusion group = group(e.negate(e.add(x, 1)));
        GraphBuilder builder = new GraphBuilder("around");
        builder.output("y", builder.apply(group, builder.input("x", matrix())));
        Graph graph = builder.build();
        assertEquals("float32[N, 2]", graph.outputs().get("y").type().toString());
        Tensor result = (Tensor) new Interpreter()
                .run(graph, Map.of("x", Tensor.ofFloats(new long[] {1, 2}, 1, -3))).get("y");
        assertTrue(result.sameContent(Tensor.ofFloats(new long[] {1, 2}, -2, 2)));
    }

    @Test
    void bodyIsSpecializedToo() {
        GraphBuilder builder = new GraphBuilder("around");
        builder.output("y", builder.apply(group(e.negate(x)), builder.input("x", matrix())));
        Operand y =
                Specialization.of(builder.build(), Map.of("x", TensorType.of(DataType.FLOAT32, 5, 2))).graph().outputs()
                        .get("y");
        assertEquals("float32[5, 2]", y.type().toString());
        Fusion inner = (Fusion) y.node().operator();
        assertEquals("float32[5, 2]", inner.body().outputs().get("y0").type().toString());
    }

    @Test
    void anchorsAreFound() {
        Operand weights = body.input("x1", TensorType.of(DataType.FLOAT32, 2, 3));
        Fusion group = group(e.negate(e.matMul(x, weights)));
        assertEquals(new MatMul(), group.anchor().orElseThrow().operator());
        assertEquals(1, group.anchors().size());
    }

    @Test
    void otherOperatorsAreRefused() {
        assertEquals("in a group, transpose -> [float32[2, N]] may not be in a group", refused(e.transpose(x, 1, 0)));
    }

    @Test
    void groupOfNothingIsRefused() {
        assertEquals("a group without inputs or members", refused(x));
    }

    @Test
    void outputThatIsAnInputIsRefused() {
        assertEquals("in a group, input -> [float32[N, 2]] is an output, but no member", refused(e.negate(x), x));
    }

    @Test
    void pointwiseMembersOfDifferentShapesAreRefused() {
        Operand row = body.input("x1", TensorType.of(DataType.FLOAT32, 2));
        assertEquals("in a group, binary -> [float32[N, 2]] is not of shape [2]", refused(e.add(x, e.negate(row))));
    }

    @Test
    void secondAnchorIsRefused() {
        Operand weights = body.input("x1", TensorType.of(DataType.FLOAT32, 2, 2));
        assertEquals("in a group, matMul -> [float32[N, 2]] is a second anchor",
                refused(e.matMul(e.matMul(x, weights), weights)));
    }

    @Test
    void outputBeforeAnAnchorIsRefused() {
        Operand weights = body.input("x1", TensorType.of(DataType.FLOAT32, 2, 2));
        Operand before = e.negate(x);
        assertEquals("in a group, unary -> [float32[N, 2]] leads to the anchor and is an output",
                refused(e.matMul(before, weights), before));
    }

    @Test
    void rowsOfSoftmax() {
        Operand power = e.exponential(e.subtract(x, e.largest(x, 1)));
        Fusion group = group(e.divide(power, e.sum(power, 1)), power);
        assertEquals(2, group.anchors().size());
    }

    @Test
    void rowsAlongOuterAxesAreRefused() {
        Operand power = e.subtract(x, e.largest(x, 0));
        assertEquals("in a group, reduce -> [float32[1, 2]] does not reduce along the innermost axes", refused(power));
    }

    @Test
    void rowsAlongDifferentAxesAreRefused() {
        Operand all = e.reduce(ReduceFunction.MAXIMUM, x, true, e.longs(0, 1));
        assertTrue(refused(e.subtract(e.subtract(x, e.largest(x, 1)), all)).startsWith("in a group, "));
    }
}
