package org.sardonyx.tests.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import org.sardonyx.cli.bench.RunTimes;
import org.sardonyx.frontend.ModelFile;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;

/// The time from the start of a process to the first result of a model, each in a process of its own.
public final class FirstResult {
    private static final String DONE = "first result";
    /// One more goes before, which brings the files into the cache of the system.
    private static final int PROCESSES = 5;

    /// The name of the other runtime.
    static final String PEER = "theirs";

    private FirstResult() {}

    /// What a process does.
    ///
    /// @param arguments the name of our device or `theirs`, the model's file, the number of threads
    public static void main(String[] arguments) {
        Path model = Path.of(arguments[1]);
        int threads = Integer.parseInt(arguments[2]);
        try (Contestant contestant = contestant(arguments[0], model, threads)) {
            contestant.run();
            System.out.println(DONE);
        }
    }

    private static Contestant contestant(String name, Path model, int threads) {
        if (name.equals(PEER)) {
            return OnnxRuntime.ofAnyInputs(model, threads);
        }
        Graph graph = ModelFile.read(model).graph();
        return new Sardonyx(graph, Contest.inputs(graph), name, threads);
    }

    /// Measures some processes.
    ///
    /// @param name of our device, or `theirs`
    /// @throws ModelException if a process gives no result
    static RunTimes measure(String name, Path model, int threads) throws IOException {
        time(name, model, threads);
        LongStream.Builder times = LongStream.builder();
        for (int i = 0; i < PROCESSES; i++) {
            times.add(time(name, model, threads));
        }
        return RunTimes.of(times.build());
    }

    private static long time(String name, Path model, int threads) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FirstResult.class.getName(), name,
                model.toString(), Integer.toString(threads)));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            long end = System.nanoTime();
            int exitCode = process.waitFor();
            if (!DONE.equals(line) || exitCode != 0) {
                throw new ModelException(model + ": no first result of " + name + ", exit code " + exitCode);
            }
            return end - start;
        } catch (InterruptedException e) {
            process.destroy();
            throw new IllegalStateException(e);
        }
    }
}
