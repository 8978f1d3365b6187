package org.sardonyx.tests.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.Session;
import org.sardonyx.tests.TestTensors;

class SignedJarTest {
    @TempDir
    private Path folder;

    private String tool(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", name).toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }

    /// Signing puts entries before the weights, which are not aligned any more then, and changes the manifest of the jar.
    @Test
    void aSignedModelIsVerifiedAndRuns() throws IOException, InterruptedException {
        Graph graph = Models.classifier();
        Path jar = Models.compile(graph, folder.resolve("model.jar"), 1);
        Map<String, Value> inputs = Map.of("x", TestTensors.random(Models.images(1), 1));
        Map<String, Value> expected = Models.expected(graph, inputs);
        tool("keytool", "-genkeypair", "-alias", "test", "-keyalg", "EC", "-dname", "CN=test", "-storepass", "changeit",
                "-keystore", "keys");
        tool("jarsigner", "-keystore", "keys", "-storepass", "changeit", "model.jar", "test");
        String verified = tool("jarsigner", "-verify", "model.jar");
        assertTrue(verified.contains("jar verified."), verified);
        try (Session session = Session.open(jar)) {
            assertTrue(Models.same(expected, session.run(inputs)));
        }
        assertTrue(Files.size(jar) > 0);
    }
}
