package org.sardonyx.tests.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

/// Runs examples/TenLines.java as its comment says.
class TenLinesTest {
    @Test
    void printsTenProbabilities() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules", "jdk.incubator.vector", "-cp", System.getProperty("java.class.path"),
                "examples/TenLines.java", "examples/digits/lenet5.onnx").redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        List<String> lines = output.lines().filter(line -> line.matches("\\d: \\d.*")).toList();
        assertEquals(10, lines.size(), output);
        double sum = lines.stream().mapToDouble(line -> Double.parseDouble(line.substring(3))).sum();
        assertTrue(Math.abs(sum - 1) < 1e-5, output);
    }
}
