package org.sardonyx.tests.peers;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

import org.sardonyx.cli.terminal.Table;
import org.sardonyx.codegen.jvm.JvmRenderer;
import org.sardonyx.frontend.ModelFile;
import org.sardonyx.frontend.zoo.Zoo;
import org.sardonyx.ir.ModelException;
import org.sardonyx.runtime.model.Target;

/// The program behind the script `tests/bench-compiled`.
public final class BenchCompiled {
    private static final double MEBIBYTE = 1 << 20;
    private static final int MOST_PROCESSES = 1000;

    private BenchCompiled() {}

    private record Arguments(List<String> models, Target.Kind target, int processes, List<String> java,
            boolean hasPeer) {
        static Arguments of(String[] arguments) {
            List<String> models = new ArrayList<>();
            Target.Kind target = Target.Kind.JVM;
            int processes = 3;
            List<String> java = List.of();
            boolean hasPeer = true;
            Iterator<String> left = Arrays.asList(arguments).iterator();
            while (left.hasNext()) {
                String argument = left.next();
                switch (argument) {
                    case "--target" -> target = Target.Kind.of(value(argument, left));
                    case "--processes" -> processes = number(argument, value(argument, left));
                    case "--java" -> java = List.of(value(argument, left).strip().split("\\s+"));
                    case "--no-peer" -> hasPeer = false;
                    default -> {
                        if (argument.startsWith("-")) {
                            throw new ModelException("there is no option " + argument + "; see --help");
                        }
                        models.add(argument);
                    }
                }
            }
            return new Arguments(models.isEmpty() ? Zoo.names() : models, target, processes, java, hasPeer);
        }

        private static String value(String option, Iterator<String> left) {
            if (!left.hasNext()) {
                throw new ModelException(option + ": its value is missing");
            }
            return left.next();
        }

        private static int number(String option, String text) {
            try {
                int number = Integer.parseInt(text);
                if (number >= 1 && number <= MOST_PROCESSES) {
                    return number;
                }
            } catch (NumberFormatException _) {
                // Told below, as a number out of range is.
            }
            throw new ModelException(option + " " + text + ": expected 1 to " + MOST_PROCESSES);
        }
    }

    /// Exits with 0, or with 2 for bad arguments.
    public static void main(String[] arguments) throws IOException {
        PrintWriter out = new PrintWriter(System.out, true);
        try {
            run(Arguments.of(arguments), out);
        } catch (ModelException e) {
            System.err.println("bench-compiled: " + e.getMessage());
            System.exit(2);
        }
    }

    private static void run(Arguments arguments, PrintWriter out) throws IOException {
        Target target =
                new Target(arguments.target,
                        arguments.target == Target.Kind.OPENCL_GPU ? 1 : JvmRenderer.preferredLanes());
        out.println("target   " + target);
        out.println("java     " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")"
                + (arguments.java.isEmpty() ? "" : ", " + String.join(" ", arguments.java)));
        out.println(String.format(Locale.ROOT, "load     %.1f when this began; other programs falsify the times",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        out.println();
        CompiledStart start = new CompiledStart(target, arguments.processes, arguments.java);
        Contest contest = new Contest("jvm", Runtime.getRuntime().availableProcessors(), OptionalInt.empty());
        Path folder = Files.createTempDirectory("compiled");
        Table table = new Table("<MODEL", ">JAR MiB", ">LOAD ms", ">FIRST ms", ">STEADY ms", ">RESIDENT MiB",
                ">PEER ms");
        try {
            for (String model : arguments.models) {
                Contest.withFile(model, file -> {
                    CompiledStart.Times times = start.measure(ModelFile.read(file).graph(), folder);
                    return table.row(model, mebibytes(times.jarBytes()), milliseconds(times.load()),
                            milliseconds(times.first()), milliseconds(times.steady()), mebibytes(times.resident()),
                            arguments.hasPeer ? milliseconds(contest.firstOfPeer(file).median()) : "");
                });
            }
        } finally {
            Files.deleteIfExists(folder.resolve("model.jar"));
            Files.delete(folder);
        }
        table.print(out);
        out.flush();
    }

    private static String mebibytes(long bytes) {
        return bytes < 0 ? "" : String.format(Locale.ROOT, "%.1f", bytes / MEBIBYTE);
    }

    private static String milliseconds(double nanoseconds) {
        return String.format(Locale.ROOT, nanoseconds < 1e6 ? "%.4f" : "%.1f", nanoseconds / 1e6);
    }
}
