package org.sardonyx.ir.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.If;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.SequenceType;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

class MemoryUseTest {
    private final GraphBuilder builder = new GraphBuilder("test");
    private final Expressions e = new Expressions(builder);

    private MemoryUse use() {
        return MemoryUse.of(builder.build());
    }

    @Test
    void aChainHoldsTwoValuesAtATime() {
        Operand x = builder.input("x", TensorType.of(DataType.FLOAT32, 100));
        builder.output("y", e.exponential(e.negate(e.exponential(x))));
        assertEquals(new MemoryUse(0, Dimension.of(1200), OptionalLong.of(800)), use());
    }

    @Test
    void whatIsUsedLaterStaysLive() {
        Operand x = builder.input("x", TensorType.of(DataType.FLOAT32, 100));
        builder.output("y", e.add(e.exponential(e.negate(x)), x));
        assertEquals(OptionalLong.of(1200), use().peak());
    }

    @Test
    void outputsStayLive() {
        Operand x = builder.input("x", TensorType.of(DataType.FLOAT32, 100));
        Operand first = e.negate(x);
        builder.output("first", first);
        builder.output("second", e.exponential(e.logarithm(first)));
        assertEquals(OptionalLong.of(1200), use().peak());
    }

    @Test
    void reshapingTakesNoMemory() {
        Operand x = builder.input("x", TensorType.of(DataType.FLOAT32, 100));
        builder.output("y", e.negate(e.reshape(e.reshape(x, e.longs(10, 10)), e.longs(4, 25))));
        assertEquals(new MemoryUse(32, Dimension.of(400), OptionalLong.of(800)), use());
    }

    @Test
    void anInputThatNothingUsesIsFreedAtOnce() {
        builder.input("unused", TensorType.of(DataType.FLOAT32, 1000));
        Operand x = builder.input("x", TensorType.of(DataType.FLOAT32, 10));
        builder.output("y", e.negate(x));
        assertEquals(OptionalLong.of(4000), use().peak());
    }

    @Test
    void aConstantInTwoGraphsIsCountedOnce() {
        Tensor weights = Tensor.ofFloats(new long[] {3}, 1, 2, 3);
        GraphBuilder branch = new GraphBuilder("branch");
        branch.output("y", branch.constant(weights));
        Operand condition = builder.input("condition", TensorType.of(DataType.BOOL));
        builder.output("weights", builder.constant(weights));
        builder.output("y", builder.apply(new If(branch.build(), branch.build()), condition));
        assertEquals(12, use().constants());
    }

    @Test
    void symbolsStayInTheSumAndLeaveThePeakOpen() {
        Operand x = builder.input("x", new TensorType(DataType.FLOAT32, Shape.of(List.of(Dimension.symbol("N")))));
        builder.output("y", e.exponential(e.negate(x)));
        assertEquals(new MemoryUse(0, Dimension.parse("N*8"), OptionalLong.empty()), use());
    }

    @Test
    void aSumBeyondALongIsNotKnown() {
        Operand x = builder.input("x", TensorType.of(DataType.INT8, 1L << 62));
        builder.output("y", e.negate(e.negate(x)));
        assertEquals(OptionalLong.empty(), use().peak());
        assertEquals(Dimension.UNKNOWN, use().activations());
    }

    @ParameterizedTest
    @CsvSource({"FLOAT32, 12", "INT4, 2", "FLOAT16, 6", "COMPLEX128, 48", "STRING, ?"})
    void bytesFollowTheElementType(DataType type, String bytes) {
        assertEquals(bytes, MemoryUse.bytes(TensorType.of(type, 3)).toString());
    }

    @Test
    void bytesOfOtherValuesAreNotKnown() {
        assertEquals(Dimension.UNKNOWN, MemoryUse.bytes(new SequenceType(TensorType.of(DataType.INT8, 1))));
        assertEquals(Dimension.UNKNOWN, MemoryUse.bytes(new TensorType(DataType.INT8, Shape.UNKNOWN)));
    }
}
