package org.sardonyx.tests.peers;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

import ai.onnxruntime.OrtEnvironment;

import org.sardonyx.cli.terminal.Table;
import org.sardonyx.ir.ModelException;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.tests.peers.Contest.Outcome;

/// The program behind the script `tests/bench-peers`.
public final class BenchPeers {
    private static final List<String> MODELS = List.of("lenet5", "alexnet", "googlenet", "resnet-18", "resnet-50",
            "squeezenet-1.1", "mobilenet-v2", "densenet-121", "vgg-d");

    private BenchPeers() {}

    private record Arguments(List<String> models, String device, int threads, OptionalInt runs, boolean first) {
        static Arguments of(String[] arguments) {
            List<String> models = new ArrayList<>();
            int threads = Runtime.getRuntime().availableProcessors();
            OptionalInt runs = OptionalInt.empty();
            boolean first = false;
            String device = "jvm";
            Iterator<String> left = Arrays.asList(arguments).iterator();
            while (left.hasNext()) {
                String argument = left.next();
                switch (argument) {
                    case "--first" -> first = true;
                    case "--device" -> device = text(argument, left);
                    case "--threads" -> threads = number(argument, left, SessionOptions.MOST_THREADS);
                    case "--runs" -> runs = OptionalInt.of(number(argument, left, Integer.MAX_VALUE));
                    default -> {
                        if (argument.startsWith("-")) {
                            throw new ModelException("there is no option " + argument + "; see --help");
                        }
                        models.add(argument);
                    }
                }
            }
            return new Arguments(models.isEmpty() ? MODELS : models, device, threads, runs, first);
        }

        private static String text(String option, Iterator<String> left) {
            if (!left.hasNext()) {
                throw new ModelException(option + ": expected a name");
            }
            return left.next();
        }

        private static int number(String option, Iterator<String> left, int most) {
            String text = left.hasNext() ? left.next() : "nothing";
            try {
                int number = Integer.parseInt(text);
                if (number >= 1 && number <= most) {
                    return number;
                }
            } catch (NumberFormatException _) {
                // Told below, as a number out of range is.
            }
            throw new ModelException(option + " " + text + ": expected 1 to " + most);
        }
    }

    /// Exits with 0; with 1 if outputs disagree, with 2 for bad arguments.
    public static void main(String[] arguments) throws IOException {
        PrintWriter out = new PrintWriter(System.out, true);
        try {
            System.exit(run(Arguments.of(arguments), out) ? 0 : 1);
        } catch (ModelException e) {
            System.err.println("bench-peers: " + e.getMessage());
            System.exit(2);
        }
    }

    private static boolean run(Arguments arguments, PrintWriter out) throws IOException {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        Contest contest = new Contest(arguments.device, arguments.threads, arguments.runs);
        List<Outcome> outcomes = new ArrayList<>();
        for (String model : arguments.models) {
            Outcome outcome = arguments.first ? contest.first(model) : contest.hold(model);
            outcomes.add(outcome);
            outcome.disagreement().ifPresent(text -> System.err.println("bench-peers: " + model + ": " + text));
        }
        out.println("device   " + arguments.device);
        out.println("threads  " + arguments.threads);
        out.println("java     " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")");
        out.println(
                String.format(Locale.ROOT, "load     %.1f when this began; other programs falsify the times", load));
        out.println("peer     ONNX Runtime " + OrtEnvironment.getEnvironment().getVersion());
        out.println();
        Table table = new Table("<MODEL", ">RUNS", ">OURS ms", ">MIN ms", ">PEER ms", ">MIN ms", ">RATIO",
                arguments.first ? "<" : "<OUTPUTS");
        double logarithms = 0;
        for (Outcome outcome : outcomes) {
            table.row(outcome.model(), outcome.ours().runs() + "/" + outcome.theirs().runs(),
                    milliseconds(outcome.ours().median()), milliseconds(outcome.ours().minimum()),
                    milliseconds(outcome.theirs().median()), milliseconds(outcome.theirs().minimum()),
                    String.format(Locale.ROOT, "%.2f", outcome.ratio()),
                    arguments.first ? "" : outcome.disagreement().isEmpty() ? "agree" : "DISAGREE");
            logarithms += Math.log(outcome.ratio());
        }
        table.row("geometric mean", "", "", "", "", "",
                String.format(Locale.ROOT, "%.2f", Math.exp(logarithms / outcomes.size())));
        table.print(out);
        out.flush();
        return outcomes.stream().allMatch(outcome -> outcome.disagreement().isEmpty());
    }

    private static String milliseconds(double nanoseconds) {
        return String.format(Locale.ROOT, nanoseconds < 1e6 ? "%.4f" : "%.2f", nanoseconds / 1e6);
    }
}
