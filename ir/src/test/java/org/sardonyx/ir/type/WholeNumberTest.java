package org.sardonyx.ir.type;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// Integer types against `BigInteger`.
class WholeNumberTest {
    @Provide
    Arbitrary<DataType> integers() {
        return Arbitraries.of(integerTypes());
    }

    private static DataType[] integerTypes() {
        return Arrays.stream(DataType.values()).filter(DataType::isInteger).toArray(DataType[]::new);
    }

    private static BigInteger mask(DataType type) {
        return BigInteger.ONE.shiftLeft(type.bits()).subtract(BigInteger.ONE);
    }

    private static BigInteger highest(DataType type) {
        return type.isSigned() ? mask(type).shiftRight(1) : mask(type);
    }

    private static BigInteger lowest(DataType type) {
        return type.isSigned() ? highest(type).not() : BigInteger.ZERO;
    }

    private static BigInteger number(DataType type, long bits) {
        BigInteger unsigned = BigInteger.valueOf(bits).and(mask(type));
        return unsigned.compareTo(highest(type)) > 0
                ? unsigned.subtract(mask(type)).subtract(BigInteger.ONE)
                : unsigned;
    }

    @Example
    void everyCodeOfUpToSixteenBitsSurvivesTheRoundTrip() {
        for (DataType type : integerTypes()) {
            for (long code = 0; type.bits() <= 16 && code < 1L << type.bits(); code++) {
                assertEquals(code, type.encode(type.decode(code)));
                assertEquals(code, type.encodeSaturating(type.decode(code)));
                assertEquals(code, type.encodeLong(type.decodeLong(code)));
                assertEquals(number(type, code).doubleValue(), type.decode(code));
            }
        }
    }

    @Property
    void decodingExtendsOrRoundsToTheNearestDouble(@ForAll("integers") DataType type, @ForAll long bits) {
        assertEquals(number(type, bits).longValue(), type.decodeLong(bits));
        assertEquals(number(type, bits).doubleValue(), type.decode(bits));
    }

    @Property
    void encodingKeepsTheLowBits(@ForAll("integers") DataType type, @ForAll long value) {
        assertEquals(BigInteger.valueOf(value).and(mask(type)).longValue(), type.encodeLong(value));
    }

    @Property
    void doublesTruncateAndWrap(@ForAll("integers") DataType type, @ForAll long significand,
            @ForAll @IntRange(min = -70, max = 130) int exponent) {
        double scaled = Math.scalb((double) significand, exponent);
        BigInteger truncated = new BigDecimal(scaled).toBigInteger();
        assertEquals(truncated.and(mask(type)).longValue(), type.encode(scaled));
        BigInteger clamped = truncated.max(lowest(type)).min(highest(type));
        assertEquals(clamped.and(mask(type)).longValue(), type.encodeSaturating(scaled));
    }

    @Example
    void examplesOfTheOnnxOperatorPage() {
        assertEquals(-56, DataType.INT8.decodeLong(DataType.INT8.encodeLong(200)));
        assertEquals(-56.0, DataType.INT8.decode(DataType.INT8.encode(200.9)));
    }

    @Example
    void infinitiesAndNan() {
        for (DataType type : integerTypes()) {
            assertEquals(0, type.encode(Double.NaN));
            assertEquals(0, type.encodeSaturating(Double.NaN));
            assertEquals(0, type.encode(Double.POSITIVE_INFINITY));
            assertEquals(0, type.encode(Double.NEGATIVE_INFINITY));
            assertEquals(highest(type), number(type, type.encodeSaturating(Double.POSITIVE_INFINITY)));
            assertEquals(lowest(type), number(type, type.encodeSaturating(Double.NEGATIVE_INFINITY)));
            assertEquals(0, type.encode(-0.0));
        }
    }

    @Example
    void roundingOfTheLargestUnsignedNumbers() {
        assertEquals(0x1p64, DataType.UINT64.decode(-1L));
        assertEquals(0x1p63, DataType.UINT64.decode(Long.MIN_VALUE));
        // One above the midpoint between 2^63 and the next double: the lowest bit decides.
        assertEquals(Math.nextUp(0x1p63), DataType.UINT64.decode(Long.MIN_VALUE + 1025));
        assertEquals(0x1p63, DataType.UINT64.decode(Long.MIN_VALUE + 1024));
        assertEquals(Long.MIN_VALUE, DataType.UINT64.encode(0x1p63));
    }
}
