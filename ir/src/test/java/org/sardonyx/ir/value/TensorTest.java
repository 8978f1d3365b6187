package org.sardonyx.ir.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;

class TensorTest {

    @ParameterizedTest
    @EnumSource(names = {"STRING", "COMPLEX64", "COMPLEX128"}, mode = EnumSource.Mode.EXCLUDE)
    void elementsOfEveryWidthStayApart(DataType type) {
        Tensor tensor = Tensor.allocate(type, 3, 5);
        for (long i = 0; i < tensor.size(); i++) {
            tensor.setBits(i, type == DataType.BOOL ? i & 1 : i % 3 + 1);
        }
        for (long i = 0; i < tensor.size(); i++) {
            assertEquals(type == DataType.BOOL ? i & 1 : i % 3 + 1, tensor.getBits(i));
        }
        tensor.setBits(7, 0);
        assertEquals(type == DataType.BOOL ? 0 : 1, tensor.getBits(6));
        assertEquals(0, tensor.getBits(7));
        assertEquals(type == DataType.BOOL ? 0 : 3, tensor.getBits(8));
        assertEquals(0, tensor.segment().address() % Tensor.ALIGNMENT);
    }

    @Test
    void packsFromTheLowestBits() {
        Tensor tensor = Tensor.ofLongs(DataType.INT4, new long[] {3}, -1, 2, 3);
        assertEquals((byte) 0x2F, tensor.segment().get(ValueLayout.JAVA_BYTE, 0));
        assertEquals(2, tensor.byteSize());
        assertEquals(-1, tensor.getLong(0));
    }

    @Test
    void complexAndStrings() {
        Tensor complex = Tensor.allocate(DataType.COMPLEX128, 2);
        complex.setComplex(1, 2, -3);
        assertEquals(-3, complex.getImaginary(1));
        Tensor copy = Tensor.allocate(DataType.COMPLEX128, 1);
        copy.copyElement(0, complex, 1);
        assertEquals(2, copy.getDouble(0));
        Tensor strings = Tensor.ofStrings(new long[] {2}, "a", "b");
        assertEquals("b", strings.getString(1));
        assertThrows(IllegalStateException.class, strings::segment);
        assertTrue(strings.sameContent(Tensor.ofStrings(new long[] {2}, "a", "b")));
    }

    @Test
    void wrapsMemoryWithoutCopying() {
        MemorySegment memory = MemorySegment.ofArray(new float[] {1, 2, 3});
        Tensor tensor = Tensor.of(DataType.FLOAT32, memory, 3);
        memory.set(ValueLayout.JAVA_FLOAT, 4, 9);
        assertEquals(9, tensor.getDouble(1));
        ModelException e = assertThrows(ModelException.class, () -> Tensor.of(DataType.FLOAT32, memory, 4));
        assertEquals("a tensor of type float32[4] needs 16 bytes, found 12", e.getMessage());
    }

    @Test
    void refusesWhatCannotBe() {
        assertThrows(ModelException.class, () -> Tensor.allocate(DataType.FLOAT32, 1L << 40));
        assertThrows(ModelException.class, () -> Tensor.allocate(DataType.STRING, 1L << 40));
        assertThrows(ModelException.class, () -> Tensor.allocate(DataType.INT8, 1L << 32, 1L << 32));
        assertThrows(ModelException.class, () -> Tensor.allocate(DataType.INT8, Long.MAX_VALUE, Long.MAX_VALUE));
        assertThrows(ModelException.class, () -> Tensor.allocate(DataType.FLOAT64, Long.MAX_VALUE));
        assertThrows(ModelException.class, () -> Tensor.allocate(DataType.INT8, -1));
        assertThrows(ModelException.class, () -> Tensor.scalar(1).reshaped(2));
        assertEquals(0, Tensor.allocate(DataType.INT8, Long.MAX_VALUE, 0, Long.MAX_VALUE).size());
    }

    @Test
    void anArenaFreesItsTensors() {
        Tensor tensor;
        try (Arena arena = Arena.ofConfined()) {
            tensor = Tensor.allocate(arena, DataType.FLOAT32, 4);
            tensor.setDouble(0, 1);
        }
        assertThrows(IllegalStateException.class, () -> tensor.getDouble(0));
    }

    @Test
    void odometerVisitsRowMajorAndRepeatsBroadcastElements() {
        long[] sizes = {2, 3};
        Odometer at = new Odometer(sizes, Odometer.broadcastStrides(new long[] {3}, sizes),
                Odometer.broadcastStrides(new long[] {2, 1}, sizes));
        long[] rows = new long[6];
        long[] columns = new long[6];
        for (; at.valid(); at.advance()) {
            columns[(int) at.position()] = at.offset(0);
            rows[(int) at.position()] = at.offset(1);
        }
        assertArrayEquals(new long[] {0, 1, 2, 0, 1, 2}, columns);
        assertArrayEquals(new long[] {0, 0, 0, 1, 1, 1}, rows);
        assertFalse(new Odometer(new long[] {2, 0}).valid());
        assertTrue(new Odometer(new long[0]).valid());
    }

    @Test
    void printsTypeAndFirstElements() {
        assertEquals("float32[2] {1.5, -0.0}", Tensor.ofFloats(new long[] {2}, 1.5f, -0f).toString());
        assertEquals("uint64[] {18446744073709551615}", Tensor.ofLongs(DataType.UINT64, new long[0], -1).toString());
    }
}
