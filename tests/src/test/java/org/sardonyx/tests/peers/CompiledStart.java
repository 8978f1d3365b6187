package org.sardonyx.tests.peers;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

import org.jocl.CL;

import org.sardonyx.codegen.model.ModelCompiler;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.runtime.Numerics;
import org.sardonyx.runtime.Session;
import org.sardonyx.runtime.model.Target;

/// Measures compiled models from the start of a process on, each process with its own virtual machine.
///
/// @param target what to compile for
/// @param processes how many are measured
/// @param options for their virtual machines
record CompiledStart(Target target, int processes, List<String> options) {
    CompiledStart {
        options = List.copyOf(options);
    }

    /// The medians of all processes, in nanoseconds and bytes.
    ///
    /// @param resident -1 if the system does not tell
    record Times(long jarBytes, long load, long first, long steady, long resident) {}

    private record Process(long first, long load, long steady, long resident) {}

    /// Compiles a model and measures it.
    ///
    /// @throws ModelException if the model cannot be compiled, or a process gives no result
    Times measure(Graph graph, Path folder) throws IOException {
        Path jar = folder.resolve("model.jar");
        compile(graph, jar);
        start(jar);
        List<Process> measured = new ArrayList<>();
        for (int i = 0; i < processes; i++) {
            measured.add(start(jar));
        }
        Times times = new Times(Files.size(jar), median(measured, Process::load), median(measured, Process::first),
                median(measured, Process::steady), median(measured, Process::resident));
        Files.delete(jar);
        return times;
    }

    private static long median(List<Process> measured, ToLongFunction<Process> figure) {
        return measured.stream().mapToLong(figure).sorted().toArray()[measured.size() / 2];
    }

    private void compile(Graph graph, Path jar) {
        Map<String, ValueType> types = new LinkedHashMap<>();
        Contest.inputs(graph).forEach((name, tensor) -> types.put(name, tensor.type()));
        ModelCompiler compiler = new ModelCompiler(graph, "bench.Model", "bench-compiled", Numerics.FAST);
        compiler.compile(target, types);
        compiler.finish().write(jar);
    }

    private static String place(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()).toString();
    }

    private Process start(Path jar) throws IOException {
        boolean isJvm = target.kind() == Target.Kind.JVM;
        List<String> classPath =
                new ArrayList<>(List.of(place(Session.class), place(Graph.class), place(CompiledProcess.class)));
        if (!isJvm) {
            classPath.add(place(CL.class));
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--add-modules",
                "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath), CompiledProcess.class.getName(),
                jar.toString(), isJvm ? "jvm" : "opencl"));
        long start = System.nanoTime();
        java.lang.Process process = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            long first = System.nanoTime() - start;
            String figures = lines.readLine();
            int exitCode = process.waitFor();
            if (!CompiledProcess.FIRST.equals(line) || figures == null || exitCode != 0) {
                throw new ModelException("the compiled model gives no result, exit code " + exitCode);
            }
            long[] numbers = Arrays.stream(figures.split(" ")).mapToLong(Long::parseLong).toArray();
            return new Process(first, numbers[0], numbers[1], numbers[2]);
        } catch (InterruptedException e) {
            process.destroy();
            throw new IllegalStateException(e);
        }
    }
}
