package org.sardonyx.tests.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.sardonyx.codegen.model.ModelCompiler;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.text.GraphParser;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.Numerics;
import org.sardonyx.runtime.Session;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.model.CompiledModel;
import org.sardonyx.runtime.model.TypedModel;
import org.sardonyx.runtime.program.Step;
import org.sardonyx.tests.TestTensors;

class CompiledModelTest {
    @TempDir
    private Path folder;

    @Test
    void givesTheBitsOfTheModelThatIsCompiledAtRunTime() {
        Graph graph = Models.classifier();
        Path jar = Models.compile(graph, folder.resolve("model.jar"), 1, 5);
        try (Session session = Session.open(jar)) {
            for (long batch : new long[] {1, 5}) {
                Map<String, Value> inputs = Map.of("x", TestTensors.random(Models.images(batch), batch));
                assertTrue(Models.same(Models.expected(graph, inputs), session.run(inputs)));
            }
            assertEquals("jvm", session.deviceName());
            assertEquals("{x=float32[N, 3, 8, 8]}", session.inputs().toString());
            assertEquals(0, session.program(Map.of("x", Models.images(5))).orElseThrow().steps().stream()
                    .filter(Step.HostStep.class::isInstance).count());
        }
    }

    @Test
    void programsShareWeights() throws IOException {
        Graph graph = Models.classifier();
        long one = Files.size(Models.compile(graph, folder.resolve("one.jar"), 8));
        long three = Files.size(Models.compile(graph, folder.resolve("three.jar"), 8, 16, 32));
        long weights = CompiledModel.open(folder.resolve("one.jar")).sizes().get("weights").bytes();
        assertTrue(weights > 250_000, weights + " bytes");
        assertTrue(three - one < weights / 4, one + " and " + three + " bytes");
    }

    @Test
    void sizesThatItWasNotCompiledForAreRefused() {
        Path jar = Models.compile(Models.classifier(), folder.resolve("model.jar"), 1, 8);
        try (Session session = Session.open(jar)) {
            ModelException problem = assertThrows(ModelException.class,
                    () -> session.run(Map.of("x", TestTensors.random(Models.images(2), 0))));
            assertEquals(
                    jar + ": the model has not been compiled for x: float32[2, 3, 8, 8], only for x: float32[1, 3, 8, "
                            + "8]; x: float32[8, 3, 8, 8]: give those, or compile it with --shape",
                    problem.getMessage());
            assertEquals("input 'x' is missing",
                    assertThrows(ModelException.class, () -> session.run(Map.of())).getMessage());
        }
    }

    @Test
    void theSameModelGivesTheSameBytes() throws IOException {
        Path first = Models.compile(Models.classifier(), folder.resolve("first.jar"), 1, 3);
        Path second = Models.compile(Models.classifier(), folder.resolve("second.jar"), 1, 3);
        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
    }

    /// Steps without a kernel: an operator that gives a tensor and indices, strings, a graph in a node, large constants.
    @Test
    void stepsOfTheInterpreterAreKept() {
        Tensor table = Tensor.allocate(DataType.INT64, 20);
        for (long i = 0; i < 20; i++) {
            table.setLong(i, 100 + i);
        }
        Graph graph = GraphParser.parse("""
                graph "host"(%x: float32[1, 20] = "x", %s: string[2] = "s", %c: bool[] = "c") {
                  %k: int64[1] = constant() {tensor = int64[1] {3}}
                  %0: float32[1, 3], %1: int64[1, 3] = topK(%x, %k) {axis = 1, largest = true}
                  %t: int64[20] = constant() {tensor = int64[20] @1}
                  %2: int64[1, 3] = gather(%t, %1) {axis = 0}
                  %y: string[] = constant() {tensor = string[] {"-\\"\\n"}}
                  %3: string[2] = stringConcat(%s, %y)
                  %4: int64[1, 3] = if(%c, %2, %2) {thenBranch = graph "a"(%a: int64[1, 3] = "a") {
                    return "r" = %a
                  }, elseBranch = graph "b"(%a: int64[1, 3] = "a") {
                    %b: int64[20] = constant() {tensor = int64[20] @1}
                    %d: int64[1] = constant() {tensor = int64[1] {2}}
                    %e: int64[1] = gather(%b, %d) {axis = 0}
                    %f: int64[1, 3] = binary(%a, %e) {function = ADD}
                    return "r" = %f
                  }}
                  return "values" = %0, "looked up" = %4, "joined" = %3
                }
                """, List.of(table));
        Map<String, Value> inputs = Map.of("x", TestTensors.random(TensorType.of(DataType.FLOAT32, 1, 20), 1), "s",
                Tensor.ofStrings(new long[] {2}, "a", "ä"), "c", Tensor.ofBooleans(new long[0], false));
        ModelCompiler compiler = new ModelCompiler(graph, Models.CLASS, "tests", Numerics.STRICT);
        compiler.compile(1, Map.of());
        Path jar = folder.resolve("host.jar");
        compiler.finish().write(jar);
        try (Session session = Session.open(jar)) {
            Map<String, Value> found = session.run(inputs);
            assertTrue(Models.same(Models.expected(graph, inputs), found), found.toString());
            assertEquals("a-\"\n", ((Tensor) found.get("joined")).getString(0));
            assertTrue(session.program(Models.types(inputs)).orElseThrow().steps().stream()
                    .anyMatch(Step.HostStep.class::isInstance));
        }
    }

