package org.sardonyx.tests.properties;

import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/// Lets jqwik make the parameters `@ForAll Draw draw`.
public final class DrawProvider implements ArbitraryProvider {
    private static final int LARGEST = 5;

    @Override
    public boolean canProvideFor(TypeUsage targetType) {
        return targetType.isOfType(Draw.class);
    }

    @Override
    public Set<Arbitrary<?>> provideFor(TypeUsage targetType, SubtypeProvider subtypes) {
        Arbitrary<Long> seeds =
                Arbitraries.longs().withDistribution(RandomDistribution.uniform()).withoutEdgeCases().dontShrink();
        Arbitrary<Integer> sizes = Arbitraries.integers().between(1, LARGEST).withoutEdgeCases();
        return Set.of(Combinators.combine(seeds, sizes).as(Draw::new));
    }
}
