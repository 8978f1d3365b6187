package org.sardonyx.tests.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.sardonyx.frontend.catalogue.Catalogue;
import org.sardonyx.frontend.catalogue.OnnxOperator;

class CatalogueTest {
    private final OnnxSchemas schemas = OnnxSchemas.read();
    private final Map<String, SortedSet<Integer>> catalogue = new TreeMap<>();

    CatalogueTest() throws IOException {
        for (OnnxOperator operator : Catalogue.standard().operators()) {
            String domain = operator.domain().isEmpty() ? "ai.onnx" : operator.domain();
            // ONNX does not define the operators of other domains.
            if (domain.startsWith("ai.onnx")) {
                catalogue.computeIfAbsent(domain + "." + operator.name(), _ -> new TreeSet<>())
                        .addAll(operator.versions());
            }
        }
    }

    /// Entries of `claimed` beyond those in `allowed`, written `Operator-version`.
    private static List<String> beyond(String operator, SortedSet<Integer> claimed, SortedSet<Integer> allowed) {
        SortedSet<Integer> more = new TreeSet<>(claimed);
        more.removeAll(allowed);
        return more.stream().map(version -> operator + "-" + version).toList();
    }

    @Test
    void everyVersionExistsInOnnx() {
        assertFalse(catalogue.isEmpty());
        List<String> invented = new ArrayList<>();
        catalogue.forEach((name, versions) -> invented.addAll(beyond(name, versions, schemas.versionsOf(name))));
        assertEquals(List.of(), invented);
    }

    @Test
    void anOperatorIsThereInAllItsVersions() {
        List<String> missing = new ArrayList<>();
        for (String name : schemas.versions().keySet()) {
            if (catalogue.containsKey(name)) {
                missing.addAll(beyond(name, schemas.usableVersionsOf(name), catalogue.get(name)));
            }
        }
        assertEquals(List.of(), missing);
    }

    /// Fails if an operator is missing, and if one that is listed as missing is there.
    @Test
    void theMissingOperatorsAreThoseKnown() throws IOException {
        SortedSet<String> missing = new TreeSet<>(schemas.versions().keySet());
        missing.removeAll(catalogue.keySet());
        SortedSet<String> known = new TreeSet<>();
        for (var row : TabSeparated.rows("known-gaps.tsv")) {
            known.add(row.get(0) + "." + row.get(1));
            assertFalse(row.get(2).isBlank(), "no reason given for " + row);
        }
        assertEquals(String.join("\n", known), String.join("\n", missing));
    }
}
