package org.sardonyx.ir.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;

class LoopTest {
    private static final TensorType SCALAR = TensorType.of(DataType.INT64);
    private static final TensorType CONDITION = TensorType.of(DataType.BOOL);
    private static final Tensor TRUE = Tensor.ofBooleans(new long[0], true);
    private static final Tensor FALSE = Tensor.ofBooleans(new long[0], false);

    /// sum += iteration until the sum reaches the limit, a capture; yields the sum of each iteration.
    private static Loop sumUpToLimit() {
        GraphBuilder body = new GraphBuilder("body");
        Expressions e = new Expressions(body);
        Operand iteration = body.input("iteration", SCALAR);
        body.input("condition", CONDITION);
        Operand sum = e.add(body.input("sum", SCALAR), iteration);
        body.output("condition", e.less(sum, body.input("limit", SCALAR)));
        body.output("sum", sum);
        body.output("sums", sum);
        return new Loop(body.build(), 1);
    }

    /// Carries a value, unless `grow` makes it one element longer in each iteration.
    private static Graph carry(TensorType type, boolean grow) {
        GraphBuilder body = new GraphBuilder("body");
        Operand iteration = body.input("iteration", SCALAR);
        Operand condition = body.input("condition", CONDITION);
        Operand carried = body.input("carried", type);
        Expressions e = new Expressions(body);
        body.output("condition", condition);
        body.output("carried", grow ? e.concat(0, carried, e.unsqueeze(iteration, 0)) : carried);
        return body.build();
    }

    private static String sums(long tripCount, Tensor condition, long limit) {
        return AppliedToValues.all(sumUpToLimit(), Tensor.scalar(tripCount), condition, Tensor.scalar(10),
                Tensor.scalar(limit)).stream().map(Value::toString).collect(Collectors.joining(" "));
    }

    @Test
    void endsByTripCountOrCondition() {
        assertEquals("int64[] {13} int64[3] {10, 11, 13}", sums(3, TRUE, 100));
        assertEquals("int64[] {20} int64[5] {10, 11, 13, 16, 20}", sums(Long.MAX_VALUE, TRUE, 20));
        assertEquals("int64[] {10} int64[0]", sums(3, FALSE, 100));
        assertEquals("int64[] {10} int64[0]", sums(0, TRUE, 100));
        assertEquals("int64[] {10} int64[0]", sums(-7, TRUE, 100));
    }

    @Test
    void carriesValuesThatChangeShape() {
        Loop loop = new Loop(carry(SCALAR.withShape(Shape.ofRank(1)), true), 1);
        assertEquals("int64[4] {9, 0, 1, 2}",
                AppliedToValues.one(loop, Tensor.scalar(3), TRUE, Tensor.vector(9)).toString());
        assertEquals("the body takes a int64[1] and yields a int64[2] for its next iteration",
                assertThrows(ModelException.class, () -> new Loop(carry(TensorType.of(DataType.INT64, 1), true), 1))
                        .getMessage());
    }

    @Test
    void knowsTheCountOfALoopWithoutCondition() {
        GraphBuilder body = new GraphBuilder("body");
        Operand iteration = body.input("iteration", SCALAR);
        body.output("condition", body.input("condition", CONDITION));
        body.output("iterations", iteration);
        Loop loop = new Loop(body.build(), 0);
        GraphBuilder builder = new GraphBuilder("loops");
        Operand yes = builder.constant(TRUE);
        assertEquals("int64[5]", builder.apply(loop, builder.constant(Tensor.scalar(5)), yes).type().toString());
        assertEquals("int64[0]", builder.apply(loop, builder.constant(Tensor.scalar(-5)), yes).type().toString());
        assertEquals("int64[?]", builder.apply(loop, builder.constant(Tensor.scalar(5)),
                builder.input("condition", CONDITION)).type().toString());
    }

    @Test
    void stopsWhenTheStepsAreUsedUp() {
        GraphBuilder builder = new GraphBuilder("endless");
        builder.output("y", builder.apply(new Loop(carry(SCALAR, false), 1),
                builder.constant(Tensor.scalar(Long.MAX_VALUE)), builder.constant(TRUE), builder.input("x", SCALAR)));
        Interpreter interpreter = new Interpreter(0, _ -> {}, 10_000);
        assertEquals("the run takes more than 10000 steps, the limit that is set", assertThrows(ModelException.class,
                () -> interpreter.run(builder.build(), List.of(Tensor.scalar(0)))).getMessage());
    }

    @Test
    void refusesOperandsThatDoNotFit() {
        Loop loop = new Loop(carry(SCALAR, false), 1);
        Tensor one = Tensor.scalar(1);
        assertEquals("3 operands, expected 4", AppliedToValues.refusal(sumUpToLimit(), one, TRUE, one));
        assertEquals("the condition is of type int64, expected bool",
                AppliedToValues.refusal(loop, one, one, one));
        assertEquals("the body takes a int64[], but gets a int64[2]",
                AppliedToValues.refusal(loop, one, TRUE, Tensor.vector(1, 2)));
        assertEquals("the condition is a bool[2], expected one bool", AppliedToValues.refusal(
                new Loop(carryUnderAnyCondition(), 1), one, Tensor.ofBooleans(new long[] {2}, true, true), one));
        assertEquals("the body has 3 inputs and 2 outputs, expected at least 4 and 3",
                assertThrows(ModelException.class, () -> new Loop(carry(SCALAR, false), 2)).getMessage());
    }

    private static Graph carryUnderAnyCondition() {
        GraphBuilder body = new GraphBuilder("body");
        body.input("iteration", SCALAR);
        body.output("condition", body.input("condition", CONDITION.withShape(Shape.UNKNOWN)));
        body.output("carried", body.input("carried", SCALAR));
        return body.build();
    }

    @Test
    void refusesToStackDifferentShapes() {
        GraphBuilder body = new GraphBuilder("body");
        Expressions e = new Expressions(body);
        Operand iteration = body.input("iteration", SCALAR);
        body.output("condition", body.input("condition", CONDITION));
        body.output("filled", e.fill(DataType.INT64, 0, e.unsqueeze(iteration, 0)));
        assertEquals("tensors of shapes [0] and [1] cannot be stacked",
                AppliedToValues.refusal(new Loop(body.build(), 0), Tensor.scalar(2), TRUE));
    }
}
