package org.sardonyx.tests.text;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.sardonyx.frontend.onnx.OnnxImporter;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;

class GraphTextOfModelsTest {
    private static final String DATA = "ONNX_BACKEND_DATA";

    @TestFactory
    @EnabledIfEnvironmentVariable(named = DATA, matches = ".+", disabledReason = DATA + " names no folder")
    Stream<DynamicTest> backendSuite() throws IOException {
        Path folder = Path.of(System.getenv(DATA));
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> models = files.filter(file -> file.toString().endsWith(".onnx")).sorted().toList();
            return models.stream().map(model -> DynamicTest.dynamicTest(folder.relativize(model).toString(), () -> {
                Graph graph;
                try {
                    graph = OnnxImporter.read(model).graph();
                } catch (ModelException e) {
                    abort("not imported, which the conformance suite judges: " + e.getMessage());
                    return;
                }
                GraphChecks.check(graph, "the importer");
            }));
        }
    }

    @Test
    void digitsNetwork() {
        GraphChecks.check(OnnxImporter.read(Path.of("examples/digits/lenet5.onnx")).graph(), "the importer");
    }
}
