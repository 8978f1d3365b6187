package org.sardonyx.codegen.lower;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The tile of all products of a shape in a program, and those that they could have instead: each gives the same bits.
///
/// @param shape of the products
/// @param tile that they have
/// @param standard that they have if nothing was measured
/// @param others to try, the most promising ones first
/// @param variants to try of each of these, once it has turned out to be the fastest
public record TileChoice(String shape, String tile, String standard, List<String> others,
        Map<String, List<String>> variants) {
    public TileChoice {
        others = List.copyOf(others);
        variants = new HashMap<>(variants);
        variants.replaceAll((_, some) -> List.copyOf(some));
        variants = Map.copyOf(variants);
    }

    /// Whether it was measured to be better than the standard one.
    public boolean isTuned() {
        return !tile.equals(standard);
    }
}
