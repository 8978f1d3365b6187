package org.sardonyx.tests.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Texts that are kept beside the tests, so that a change of them shows. With `-Dgolden=write` they are written anew.
public final class GoldenText {
    private static final Path KEPT = Path.of("tests/src/test/resources/org/sardonyx/tests");
    private static final Path FOUND = Path.of("tests/target/golden");

    private GoldenText() {}

    /// Checks that a text is the one that is kept; if not, it is left in the folder `tests/target/golden`.
    ///
    /// @param file in the resources of this module's package
    public static void check(String file, String found) throws IOException {
        if ("write".equals(System.getProperty("golden"))) {
            write(KEPT.resolve(file), found);
            return;
        }
        try (var in = GoldenText.class.getResourceAsStream("/org/sardonyx/tests/" + file)) {
            String expected = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (!expected.equals(found)) {
                write(FOUND.resolve(file), found);
            }
            assertEquals(expected, found, file + " is not what is kept; -Dgolden=write keeps what was found");
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
