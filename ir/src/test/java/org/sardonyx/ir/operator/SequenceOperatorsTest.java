package org.sardonyx.ir.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.SequenceType;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.OptionalValue;
import org.sardonyx.ir.value.SequenceValue;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;

class SequenceOperatorsTest {
    private static final TensorType VECTOR = new TensorType(DataType.INT64, Shape.ofRank(1));

    private static SequenceValue sequence(Value... elements) {
        return new SequenceValue(VECTOR, List.of(elements));
    }

    private static String text(Value sequence) {
        return String.join(" ",
                ((SequenceValue) sequence).elements().stream().map(Value::toString).toList());
    }

    private static final SequenceValue TWO = sequence(Tensor.vector(1), Tensor.vector(2, 3));

    @Test
    void constructs() {
        Value made = AppliedToValues.one(new SequenceConstruct(VECTOR), Tensor.vector(1), Tensor.vector());
        assertEquals("int64[1] {1} int64[0]", text(made));
        assertEquals("sequence(int64[?])", made.type().toString());
        assertEquals("", text(AppliedToValues.one(new SequenceConstruct(VECTOR))));
        assertEquals("a int64[] in a sequence of int64[?]",
                AppliedToValues.refusal(new SequenceConstruct(VECTOR), Tensor.scalar(1)));
    }

    @ParameterizedTest
    @CsvSource({"0, 9 1 2", "1, 1 9 2", "2, 1 2 9", "-1, 1 9 2", "-2, 9 1 2"})
    void inserts(long position, String expected) {
        Value inserted = AppliedToValues.one(new SequenceInsert(), sequence(Tensor.vector(1), Tensor.vector(2)),
                Tensor.vector(9), Tensor.scalar(position));
        assertEquals(expected, String.join(" ", ((SequenceValue) inserted).elements().stream()
                .map(element -> "" + ((Tensor) element).getLong(0)).toList()));
    }

    @Test
    void insertsWhatWidensTheElementType() {
        Value inserted = AppliedToValues.one(new SequenceInsert(), TWO, Tensor.scalar(7), Tensor.scalar(0));
        assertEquals("sequence(int64[*])", inserted.type().toString());
        assertEquals("types int64[?] and float32[] have nothing in common", AppliedToValues
                .refusal(new SequenceInsert(), TWO, Tensor.scalar(DataType.FLOAT32, 1), Tensor.scalar(0)));
    }

    @Test
    void erasesAndGets() {
        assertEquals("int64[2] {2, 3}", text(AppliedToValues.one(new SequenceErase(), TWO, Tensor.scalar(0))));
        assertEquals("int64[1] {1}", text(AppliedToValues.one(new SequenceErase(), TWO, Tensor.scalar(-1))));
        assertEquals("int64[2] {2, 3}", AppliedToValues.one(new SequenceAt(), TWO, Tensor.scalar(-1)).toString());
        assertEquals("int64[] {2}", AppliedToValues.one(new SequenceLength(), TWO).toString());
    }

    @Test
    void refusesPositionsOutsideOfTheSequence() {
        assertEquals("position 2 in a sequence of length 2",
                AppliedToValues.refusal(new SequenceAt(), TWO, Tensor.scalar(2)));
        assertEquals("position -3 in a sequence of length 2",
                AppliedToValues.refusal(new SequenceErase(), TWO, Tensor.scalar(-3)));
        assertEquals("position 3 in a sequence of length 2",
                AppliedToValues.refusal(new SequenceInsert(), TWO, Tensor.vector(1), Tensor.scalar(3)));
        assertEquals("position " + Long.MIN_VALUE + " in a sequence of length 2",
                AppliedToValues.refusal(new SequenceAt(), TWO, Tensor.scalar(Long.MIN_VALUE)));
        assertEquals("operand 0 is a int64[], expected a sequence",
                AppliedToValues.refusal(new SequenceLength(), Tensor.scalar(2)));
    }

    @Test
    void concatenates() {
        assertEquals("int64[3] {1, 2, 3}", AppliedToValues.one(new SequenceConcat(-1, false), TWO).toString());
        SequenceValue same = sequence(Tensor.vector(1, 2), Tensor.vector(3, 4), Tensor.vector(5, 6));
        assertEquals("int64[3, 2] {1, 2, 3, 4, 5, 6}",
                AppliedToValues.one(new SequenceConcat(0, true), same).toString());
        assertEquals("int64[2, 3] {1, 3, 5, 2, 4, 6}",
                AppliedToValues.one(new SequenceConcat(-1, true), same).toString());
    }

    @Test
    void refusesToConcatenateWhatDoesNotFit() {
        assertEquals("an empty sequence, expected at least one tensor to join",
                AppliedToValues.refusal(new SequenceConcat(0, false), sequence()));
        assertEquals("tensors of shapes [1] and [2] cannot be stacked",
                AppliedToValues.refusal(new SequenceConcat(0, true), TWO));
        assertEquals("axis 1 of a tensor of rank 1", AppliedToValues.refusal(new SequenceConcat(1, false), TWO));
        assertEquals("found a sequence(sequence(int64[?])), expected a sequence of tensors", AppliedToValues
                .refusal(new SequenceConcat(0, false), new SequenceValue(new SequenceType(VECTOR), List.of(TWO))));
    }

