package org.sardonyx.tests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.sardonyx.cli.conform.ExpectedFailures;

/// The table of all cases that the documentation has tells the failures that the suite's tests expect.
class ConformanceTableTest {
    private static final Path TABLE = Path.of("docs", "conformance.tsv");
    private static final int CASES = 1_942;
    /// Of the interpreter, the device jvm and the device opencl.
    private static final List<Integer> RESULTS = List.of(1, 3, 5);

    @Test
    void tellsTheKnownFailures() throws IOException, URISyntaxException {
        List<String[]> rows = Files.readAllLines(TABLE).stream().skip(1).map(line -> line.split("\t", -1)).toList();
        assertEquals(CASES, rows.size());
        assertEquals(CASES, rows.stream().map(row -> row[0]).distinct().count());
        Set<String> known = ExpectedFailures
                .read(Path.of(ConformanceTableTest.class.getResource("known-failures.tsv").toURI())).reasons().keySet();
        for (int result : RESULTS) {
            Set<String> failed = new TreeSet<>();
            for (String[] row : rows) {
                if (!row[result].equals("pass")) {
                    assertEquals("fail", row[result], row[0]);
                    failed.add(row[0]);
                }
            }
            assertEquals(new TreeSet<>(known), failed);
        }
    }
}
