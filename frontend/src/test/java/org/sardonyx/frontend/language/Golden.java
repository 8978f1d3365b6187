package org.sardonyx.frontend.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.sardonyx.frontend.onnx.OnnxFile;
import org.sardonyx.frontend.onnxtext.OnnxText;

/// Compares networks with the texts of the ONNX models that they are to become. Parameters are inputs in these. What was
/// found instead is left under `target/golden`, to look at and to take over.
public final class Golden {
    private Golden() {}

    /// The text of a network without its weights; it is read back, and prints as the same.
    public static String text(Network network) {
        String text = print(network.outline());
        assertEquals(text, print(OnnxText.parse(network.name(), text)));
        return text;
    }

    private static String print(OnnxFile file) {
        StringBuilder text = new StringBuilder();
        try {
            OnnxText.print(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /// @param resource the name of the file with the expected text, beside the test
    public static void check(Class<?> test, String resource, String found) {
        try (InputStream in = test.getResourceAsStream(resource)) {
            String expected = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (!expected.equals(found)) {
                Path file = Path.of("target", "golden", resource);
                Files.createDirectories(file.getParent());
                Files.writeString(file, found);
            }
            assertEquals(expected, found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
