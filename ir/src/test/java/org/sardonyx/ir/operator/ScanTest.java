package org.sardonyx.ir.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Scan.Walk;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;

class ScanTest {
    private static final TensorType VECTOR = TensorType.of(DataType.INT64, 2);
    private static final Tensor MATRIX = Tensor.ofLongs(DataType.INT64, new long[] {2, 3}, 1, 2, 3, 10, 20, 30);

    /// Sums up slices of two elements, scaled by a capture; yields each sum.
    private static Graph sums() {
        GraphBuilder body = new GraphBuilder("body");
        Expressions e = new Expressions(body);
        Operand state = body.input("state", VECTOR);
        Operand slice = body.input("slice", VECTOR);
        Operand sum = e.add(state, e.multiply(slice, body.input("scale", TensorType.of(DataType.INT64))));
        body.output("state", sum);
        body.output("sums", sum);
        return body.build();
    }

    private static String text(List<Value> values) {
        return values.stream().map(Value::toString).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "false | 0 | false | int64[3, 2] {2, 20, 6, 60, 12, 120}",
        "false | 1 | false | int64[2, 3] {2, 6, 12, 20, 60, 120}",
        "false | -1 | true | int64[2, 3] {12, 6, 2, 120, 60, 20}",
        "true | 0 | false | int64[3, 2] {6, 60, 10, 100, 12, 120}",
        "true | -2 | true | int64[3, 2] {12, 120, 10, 100, 6, 60}"})
    void walksInEitherDirectionAlongAnyAxis(boolean inputBackwards, int axis, boolean backwards, String expected) {
        Scan scan = new Scan(sums(), 1, List.of(new Walk(-1, inputBackwards)), List.of(new Walk(axis, backwards)));
        assertEquals("int64[2] {12, 120} " + expected,
                text(AppliedToValues.all(scan, Tensor.vector(0, 0), MATRIX, Tensor.scalar(2))));
    }

    @Test
    void walksAlongNothing() {
        Scan scan = new Scan(sums(), 1, List.of(new Walk(0, false)), List.of(new Walk(1, false)));
        assertEquals("int64[2] {7, 8} int64[2, 0]", text(AppliedToValues.all(scan, Tensor.vector(7, 8),
                Tensor.allocate(DataType.INT64, 0, 2), Tensor.scalar(2))));
    }

    @Test
    void knowsTheLengthOfTheWalk() {
        GraphBuilder builder = new GraphBuilder("scan");
        Shape shape = Shape.of(List.of(Dimension.of(2), Dimension.symbol("T")));
        List<Operand> outputs = builder.apply(
                new Scan(sums(), 1, List.of(new Walk(1, false)), List.of(new Walk(0, false))),
                List.of(builder.input("state", VECTOR), builder.input("x", VECTOR.withShape(shape)),
                        builder.input("scale", TensorType.of(DataType.INT64))));
        assertEquals("int64[T, 2]", outputs.get(1).type().toString());
    }

    @Test
    void walksAlongStrings() {
        GraphBuilder body = new GraphBuilder("body");
        body.output("same", body.input("word", TensorType.of(DataType.STRING)));
        Scan scan = new Scan(body.build(), 0, List.of(new Walk(0, true)), List.of(new Walk(0, false)));
        assertEquals("string[2] {\"b\", \"a\"}",
                AppliedToValues.one(scan, Tensor.ofStrings(new long[] {2}, "a", "b")).toString());
    }

    @Test
    void refusesWhatDoesNotFit() {
        Walk walk = new Walk(0, false);
        assertEquals("there is no tensor to walk along", assertThrows(ModelException.class,
                () -> new Scan(sums(), 2, List.of(), List.of(walk))).getMessage());
        assertEquals("the body has 3 inputs and 2 outputs, expected at least 2 and exactly 3",
                assertThrows(ModelException.class, () -> new Scan(sums(), 1, List.of(walk), List.of(walk, walk)))
                        .getMessage());
        Scan both = new Scan(sums(), 0, List.of(walk, walk), List.of(walk, walk));
        assertEquals("tensors of lengths 2 and 3 are walked along together", AppliedToValues.refusal(both, MATRIX,
                Tensor.allocate(DataType.INT64, 3, 2), Tensor.scalar(1)));
        Scan outside = new Scan(sums(), 1, List.of(new Walk(2, false)), List.of(walk));
        assertEquals("axis 2 of a tensor of rank 2",
                AppliedToValues.refusal(outside, Tensor.vector(0, 0), MATRIX, Tensor.scalar(1)));
    }
}
