package org.sardonyx.tests.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.sardonyx.frontend.onnx.OnnxImporter;
import org.sardonyx.frontend.zoo.Zoo;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.runtime.model.Target;

class CompiledStartTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsMeasuredOfAProcess() throws IOException {
        Graph graph = OnnxImporter.read(Zoo.network("lenet5", Map.of()).model()).graph();
        CompiledStart.Times times =
                new CompiledStart(new Target(Target.Kind.JVM, 1), 1, List.of("-XX:+UseSerialGC"))
                        .measure(graph, folder);
        assertTrue(times.jarBytes() > 240_000, times.toString());
        assertTrue(0 < times.steady() && times.steady() < times.first(), times.toString());
        assertTrue(0 < times.load() && times.load() < times.first(), times.toString());
        assertEquals(Files.isReadable(Path.of("/proc/self/status")), times.resident() > 0);
        try (Stream<Path> left = Files.list(folder)) {
            assertFalse(left.findAny().isPresent());
        }
    }
}
