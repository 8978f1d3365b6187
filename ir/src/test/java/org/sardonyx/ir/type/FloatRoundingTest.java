package org.sardonyx.ir.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/// Laws that rounding into every float type obeys, for doubles spread over each type's range and a little beyond it.
class FloatRoundingTest {
    /// A type and two doubles of the magnitudes it is made for.
    record Sample(DataType type, double first, double second) {
        double lesser() {
            return Math.min(first, second);
        }

        double greater() {
            return Math.max(first, second);
        }
    }

    @Provide
    Arbitrary<Sample> everyFloat() {
        return Arbitraries.of(Arrays.stream(DataType.values()).filter(DataType::isFloat).toList())
                .flatMap(type -> Combinators.combine(numbers(type), numbers(type))
                        .as((first, second) -> new Sample(type, first, second)));
    }

    @Provide
    Arbitrary<Sample> everySmallFloat() {
        return everyFloat().filter(sample -> sample.type().bits() <= 16 && sample.type().isSigned());
    }

    /// Doubles with few or many significant bits, from below half the smallest number of the type to twice the largest.
    private static Arbitrary<Double> numbers(DataType type) {
        int top = Math.min(Math.getExponent(type.highest()) + 1, Double.MAX_EXPONENT);
        int bottom = Math.max(-top - 12, Double.MIN_EXPONENT);
        Arbitrary<Long> significands = Arbitraries.longs().withoutEdgeCases();
        Arbitrary<Integer> zeros = Arbitraries.integers().between(0, 52);
        Arbitrary<Integer> exponents = Arbitraries.integers().between(bottom, top);
        Arbitrary<Boolean> signs = Arbitraries.of(false, type.isSigned());
        return Combinators.combine(significands, zeros, exponents, signs)
                .as((significand, zero, exponent, negative) -> {
                    double mantissa = 1 + Math.scalb((double) (significand << zero >>> 12), -52);
                    return Math.scalb(negative ? -mantissa : mantissa, exponent);
                });
    }

    @Property
    void roundingIsMonotonic(@ForAll("everyFloat") Sample sample) {
        DataType type = sample.type();
        double low = type.decode(type.encodeSaturating(sample.lesser()));
        double high = type.decode(type.encodeSaturating(sample.greater()));
        assertTrue(low <= high, () -> low + " > " + high);
    }

    @Property
    void roundingTwiceChangesNothing(@ForAll("everyFloat") Sample sample) {
        DataType type = sample.type();
        long once = type.encode(sample.first());
        assertEquals(once, type.encode(type.decode(once)));
        long saturated = type.encodeSaturating(sample.first());
        assertEquals(saturated, type.encodeSaturating(type.decode(saturated)));
    }

    @Property
    void negationCommutesWithRounding(@ForAll("everySmallFloat") Sample sample) {
        DataType type = sample.type();
        double opposite = type.decode(type.encode(-sample.first()));
        assertEquals(0.0 - type.decode(type.encode(sample.first())), 0.0 + opposite);
    }

    @Property
    void noOtherCodeIsNearer(@ForAll("everySmallFloat") Sample sample) {
        DataType type = sample.type();
        double value = Math.abs(sample.first());
        long code = type.encodeSaturating(value);
        long largest = type.encode(type.highest());
        BigDecimal distance = distance(type.decode(code), value);
        if (code > 0) {
            assertNotNearer(code, distance.compareTo(distance(type.decode(code - 1), value)));
        }
        if (code < largest) {
            assertNotNearer(code, distance.compareTo(distance(type.decode(code + 1), value)));
        }
    }

    @Property
    void nearestPowerOfTwoIsWhicheverOfDownAndUpIsNearer(@ForAll @LongRange(min = 1) long significand,
            @ForAll @IntRange(min = -120, max = 60) int exponent) {
        double value = Math.scalb((double) significand, exponent);
        double down = DataType.FLOAT8E8M0.decode(DataType.encodeE8M0(value, RoundMode.DOWN, false));
        double up = DataType.FLOAT8E8M0.decode(DataType.encodeE8M0(value, RoundMode.UP, false));
        double nearest = DataType.FLOAT8E8M0.decode(DataType.encodeE8M0(value, RoundMode.NEAREST, false));
        assertTrue(down <= value && value <= up);
        assertEquals(value - down < up - value ? down : up, nearest);
    }

    private static void assertNotNearer(long code, int order) {
        assertTrue(order < 0 || order == 0 && (code & 1) == 0, () -> code + " is not the nearest code");
    }

    private static BigDecimal distance(double one, double other) {
        return new BigDecimal(one).subtract(new BigDecimal(other)).abs();
    }
}
