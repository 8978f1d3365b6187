package org.sardonyx.codegen.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ArenaPlanTest {
    @Provide
    Arbitrary<List<Lifetime>> values() {
        return Combinators.combine(Arbitraries.longs().between(0, 5000), Arbitraries.integers().between(0, 30),
                Arbitraries.integers().between(0, 6))
                .as((bytes, first, length) -> new Lifetime(bytes, first, first + length))
                .list().ofMaxSize(60);
    }

    @Property(tries = 300, seed = "1", edgeCases = EdgeCasesMode.NONE)
    void valuesThatLiveAtTheSameTimeDoNotOverlap(@ForAll("values") List<Lifetime> values) {
        ArenaPlan plan = ArenaPlan.of(values);
        for (int i = 0; i < values.size(); i++) {
            long end = plan.offsets().get(i) + values.get(i).bytes();
            assertEquals(0, plan.offsets().get(i) % ArenaPlan.ALIGNMENT);
            assertTrue(end <= plan.bytes());
            for (int j = 0; j < i; j++) {
                boolean apart = plan.offsets().get(j) >= end
                        || plan.offsets().get(j) + values.get(j).bytes() <= plan.offsets().get(i);
                assertFalse(!apart && values.get(i).bytes() > 0 && values.get(j).bytes() > 0
                        && values.get(i).overlaps(values.get(j)), values + " " + plan);
            }
        }
        assertTrue(plan.lowerBound() <= plan.bytes() && plan.bytes() <= plan.unshared());
    }

    @Example
    void aChainTakesTheLargestPairOfNeighbours() {
        List<Lifetime> chain = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            chain.add(new Lifetime(64 * (1 + (i * 7) % 13), i, i + 1));
        }
        ArenaPlan plan = ArenaPlan.of(chain);
        assertEquals(plan.lowerBound(), plan.bytes());
    }

    @Example
    void nothingNeedsNothing() {
        assertEquals(new ArenaPlan(List.of(), 0, 0, 0), ArenaPlan.of(List.of()));
    }
}
