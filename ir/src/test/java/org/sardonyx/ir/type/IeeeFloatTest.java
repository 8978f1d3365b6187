package org.sardonyx.ir.type;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;

/// float16, bfloat16, float32 and float64 against the JDK's own conversions.
class IeeeFloatTest {
    /// Every pattern of a float equally likely: jqwik's own choice of integers favours small ones, which are subnormal.
    @Provide
    Arbitrary<Integer> patterns() {
        return Arbitraries.integers().withDistribution(RandomDistribution.uniform());
    }

    /// Exponents of a double near those of a float.
    @Provide
    Arbitrary<Double> doubles() {
        Arbitrary<Long> significands = Arbitraries.longs().between(1L << 52, (1L << 53) - 1);
        Arbitrary<Integer> exponents = Arbitraries.integers().between(-205, 80);
        return Combinators.combine(significands, exponents)
                .as((significand, by) -> Math.scalb((double) significand, by));
    }

    @Example
    void everyFloat16DecodesAsTheJdkDecodesIt() {
        for (int code = 0; code < 1 << 16; code++) {
            float expected = Float.float16ToFloat((short) code);
            float actual = (float) DataType.FLOAT16.decode(code);
            assertEquals(Float.floatToRawIntBits(expected), Float.floatToRawIntBits(actual));
        }
    }

    @Property
    void everyFloatEncodesIntoFloat16AsTheJdkEncodesIt(@ForAll("patterns") int floatBits) {
        float value = Float.intBitsToFloat(floatBits);
        assertEquals(Short.toUnsignedLong(Float.floatToFloat16(value)), DataType.FLOAT16.encode(value));
    }

    @Property
    void float16AgreesWithTheJdkAroundEveryCode(@ForAll short code, @ForAll byte ulps) {
        int floatBits = Float.floatToRawIntBits(Float.float16ToFloat(code)) + ulps;
        everyFloatEncodesIntoFloat16AsTheJdkEncodesIt(floatBits);
    }

    @Example
    void everyBfloat16IsTheUpperHalfOfAFloat() {
        for (int code = 0; code < 1 << 16; code++) {
            float expected = Float.intBitsToFloat(code << 16);
            assertEquals(Double.doubleToLongBits(expected), Double.doubleToLongBits(DataType.BFLOAT16.decode(code)));
        }
    }

    @Property
    void floatsRoundIntoBfloat16ByAddingHalfOfTheLowerHalf(@ForAll("patterns") int floatBits) {
        float value = Float.intBitsToFloat(floatBits);
        int rounded = floatBits + 0x7FFF + (floatBits >>> 16 & 1);
        long expected = (Float.isNaN(value) ? floatBits | 1 << 22 : rounded) >>> 16;
        assertEquals(expected, DataType.BFLOAT16.encode(value));
    }

    @Example
    void doublesRoundOnceAndNotThroughFloat() {
        // Just above the midpoint between 1 and the next float16: rounding to float first would land on the midpoint.
        assertEquals(0x3C01, DataType.FLOAT16.encode(1 + 0x1p-11 + 0x1p-40));
        assertEquals(0x3F81, DataType.BFLOAT16.encode(1 + 0x1p-8 + 0x1p-40));
        assertEquals(0x39, DataType.FLOAT8E4M3FN.encode(1 + 0x1p-4 + 0x1p-40));
    }

    @Property
    void float32IsTheJavaCast(@ForAll("doubles") double value) {
        assertEquals(Float.floatToRawIntBits((float) value), (int) DataType.FLOAT32.encode(value));
        assertEquals((double) (float) value, DataType.FLOAT32.decode(DataType.FLOAT32.encode(value)));
    }

    @Property
    void float64KeepsEveryBit(@ForAll long bits) {
        assertEquals(bits, DataType.FLOAT64.encode(DataType.FLOAT64.decode(bits)));
    }

    @Example
    void wideFloatsSaturateOnRequest() {
        assertEquals(Float.floatToRawIntBits(Float.MAX_VALUE), DataType.FLOAT32.encodeSaturating(1e300));
        assertEquals(0xFF7F_FFFFL, DataType.FLOAT32.encodeSaturating(Double.NEGATIVE_INFINITY));
        assertEquals(0x7F80_0000L, DataType.FLOAT32.encode(1e300));
        assertEquals(0x7FC0_0000L, DataType.FLOAT32.encodeSaturating(Double.NaN));
        assertEquals(0x8000_0000L, DataType.FLOAT32.encodeSaturating(-0.0));
        assertEquals(Double.doubleToRawLongBits(Double.MAX_VALUE),
                DataType.FLOAT64.encodeSaturating(Double.POSITIVE_INFINITY));
    }
}
