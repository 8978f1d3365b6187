package org.sardonyx.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingRunTest {
    @TempDir
    private Path folder;

    @Test
    void runsAllCommandsWhateverBecomesOfOne() {
        TrainingRun.main(new String[] {"run", "src/main/launcher/training.net", "--device", "jvm", "-o",
            folder.resolve("first").toString(), "--", "run", "no-such-network", "--", "zoo", "lenet5", "-o",
            folder.resolve("last.net").toString()});
        assertTrue(Files.exists(folder.resolve("first/probabilities.npy")));
        assertTrue(Files.exists(folder.resolve("last.net")));
    }
}