    @Test
    void splits() {
        Tensor x = Tensor.ofLongs(DataType.INT64, new long[] {2, 3}, 1, 2, 3, 4, 5, 6);
        assertEquals("int64[2, 2] {1, 2, 4, 5} int64[2, 1] {3, 6}",
                text(AppliedToValues.one(new SequenceSplit(-1, true), x, Tensor.scalar(2))));
        assertEquals("int64[2, 0] int64[2, 3] {1, 2, 3, 4, 5, 6}",
                text(AppliedToValues.one(new SequenceSplit(1, true), x, Tensor.vector(0, 3))));
        assertEquals("int64[3] {1, 2, 3} int64[3] {4, 5, 6}",
                text(AppliedToValues.one(new SequenceSplit(0, false), x, Tensor.scalar(1))));
        assertEquals("", text(AppliedToValues.one(new SequenceSplit(0, true),
                Tensor.allocate(DataType.STRING, 0, 2), Tensor.scalar(1))));
    }

    @Test
    void knowsTheSizeThatAllPartsHave() {
        GraphBuilder builder = new GraphBuilder("split");
        Operand x = builder.input("x", TensorType.of(DataType.FLOAT32, 6, 2));
        Operand even = builder.apply(new SequenceSplit(0, true), x, builder.constant(Tensor.scalar(3)));
        assertEquals("sequence(float32[3, 2])", even.type().toString());
        Operand uneven = builder.apply(new SequenceSplit(0, true), x, builder.constant(Tensor.scalar(4)));
        assertEquals("sequence(float32[?, 2])", uneven.type().toString());
    }

    @Test
    void refusesWrongSplits() {
        Tensor x = Tensor.vector(1, 2, 3);
        SequenceSplit split = new SequenceSplit(0, true);
        assertEquals("parts of size 0 of an axis of size 3, expected 1 to 16777216 parts",
                AppliedToValues.refusal(split, x, Tensor.scalar(0)));
        assertEquals("parts of size 1 of an axis of size 17179869184, expected 1 to 16777216 parts",
                AppliedToValues.refusal(split, Tensor.allocate(DataType.INT64, 1L << 34, 0), Tensor.scalar(1)));
        assertEquals("parts of sizes int64[2] {1, 1} of an axis of size 3",
                AppliedToValues.refusal(split, x, Tensor.vector(1, 1)));
        assertEquals("parts of sizes int64[2] {4, -1} of an axis of size 3",
                AppliedToValues.refusal(split, x, Tensor.vector(4, -1)));
        assertEquals("a part of size 2 along an axis that is dropped",
                AppliedToValues.refusal(new SequenceSplit(0, false), x, Tensor.scalar(2)));
    }

    @Test
    void makesAndOpensOptionals() {
        Value present = AppliedToValues.one(new OptionalConstruct(VECTOR), Tensor.vector(4));
        Value absent = AppliedToValues.one(new OptionalConstruct(VECTOR));
        assertEquals("optional(int64[?])", absent.type().toString());
        assertEquals("bool[] {true}", AppliedToValues.one(new OptionalHas(), present).toString());
        assertEquals("bool[] {false}", AppliedToValues.one(new OptionalHas(), absent).toString());
        assertEquals("int64[1] {4}", AppliedToValues.one(new OptionalGet(), present).toString());
        assertEquals("the optional value is absent, expected one",
                AppliedToValues.refusal(new OptionalGet(), OptionalValue.empty(VECTOR)));
        assertEquals("operand 0 is a int64[0], expected an optional value",
                AppliedToValues.refusal(new OptionalGet(), Tensor.vector()));
        assertEquals("a int64[] in an optional of int64[?]",
                AppliedToValues.refusal(new OptionalConstruct(VECTOR), Tensor.scalar(1)));
    }

    @Test
    void narrowsAndChecks() {
        GraphBuilder builder = new GraphBuilder("narrow");
        Operand any = builder.input("x", VECTOR.withShape(Shape.UNKNOWN));
        assertEquals("int64[?]", builder.apply(new Narrow(VECTOR), any).type().toString());
        assertEquals("int64[1] {5}", AppliedToValues.one(new Narrow(VECTOR), Tensor.vector(5)).toString());
        assertEquals("shape [] contradicts [?]", AppliedToValues.refusal(new Narrow(VECTOR), Tensor.scalar(5)));
        assertEquals("declared as int64[?], but it is a float32[]",
                AppliedToValues.refusal(new Narrow(VECTOR), Tensor.scalar(DataType.FLOAT32, 5)));
        builder.output("y", builder.apply(new Narrow(VECTOR), any));
        String message = assertThrows(ModelException.class, () -> new org.sardonyx.ir.interpreter.Interpreter()
                .run(builder.build(), List.of(Tensor.scalar(5)))).getMessage();
        assertEquals("declared as int64[?], but it is a int64[]", message);
    }
}
