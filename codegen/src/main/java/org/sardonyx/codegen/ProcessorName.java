package org.sardonyx.codegen;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What the processor calls itself, as far as the system tells.
final class ProcessorName {
    private static final Path LINUX = Path.of("/proc/cpuinfo");
    private static final String LINUX_KEY = "model name";
    private static final int MOST_LINES = 100;
    private static final String WINDOWS_VARIABLE = "PROCESSOR_IDENTIFIER";

    private ProcessorName() {}

    /// Its model on Linux and Windows, elsewhere its architecture.
    static String get() {
        return linux().or(() -> Optional.ofNullable(System.getenv(WINDOWS_VARIABLE)))
                .orElseGet(() -> System.getProperty("os.arch"));
    }

    private static Optional<String> linux() {
        if (!Files.isReadable(LINUX)) {
            return Optional.empty();
        }
        try (BufferedReader reader = Files.newBufferedReader(LINUX, StandardCharsets.ISO_8859_1)) {
            return reader.lines().limit(MOST_LINES).filter(line -> line.startsWith(LINUX_KEY) && line.indexOf(':') > 0)
                    .map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
