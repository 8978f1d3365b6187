package org.sardonyx.cli.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The arguments of `--shape` for a model that is compiled for several: a name that is given again begins the next set, and
/// one that is given less often keeps its last value.
///
/// `ids=1,128 mask=1,128 ids=8,128 mask=8,128` are two sets, `x=1,3,224,224 x=8,3,224,224` also.
final class ShapeSets {
    private ShapeSets() {}

    /// @return at least one set, which is empty if nothing is given
    static List<List<String>> of(List<String> arguments) {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        for (String argument : arguments) {
            String name = argument.substring(0, Math.max(0, argument.lastIndexOf('=')));
            byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(argument);
        }
        int count = byName.values().stream().mapToInt(List::size).max().orElse(1);
        List<List<String>> sets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int set = i;
            sets.add(byName.values().stream().map(values -> values.get(Math.min(set, values.size() - 1))).toList());
        }
        return sets;
    }
}
