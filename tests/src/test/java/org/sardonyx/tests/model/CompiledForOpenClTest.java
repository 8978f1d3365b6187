package org.sardonyx.tests.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.sardonyx.codegen.model.ModelCompiler;
import org.sardonyx.frontend.onnx.OnnxImporter;
import org.sardonyx.frontend.zoo.Zoo;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.text.GraphParser;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.Device;
import org.sardonyx.runtime.Numerics;
import org.sardonyx.runtime.Session;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.model.CompiledModel;
import org.sardonyx.runtime.model.Target;
import org.sardonyx.runtime.program.Step;
import org.sardonyx.tests.TestDevices;
import org.sardonyx.tests.TestTensors;

/// Jars with kernels for OpenCL devices.
class CompiledForOpenClTest {
    private static final int MOST_LANES = 16;

    @TempDir
    private Path folder;

    private Path compile(Graph graph, List<Target> targets, Map<String, ? extends ValueType> types) {
        Path jar = folder.resolve("model.jar");
        ModelCompiler compiler = new ModelCompiler(graph, Models.CLASS, "tests", Numerics.FAST);
        targets.forEach(target -> compiler.compile(target, types));
        compiler.finish().write(jar);
        return jar;
    }

    private static Map<String, Value> run(Path jar, String device, Map<String, Value> inputs) {
        try (Session session = CompiledModel.open(jar).session(device, SessionOptions.DEFAULT)) {
            assertEquals(device.equals("jvm") ? "jvm" : "opencl:0", session.deviceName());
            return session.run(inputs);
        }
    }

    private static List<Target> all() {
        List<Target> targets = new ArrayList<>();
        for (int lanes : List.of(4, 8, MOST_LANES)) {
            targets.add(new Target(Target.Kind.OPENCL_PROCESSOR, lanes));
        }
        targets.add(new Target(Target.Kind.OPENCL_GPU, 1));
        targets.add(new Target(Target.Kind.JVM, 1));
        return targets;
    }

    @ParameterizedTest
    @ValueSource(strings = {"lenet5", "squeezenet-1.1"})
    void givesTheBitsOfTheModelThatIsCompiledAtRunTime(String network) {
        Device device = TestDevices.get("opencl");
        Graph graph = OnnxImporter.read(Zoo.network(network, Map.of()).model()).graph();
        TensorType type = TestTensors.inputType(graph, 1);
        Map<String, TensorType> types = Map.of(graph.inputNames().getFirst(), type);
        Map<String, Value> inputs = Map.of(graph.inputNames().getFirst(), TestTensors.random(type, 1));
        Path jar = compile(graph, all(), types);
        try (Session session = Session.open(graph, device)) {
            assertTrue(Models.same(session.run(inputs), run(jar, "opencl", inputs)));
        }
    }

    @Test
    void whatIsForGpusRunsWhereThereIsNoneToo() {
        TestDevices.get("opencl");
        Graph graph = Models.classifier();
        Map<String, Value> inputs = Map.of("x", TestTensors.random(Models.images(1), 1));
        Path jar = compile(graph, List.of(new Target(Target.Kind.OPENCL_GPU, 1)), Map.of("x", Models.images(1)));
        Tensor expected = (Tensor) Models.expected(graph, inputs).get("output");
        Tensor found = (Tensor) run(jar, "auto", inputs).get("output");
        for (long i = 0; i < expected.size(); i++) {
            assertEquals(expected.getDouble(i), found.getDouble(i), 1e-5);
        }
    }

    @Test
    void stepsOfTheInterpreterAreKept() {
        Device device = TestDevices.get("opencl");
        Graph graph = GraphParser.parse("""
                graph "host"(%x: float32[2, 20] = "x") {
                  %0: float32[2, 20] = unary(%x) {function = NEGATE}
                  %k: int64[1] = constant() {tensor = int64[1] {3}}
                  %1: float32[2, 3], %2: int64[2, 3] = topK(%0, %k) {axis = 1, largest = true}
                  %3: float32[2, 3] = unary(%1) {function = NEGATE}
                  return "values" = %3, "indices" = %2
                }
                """, List.of());
        Map<String, Value> inputs = Map.of("x", TestTensors.random(TensorType.of(DataType.FLOAT32, 2, 20), 1));
        Path jar = compile(graph, all(), Map.of());
        try (Session session = Session.open(graph, device)) {
            assertTrue(Models.same(session.run(inputs), run(jar, "opencl:0", inputs)));
            assertTrue(session.program(Models.types(inputs)).orElseThrow().steps().stream()
                    .anyMatch(Step.HostStep.class::isInstance));
        }
    }

    @Test
    void withoutAGpuTheVirtualMachineIsTheDefault() {
        Graph graph = Models.classifier();
        Map<String, Value> inputs = Map.of("x", TestTensors.random(Models.images(1), 1));
        Path jar = compile(graph, List.of(new Target(Target.Kind.OPENCL_PROCESSOR, 4), new Target(Target.Kind.JVM, 1)),
                Map.of("x", Models.images(1)));
        try (Session session = Session.open(jar)) {
            assertEquals("jvm", session.deviceName());
            assertEquals(Models.types(Models.expected(graph, inputs)), Models.types(session.run(inputs)));
        }
    }

    @Test
    void thereMustBeKernelsForTheDevice() {
        Graph graph = Models.classifier();
        Path jar = compile(graph, List.of(new Target(Target.Kind.JVM, 1)), Map.of("x", Models.images(1)));
        CompiledModel model = CompiledModel.open(jar);
        assertEquals(jar + ": has no kernels for the device 'opencl:1', only for jvm; compile it with --target opencl",
                assertThrows(ModelException.class, () -> model.session("opencl:1", SessionOptions.DEFAULT))
                        .getMessage());
        Path other =
                compile(graph, List.of(new Target(Target.Kind.OPENCL_GPU, 1)), Map.of("x", Models.images(1)));
        assertEquals(other + ": has no kernels for the device 'jvm', only for opencl-gpu; compile it with --target jvm",
                assertThrows(ModelException.class,
                        () -> CompiledModel.open(other).session("jvm", SessionOptions.DEFAULT)).getMessage());
    }

    @Test
    void theSameModelGivesTheSameBytes() throws IOException {
        Graph graph = Models.classifier();
        byte[] first = Files.readAllBytes(compile(graph, all(), Map.of("x", Models.images(1))));
        assertArrayEquals(first, Files.readAllBytes(compile(graph, all(), Map.of("x", Models.images(1)))));
    }
}
