package org.sardonyx.tests.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jocl.CL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.sardonyx.codegen.model.ModelCompiler;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.Numerics;
import org.sardonyx.runtime.Session;
import org.sardonyx.runtime.model.Target;
import org.sardonyx.tests.TestDevices;

/// A compiled model in a virtual machine of its own, with nothing on the class path but the two modules it needs.
class AloneTest {
    private static final String PROGRAM = """
            import java.nio.file.Path;
            import java.util.Map;
            import org.sardonyx.ir.type.DataType;
            import org.sardonyx.ir.value.Tensor;
            import org.sardonyx.runtime.Session;
            import org.sardonyx.runtime.SessionOptions;
            import org.sardonyx.runtime.model.CompiledModel;

            public class Alone {
                static void print(Tensor output) {
                    StringBuilder bits = new StringBuilder();
                    for (long i = 0; i < output.size(); i++) {
                        bits.append(Long.toHexString(output.getBits(i))).append(' ');
                    }
                    System.out.println(bits.toString().strip());
                }

                public static void main(String[] arguments) throws Exception {
                    Tensor x = Tensor.allocate(DataType.FLOAT32, 1, 3, 8, 8);
                    for (long i = 0; i < x.size(); i++) {
                        x.setDouble(i, (i * 37 % 101 - 50) / 50.0);
                    }
                    Session session = arguments[0].endsWith(".jar")
                            ? CompiledModel.open(Path.of(arguments[0]))
                                    .session(System.getProperty("device", "auto"), SessionOptions.DEFAULT)
                            : CompiledModel.named(arguments[0], Alone.class.getClassLoader()).session();
                    print((Tensor) session.run(Map.of("x", x)).get("output"));
                    if (arguments.length > 1) {
                        System.in.read();
                        print((Tensor) session.run(Map.of("x", x)).get("output"));
                    }
                    // The session is not closed: the process ends all the same.
                }
            }
            """;

    @TempDir
    private Path folder;

    private final List<Process> processes = new ArrayList<>();

    /// The classes of a module, wherever the build has put them.
    private static String module(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()).toString();
    }

    private static Tensor input() {
        Tensor x = Tensor.allocate(Models.images(1).dataType(), 1, 3, 8, 8);
        for (long i = 0; i < x.size(); i++) {
            x.setDouble(i, (i * 37 % 101 - 50) / 50.0);
        }
        return x;
    }

    private static String expected(Graph graph) {
        Map<String, Value> outputs = Models.expected(graph, Map.of("x", input()));
        Tensor output = (Tensor) outputs.get("output");
        return String.join(" ", Stream.iterate(0L, i -> i < output.size(), i -> i + 1)
                .map(i -> Long.toHexString(output.getBits(i))).toList());
    }

    private Process start(List<String> options, List<String> more, String... arguments) throws IOException {
        Path source = folder.resolve("Alone.java");
        if (!Files.exists(source)) {
            Files.writeString(source, PROGRAM);
        }
        List<String> classPath = new ArrayList<>(more);
        classPath.add(module(Graph.class));
        classPath.add(module(Session.class));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-XX:+UseSerialGC", "-cp", String.join(File.pathSeparator, classPath),
                source.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        processes.add(process);
        return process;
    }

    private static final List<String> VECTORS = List.of("--add-modules", "jdk.incubator.vector");

    private static List<String> lines(Process process) throws IOException, InterruptedException {
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                .filter(line -> !line.contains("incubator modules")).toList();
        process.waitFor();
        return lines;
    }

    @Test
    void runsByPathAndFromTheClassPath() throws IOException, InterruptedException {
        Graph graph = Models.classifier();
        Path jar = Models.compile(graph, folder.resolve("model.jar"), 1);
        assertEquals(List.of(expected(graph)), lines(start(VECTORS, List.of(), jar.toString())));
        assertEquals(List.of(expected(graph)), lines(start(VECTORS, List.of(jar.toString()), Models.CLASS)));
    }

    @Test
    void withoutTheVectorApiItTellsWhatToDo() throws IOException, InterruptedException {
        Graph graph = Models.classifier();
        Path jar = folder.resolve("model.jar");
        ModelCompiler compiler = new ModelCompiler(graph, Models.CLASS, "tests", Numerics.FAST);
        compiler.compile(8, Map.of("x", Models.images(1)));
        compiler.finish().write(jar);
        String output = String.join("\n", lines(start(List.of(), List.of(), jar.toString())));
        assertTrue(output.contains(jar
                + ": has kernels for vectors of [8] floats, and this virtual machine runs without the "
                + "Vector API: start it with --add-modules jdk.incubator.vector, or compile the model with --lanes 1"),
                output);
        compiler.compile(1, Map.of("x", Models.images(1)));
        compiler.finish().write(jar);
        List<String> lines = lines(start(List.of(), List.of(), jar.toString()));
        assertEquals(1, lines.size(), lines.toString());
        assertEquals(10, lines.getFirst().split(" ").length);
    }

    @Test
    void onOpenClItTakesJoclToo() throws IOException, InterruptedException {
        Graph graph = Models.classifier();
        Path jar = folder.resolve("model.jar");
        ModelCompiler compiler = new ModelCompiler(graph, Models.CLASS, "tests", Numerics.FAST);
        compiler.compile(new Target(Target.Kind.OPENCL_PROCESSOR, 4), Map.of("x", Models.images(1)));
        compiler.compile(new Target(Target.Kind.OPENCL_GPU, 1), Map.of("x", Models.images(1)));
        compiler.finish().write(jar);
        List<String> options = List.of("-Ddevice=opencl", "--enable-native-access=ALL-UNNAMED");
        String output = String.join("\n", lines(start(options, List.of(), jar.toString())));
        assertTrue(output.contains(jar
                + ": there is no device 'opencl': the library org.jocl:jocl is not on the class path"), output);
        TestDevices.get("opencl");
        List<String> lines = lines(start(options, List.of(module(CL.class)), jar.toString()));
        assertEquals(1, lines.size(), lines.toString());
        assertEquals(10, lines.getFirst().split(" ").length);
    }

    @Test
    void twoProcessesShareAFile() throws IOException, InterruptedException {
        Graph graph = Models.classifier();
        Path jar = Models.compile(graph, folder.resolve("model.jar"), 1);
        Process first = start(VECTORS, List.of(), jar.toString(), "wait");
        Process second = start(VECTORS, List.of(), jar.toString(), "wait");
        for (Process process : List.of(first, second)) {
            process.getOutputStream().write('\n');
            process.getOutputStream().close();
        }
        String bits = expected(graph);
        assertEquals(List.of(bits, bits), lines(first));
        assertEquals(List.of(bits, bits), lines(second));
    }

    @Test
    void tooLittleMemoryIsTold() throws IOException, InterruptedException {
        Graph graph = Models.layers("resize 200");
        Path jar = Models.compile(graph, folder.resolve("model.jar"), 1);
        List<String> options = new ArrayList<>(VECTORS);
        options.add("-Xmx24m");
        String output = String.join("\n", lines(start(options, List.of(), jar.toString())));
        assertTrue(output.contains("bytes; this process may use"), output);
    }
}
