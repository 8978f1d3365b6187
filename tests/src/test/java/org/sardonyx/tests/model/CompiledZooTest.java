package org.sardonyx.tests.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.sardonyx.codegen.jvm.JvmRenderer;
import org.sardonyx.codegen.model.ModelCompiler;
import org.sardonyx.frontend.onnx.OnnxImporter;
import org.sardonyx.frontend.zoo.Zoo;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.Numerics;
import org.sardonyx.runtime.Session;
import org.sardonyx.tests.TestTensors;

/// The networks of the zoo as jars give the bits that they give when they are compiled at run time. Some are run in every
/// build, all of them with `-Dzoo=all`.
class CompiledZooTest {
    private static final List<String> SMALL = List.of("lenet5", "squeezenet-1.1", "context", "conv1d-audio");
    /// A small form of a large network: what is left out is only size.
    private static final Map<String, Map<String, String>> SHRUNK = Map.of("unet", Map.of("size", "188", "width", "4"));

    @TempDir
    private Path folder;

    private static boolean all() {
        return "all".equals(System.getProperty("zoo"));
    }

    static Stream<String> networks() {
        return all() ? Zoo.names().stream() : Stream.concat(SMALL.stream(), SHRUNK.keySet().stream().sorted());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void givesTheSameBits(String name) {
        Graph graph = OnnxImporter
                .read(Zoo.network(name, all() ? Map.of() : SHRUNK.getOrDefault(name, Map.of())).model()).graph();
        TensorType type = TestTensors.inputType(graph, 1);
        String inputName = graph.inputNames().getFirst();
        Map<String, Value> inputs = Map.of(inputName, TestTensors.random(type, 1));
        ModelCompiler compiler = new ModelCompiler(graph, "zoo.Network", "tests", Numerics.FAST);
        compiler.compile(JvmRenderer.preferredLanes(), Map.of(inputName, type));
        Path jar = folder.resolve("model.jar");
        compiler.finish().write(jar);
        try (Session session = Session.open(jar)) {
            assertTrue(Models.same(Models.expected(graph, inputs), session.run(inputs)));
        }
    }
}
