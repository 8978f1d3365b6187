package org.sardonyx.tests.catalogue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What ONNX's operator schemas say. Operators are written `domain.Operator`.
///
/// @param versions by operator: the versions in which it was introduced or changed
/// @param deprecated by operator: those of them from which on a model may not use it any more
/// @param withdrawn by operator: the versions of those that early ONNX had and the schemas no longer tell of
record OnnxSchemas(Map<String, SortedSet<Integer>> versions, Map<String, SortedSet<Integer>> deprecated,
        Map<String, SortedSet<Integer>> withdrawn) {

    static OnnxSchemas read() throws IOException {
        Map<String, SortedSet<Integer>> versions = new TreeMap<>();
        Map<String, SortedSet<Integer>> deprecated = new TreeMap<>();
        for (var row : TabSeparated.rows("onnx-operators.tsv")) {
            String operator = row.get(0) + "." + row.get(1);
            versions.put(operator, numbers(row.get(2)));
            deprecated.put(operator, numbers(row.get(3)));
        }
        Map<String, SortedSet<Integer>> withdrawn = new TreeMap<>();
        for (var row : TabSeparated.rows("withdrawn-operators.tsv")) {
            withdrawn.put(row.get(0) + "." + row.get(1), numbers(row.get(2)));
        }
        return new OnnxSchemas(versions, deprecated, withdrawn);
    }

    private static SortedSet<Integer> numbers(String text) {
        return text.isBlank()
                ? Collections.emptySortedSet()
                : new TreeSet<>(Arrays.stream(text.split(",")).map(Integer::valueOf).toList());
    }

    /// All versions there ever were, none if there is no such operator.
    SortedSet<Integer> versionsOf(String operator) {
        return versions.getOrDefault(operator, withdrawn.getOrDefault(operator, Collections.emptySortedSet()));
    }

    /// The versions that models can use.
    SortedSet<Integer> usableVersionsOf(String operator) {
        SortedSet<Integer> usable = new TreeSet<>(versionsOf(operator));
        usable.removeAll(deprecated.get(operator));
        return usable;
    }
}