    @Test
    void manyThreadsShareASession() throws Exception {
        Graph graph = Models.classifier();
        Path jar = Models.compile(graph, folder.resolve("model.jar"), 1);
        Map<String, Value> inputs = Map.of("x", TestTensors.random(Models.images(1), 7));
        Map<String, Value> expected = Models.expected(graph, inputs);
        try (Session session = Session.open(jar); ExecutorService threads = Executors.newFixedThreadPool(8)) {
            Callable<Boolean> runs = () -> Models.same(expected, session.run(inputs));
            for (Future<Boolean> same : threads.invokeAll(List.of(runs, runs, runs, runs, runs, runs, runs, runs))) {
                assertTrue(same.get());
            }
        }
    }

    /// The class of a model on the class path, from a jar and from a folder.
    @Test
    void hasAClassWithMethodsNamedAfterOutputs() throws Exception {
        Graph graph = Models.classifier();
        ModelCompiler compiler = new ModelCompiler(graph, Models.CLASS, "tests", Numerics.FAST);
        compiler.compile(1, Map.of("x", Models.images(1)));
        Path jar = folder.resolve("model.jar");
        compiler.finish().write(jar);
        compiler.finish().writeFiles(folder.resolve("classes"));
        for (URL place : new URL[] {jar.toUri().toURL(), folder.resolve("classes").toUri().toURL()}) {
            try (URLClassLoader loader = new URLClassLoader(new URL[] {place}, getClass().getClassLoader())) {
                useClass(loader.loadClass(Models.CLASS), graph);
            }
        }
    }

    private static void useClass(Class<?> type, Graph graph) throws ReflectiveOperationException {
        Tensor x = TestTensors.random(Models.images(1), 3);
        Tensor expected = (Tensor) Models.expected(graph, Map.of("x", x)).get("output");
        assertEquals("device",
                type.getConstructor(String.class, SessionOptions.class).getParameters()[0].getName());
        try (TypedModel model = (TypedModel) type.getConstructor().newInstance()) {
            Method method = type.getMethod("output", Tensor.class);
            assertEquals("x", method.getParameters()[0].getName());
            assertTrue(expected.sameContent((Tensor) method.invoke(model, x)));
            Object outputs = type.getMethod("run", Tensor.class).invoke(model, x);
            assertTrue(outputs.getClass().isRecord());
            Object output = outputs.getClass().getMethod("output").invoke(outputs);
            assertTrue(expected.sameContent((Tensor) output));
            assertEquals("Outputs[output=" + output + "]", outputs.toString());
            assertEquals(outputs, outputs);
        }
        InvocationTargetException closed = assertThrows(InvocationTargetException.class, () -> {
            TypedModel model = (TypedModel) type.getConstructor().newInstance();
            model.close();
            type.getMethod("output", Tensor.class).invoke(model, x);
        });
        assertEquals("the session is closed", closed.getCause().getMessage());
    }

    @Test
    void fixedSizesAndFloatsMakeMethodsOverArrays() throws Exception {
        Graph graph = GraphParser.parse("""
                graph "scale"(%x: float32[2, 2] = "in:0", %y: float32[2, 2] = "class") {
                  %0: float32[2, 2] = binary(%x, %y) {function = MULTIPLY}
                  return "1st out" = %0
                }
                """, List.of());
        ModelCompiler compiler = new ModelCompiler(graph, "a.b.Scale", "tests", Numerics.FAST);
        compiler.compile(1, Map.of());
        Path jar = folder.resolve("scale.jar");
        compiler.finish().write(jar);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader());
                TypedModel model = (TypedModel) loader.loadClass("a.b.Scale").getConstructor().newInstance()) {
            Method method = model.getClass().getMethod("_1st_out", float[].class, float[].class);
            assertEquals("[in_0, class_]",
                    Arrays.stream(method.getParameters()).map(parameter -> parameter.getName()).toList().toString());
            assertArrayEquals(new float[] {2, 6, 12, 20},
                    (float[]) method.invoke(model, new float[] {1, 2, 3, 4}, new float[] {2, 3, 4, 5}));
            InvocationTargetException wrong = assertThrows(InvocationTargetException.class,
                    () -> method.invoke(model, new float[3], new float[4]));
            assertEquals("input 'in:0': shape [2, 2] has 4 elements, found 3", wrong.getCause().getMessage());
        }
    }

    @Test
    void namesOfClassesAreChecked() {
        for (String name : List.of("ResNet", "com.example.", "com..X", "com.example.3", "com.example.X$Y", "com/x.Y")) {
            assertEquals("'" + name + "' is not the name of a class in a package, such as com.example.ResNet50",
                    assertThrows(ModelException.class,
                            () -> new ModelCompiler(Models.classifier(), name, "tests", Numerics.FAST)).getMessage());
        }
    }

    @Test
    void openSizesAreRefused() {
        ModelCompiler compiler = new ModelCompiler(Models.classifier(), Models.CLASS, "tests", Numerics.FAST);
        assertEquals("a compiled model has fixed sizes, and input 'x' is a float32[N, 3, 8, 8]; --shape gives sizes",
                assertThrows(ModelException.class, () -> compiler.compile(1, Map.of())).getMessage());
    }
}
