package org.sardonyx.tests.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Tables among the test resources: a row in a line, fields between tabs, comments after `#`.
final class TabSeparated {
    private TabSeparated() {}

    /// The fields of every row of a table of this package.
    static List<List<String>> rows(String name) throws IOException {
        try (InputStream stream = TabSeparated.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t", -1))).toList();
        }
    }
}
