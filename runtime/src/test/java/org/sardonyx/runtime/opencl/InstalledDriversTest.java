package org.sardonyx.runtime.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledDriversTest {
    @TempDir
    private Path folder;

    private boolean areForProcessorsOnly(Map<String, String> environment) {
        return new InstalledDrivers(folder, environment::get).areForProcessorsOnly();
    }

    @Test
    void poclAloneIsForProcessors() throws IOException {
        assertEquals(false, areForProcessorsOnly(Map.of()));
        Files.createFile(folder.resolve("pocl.icd"));
        Files.createFile(folder.resolve("README"));
        assertEquals(true, areForProcessorsOnly(Map.of()));
        assertEquals(false, areForProcessorsOnly(Map.of("OCL_ICD_VENDORS", "/there")));
        Files.createFile(folder.resolve("nvidia.icd"));
        assertEquals(false, areForProcessorsOnly(Map.of()));
        assertEquals(false, new InstalledDrivers(folder.resolve("missing"), _ -> null).areForProcessorsOnly());
    }
}
