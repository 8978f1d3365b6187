package org.sardonyx.frontend.language;

import java.util.Map;
import java.util.Optional;

/// Reads programs that stand in tests.
final class Programs {
    private Programs() {}

    /// Reads a network called `test.net`.
    static Network read(String text) {
        return read(text, Map.of());
    }

    /// @param others the texts of other files, by name
    static Network read(String text, Map<String, String> others) {
        Library library = file -> file.equals("test.net") ? Optional.of(text) : Optional.ofNullable(others.get(file));
        return Network.read("test.net", library, Map.of());
    }
}
