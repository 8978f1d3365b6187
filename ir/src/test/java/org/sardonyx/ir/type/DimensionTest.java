package org.sardonyx.ir.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DimensionTest {
    private static final Dimension N = Dimension.symbol("N");
    private static final Dimension M = Dimension.symbol("M");

    @ParameterizedTest
    @CsvSource({"5, 5", "N, N", "N*2+1, N*2+1", "1+2*N, N*2+1", "(N+1)*(N-1), N*N-1", "N-N, 0", "-N+3, -N+3",
        "M*N-N*M+4, 4",
        "floor((N+1)/(2))*2, floor((N+1)/(2))*2", "floor((4*N)/(2)), N*2", "?, ?", "-2*N-7, -N*2-7"})
    void normalForm(String text, String expected) {
        assertEquals(expected, Dimension.parse(text).toString());
        assertEquals(Dimension.parse(text), Dimension.parse(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "N+", "2N", "N M", "(N", "floor(N)", "N/2", "99999999999999999999", "a-b-", "'x'"})
    void refusesWhatIsNoExpression(String text) {
        assertThrows(IllegalArgumentException.class, () -> Dimension.parse(text));
    }

    @Test
    void refusesDeepNesting() {
        String text = "(".repeat(100_000) + "N" + ")".repeat(100_000);
        assertThrows(IllegalArgumentException.class, () -> Dimension.parse(text));
    }

    @Test
    void unknownIsNeverKnownToBeEqual() {
        assertFalse(Dimension.UNKNOWN.sameSize(Dimension.UNKNOWN));
        assertFalse(Dimension.UNKNOWN.neverSameSize(Dimension.of(1)));
        assertFalse(N.neverSameSize(M));
        assertTrue(N.plus(1).neverSameSize(N));
        assertSame(Dimension.UNKNOWN, N.plus(Dimension.UNKNOWN));
        assertTrue(Dimension.UNKNOWN.times(0).is(0));
    }

    @Test
    void overflowIsUnknown() {
        assertSame(Dimension.UNKNOWN, Dimension.of(Long.MAX_VALUE).plus(1));
        assertSame(Dimension.UNKNOWN, N.times(Long.MAX_VALUE).times(3));
        Dimension power = N.plus(1);
        for (int i = 0; i < 100; i++) {
            power = power.times(N.plus(M).plus(i));
        }
        assertSame(Dimension.UNKNOWN, power);
    }

    @Property
    void arithmeticAgreesWithNumbers(@ForAll("expressions") Dimension a, @ForAll("expressions") Dimension b,
            @ForAll @IntRange(max = 50) int n, @ForAll @IntRange(min = 1, max = 50) int divisor) {
        Map<String, Dimension> sizes = Map.of("N", Dimension.of(n), "M", Dimension.of(3));
        long x = a.bind(sizes).size();
        long y = b.bind(sizes).size();
        assertEquals(x + y, a.plus(b).bind(sizes).size());
        assertEquals(x - y, a.minus(b).bind(sizes).size());
        assertEquals(x * y, a.times(b).bind(sizes).size());
        assertEquals(Math.floorDiv(x, divisor), a.floorDivide(divisor).bind(sizes).size());
        assertEquals(Math.ceilDiv(x, divisor), a.ceilingDivide(divisor).bind(sizes).size());
        assertEquals(a, Dimension.parse(a.toString()));
    }

    @Provide
    Arbitrary<Dimension> expressions() {
        Arbitrary<Dimension> leaf =
                Arbitraries.oneOf(Arbitraries.of(N, M), Arbitraries.integers().between(-9, 9).map(Dimension::of));
        return Arbitraries.lazyOf(() -> leaf, () -> leaf,
                () -> Combinators.combine(expressions(), expressions()).as(Dimension::plus),
                () -> Combinators.combine(leaf, leaf).as(Dimension::times),
                () -> expressions().map(e -> e.floorDivide(3)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "N*2+1                  | [N]",
        "floor((H-1)/(stride))*W | [H, W, stride]",
        "floors+batch_size.1    | [batch_size.1, floors]",
        "7                      | []",
        "?                      | []"})
    void tellsItsSymbols(String expression, String symbols) {
        assertEquals(symbols, Dimension.parse(expression).symbols().toString());
    }
}
