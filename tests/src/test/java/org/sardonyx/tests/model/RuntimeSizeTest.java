package org.sardonyx.tests.model;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

/// What an application with a compiled model takes along is small.
class RuntimeSizeTest {
    private static final long MOST = 1_000_000;

    @Test
    void twoModulesHaveLessThanAMegabyte() throws IOException {
        long bytes = 0;
        for (String module : List.of("ir", "runtime")) {
            Path jar = Path.of(module, "target", "sardonyx-" + module + "-0.1.0-SNAPSHOT.jar");
            assumeTrue(Files.exists(jar), "the modules are not packaged");
            bytes += Files.size(jar);
        }
        assertTrue(bytes < MOST, bytes + " bytes");
    }
}
