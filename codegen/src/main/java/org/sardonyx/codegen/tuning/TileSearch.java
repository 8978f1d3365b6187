package org.sardonyx.codegen.tuning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.sardonyx.codegen.lower.TileChoice;
import org.sardonyx.runtime.tuning.Measurement;
import org.sardonyx.runtime.tuning.Tuning;

/// Which tile of a shape is to be measured next: first each of those there are once, then what the fastest of them can be varied to,
/// then those that seem to be faster than the standard one again, from the fastest on, until one of them has proven it.
///
/// @param device what measurements of it are kept under
record TileSearch(String device, TileChoice choice) {
    /// @param known what was measured so far
    /// @return empty if nothing is left to measure
    Optional<String> next(Tuning known) {
        return unmeasured(choice.others(), known)
                .or(() -> unmeasured(variants(known), known))
                .or(() -> measured(known).min(Comparator.comparingDouble(Measurement::ratio))
                        .filter(best -> best.isFaster() && !best.isProven()).map(Measurement::tile));
    }

    /// How many measurements are left at least, if what was measured last proves to be right.
    int left(Tuning known) {
        List<String> all = new ArrayList<>(choice.others());
        all.addAll(variants(known));
        int first = (int) all.stream().filter(tile -> measurement(tile, known).isEmpty()).count();
        return first + (first > 0 || next(known).isPresent() ? 1 : 0);
    }

    private Optional<String> unmeasured(List<String> tiles, Tuning known) {
        return tiles.stream().filter(tile -> measurement(tile, known).isEmpty()).findFirst();
    }

    private Optional<Measurement> measurement(String tile, Tuning known) {
        return known.find(device, choice.shape(), tile);
    }

    /// Of the fastest tile, which may be the standard one.
    private List<String> variants(Tuning known) {
        String fastest = choice.others().stream().flatMap(tile -> measurement(tile, known).stream())
                .filter(Measurement::isFaster).min(Comparator.comparingDouble(Measurement::ratio))
                .map(Measurement::tile).orElse(choice.standard());
        return choice.variants().getOrDefault(fastest, List.of());
    }

    private Stream<Measurement> measured(Tuning known) {
        return Stream.concat(choice.others().stream(), choice.variants().values().stream().flatMap(List::stream))
                .distinct().flatMap(tile -> measurement(tile, known).stream());
    }
}
