package org.sardonyx.ir.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ElementCastTest {
    /// Longs that hit rounding: a few bits at the top, a sprinkle at the bottom.
    @Provide
    Arbitrary<Long> roundingLongs() {
        Arbitrary<Long> top = Arbitraries.longs().between(-0x1FF_FFFF, 0x1FF_FFFF);
        Arbitrary<Integer> shift = Arbitraries.integers().between(0, 39);
        Arbitrary<Long> bottom = Arbitraries.of(-1L, 0L, 0L, 1L);
        return Combinators.combine(top, shift, bottom).as((head, by, tail) -> (head << by) + tail);
    }

    @Property
    void longsRoundOnceIntoFloat32(@ForAll("roundingLongs") long value) {
        long bits = ElementCast.between(DataType.INT64, DataType.FLOAT32).apply(value);
        assertEquals((float) value, Float.intBitsToFloat((int) bits));
    }

    @Property
    void unsignedLongsRoundOnceIntoFloat32(@ForAll("roundingLongs") long value) {
        long bits = ElementCast.between(DataType.UINT64, DataType.FLOAT32).apply(value);
        BigInteger unsigned = new BigInteger(Long.toUnsignedString(value));
        assertEquals(new BigDecimal(unsigned).floatValue(), Float.intBitsToFloat((int) bits));
    }

    @Example
    void longsDoNotRoundThroughDouble() {
        // 2^60 + 2^36 + 1 lies just above the midpoint between two floats; as a double it is that midpoint.
        long value = (1L << 60) + (1L << 36) + 1;
        assertEquals(Float.floatToRawIntBits(Math.nextUp(0x1p60f)),
                ElementCast.between(DataType.INT64, DataType.FLOAT32).apply(value));
        assertEquals(Float.floatToRawIntBits(0x1p60f), DataType.FLOAT32.encode(DataType.INT64.decode(value)));
        assertEquals(0x5E00, ElementCast.between(DataType.INT64, DataType.BFLOAT16).apply(1L << 61));
    }

    @Property
    void integersGoToFloat64AsJavaCasts(@ForAll long value) {
        long bits = ElementCast.between(DataType.INT64, DataType.FLOAT64).apply(value);
        assertEquals((double) value, Double.longBitsToDouble(bits));
    }

    @Property
    void integersGoToIntegersByTheirLowBits(@ForAll int value) {
        long bits = Integer.toUnsignedLong(value);
        assertEquals(value & 0xFF, ElementCast.between(DataType.INT32, DataType.UINT8).apply(bits));
        assertEquals(value, ElementCast.between(DataType.INT32, DataType.INT64).apply(bits));
        assertEquals(bits, ElementCast.between(DataType.UINT32, DataType.UINT64).apply(bits));
        assertEquals(value == 0 ? 0 : 1, ElementCast.between(DataType.INT32, DataType.BOOL).apply(bits));
    }

    @Example
    void extremeIntegers() {
        ElementCast signed = ElementCast.between(DataType.INT64, DataType.FLOAT16);
        assertEquals(0xFC00, signed.apply(Long.MIN_VALUE));
        assertEquals(0x7C00, signed.apply(Long.MAX_VALUE));
        assertEquals(0, signed.apply(0));
        assertEquals(0x7C00, ElementCast.between(DataType.UINT64, DataType.FLOAT16).apply(Long.MIN_VALUE));
        assertEquals(0xDF00_0000L, ElementCast.between(DataType.INT64, DataType.FLOAT32).apply(Long.MIN_VALUE));
        assertEquals(0x5F80_0000L, ElementCast.between(DataType.UINT64, DataType.FLOAT32).apply(-1L));
    }

    @Example
    void saturationConcernsEightBitFloatsAlone() {
        long huge = DataType.FLOAT32.encode(1e30);
        assertEquals(0x7E, ElementCast.between(DataType.FLOAT32, DataType.FLOAT8E4M3FN).apply(huge));
        assertEquals(0x7F, cast(DataType.FLOAT32, DataType.FLOAT8E4M3FN, false).apply(huge));
        assertEquals(0x7C00, ElementCast.between(DataType.FLOAT32, DataType.FLOAT16).apply(huge));
        assertEquals(0x7, cast(DataType.FLOAT32, DataType.FLOAT4E2M1, false).apply(huge));
        assertEquals(0x7E, ElementCast.between(DataType.INT16, DataType.FLOAT8E4M3FN).apply(1000));
        assertEquals(0x7F, cast(DataType.INT16, DataType.FLOAT8E4M3FN, false).apply(1000));
    }

    @Example
    void roundModeReachesFloat8e8m0() {
        assertEquals(129, ElementCast.between(DataType.INT8, DataType.FLOAT8E8M0).apply(3));
        assertEquals(128, new ElementCast(DataType.INT8, DataType.FLOAT8E8M0, true, RoundMode.DOWN).apply(3));
    }

    @Example
    void boolsAreOneAndZero() {
        assertEquals(0x3C00, ElementCast.between(DataType.BOOL, DataType.FLOAT16).apply(1));
        assertEquals(1, ElementCast.between(DataType.BOOL, DataType.INT2).apply(1));
        assertEquals(1, ElementCast.between(DataType.FLOAT16, DataType.BOOL).apply(0x0001));
        assertEquals(0, ElementCast.between(DataType.FLOAT16, DataType.BOOL).apply(0x8000));
    }

    @Example
    void stringsAndComplexNumbersAreRefused() {
        String message = assertThrows(IllegalArgumentException.class,
                () -> ElementCast.between(DataType.INT8, DataType.STRING)).getMessage();
        assertEquals("no numeric cast from or to string", message);
        assertThrows(IllegalArgumentException.class, () -> ElementCast.between(DataType.COMPLEX64, DataType.INT8));
    }

    private static ElementCast cast(DataType from, DataType to, boolean saturate) {
        return new ElementCast(from, to, saturate, RoundMode.UP);
    }
}
