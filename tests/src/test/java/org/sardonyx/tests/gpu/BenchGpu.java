package org.sardonyx.tests.gpu;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

import org.sardonyx.cli.terminal.Table;
import org.sardonyx.codegen.opencl.OpenClDevice;
import org.sardonyx.frontend.zoo.Zoo;
import org.sardonyx.ir.ModelException;
import org.sardonyx.runtime.Numerics;
import org.sardonyx.runtime.Profiler;
import org.sardonyx.runtime.opencl.DeviceFacts;
import org.sardonyx.runtime.opencl.OpenClContext;
import org.sardonyx.runtime.opencl.OpenClDevices;
import org.sardonyx.runtime.program.Program;
import org.sardonyx.runtime.program.Step;

/// The program behind the script `tests/bench-gpu`.
public final class BenchGpu {
    private static final long MOST_BATCH = 1 << 16;
    private static final double HUNDRED = 100;

    private final Arguments arguments;
    private final PrintWriter out;

    private BenchGpu(Arguments arguments, PrintWriter out) {
        this.arguments = arguments;
        this.out = out;
    }

    private static final class Arguments {
        private String device = "opencl";
        private boolean asGpu;
        private List<Long> batches = List.of(1L, 8L, 32L);
        private OptionalInt runs = OptionalInt.empty();
        private boolean steps;
        private List<Numerics> numerics = List.of(Numerics.FAST, Numerics.TF32, Numerics.HALF);
        private GpuModel.Reference reference = GpuModel.Reference.INTERPRETER;
        private Optional<Path> torch = Optional.empty();
        private List<String> models = new ArrayList<>();

        static Arguments of(String[] given) {
            Arguments all = new Arguments();
            for (Iterator<String> left = Arrays.asList(given).iterator(); left.hasNext();) {
                all.take(left.next(), left);
            }
            if (all.models.isEmpty()) {
                all.models = Zoo.names();
            }
            return all;
        }

        private void take(String argument, Iterator<String> left) {
            switch (argument) {
                case "--as-gpu" -> asGpu = true;
                case "--steps" -> steps = true;
                case "--device" -> device = text(argument, left);
                case "--torch" -> torch = Optional.of(Path.of(text(argument, left)));
                case "--runs" -> runs = OptionalInt.of(Math.toIntExact(number(argument, text(argument, left))));
                case "--batches" -> batches = Arrays.stream(text(argument, left).split(","))
                        .map(batch -> number(argument, batch)).toList();
                case "--numerics" -> numerics = Arrays.stream(text(argument, left).split(","))
                        .map(name -> numerics(argument, name)).toList();
                case "--reference" -> reference = switch (text(argument, left)) {
                    case "interpreter" -> GpuModel.Reference.INTERPRETER;
                    case "jvm" -> GpuModel.Reference.JVM;
                    default -> throw new ModelException(argument + ": expected interpreter or jvm");
                };
                default -> {
                    if (argument.startsWith("-")) {
                        throw new ModelException("there is no option " + argument + "; see --help");
                    }
                    models.add(argument);
                }
            }
        }

        private static String text(String option, Iterator<String> left) {
            if (!left.hasNext()) {
                throw new ModelException(option + ": expected a value");
            }
            return left.next();
        }

        private static Numerics numerics(String option, String name) {
            return Arrays.stream(Numerics.values()).filter(numerics -> BenchGpu.name(numerics).equals(name)).findFirst()
                    .orElseThrow(() -> new ModelException(
                            option + " " + name + ": expected strict, fast, tf32 or half"));
        }

        private static long number(String option, String text) {
            if (!text.matches("[1-9][0-9]{0,5}") || Long.parseLong(text) > MOST_BATCH) {
                throw new ModelException(option + " " + text + ": expected 1 to " + MOST_BATCH);
            }
            return Long.parseLong(text);
        }
    }

    /// Exits with 0; with 1 if outputs disagree with the reference, with 2 for bad arguments or without a device.
    public static void main(String[] arguments) {
        try {
            System.exit(run(new PrintWriter(System.out, true), arguments) ? 0 : 1);
        } catch (ModelException e) {
            System.err.println("bench-gpu: " + e.getMessage());
            System.exit(2);
        }
    }

    /// @return whether all outputs agree with the reference
    static boolean run(PrintWriter out, String... arguments) {
        return new BenchGpu(Arguments.of(arguments), out).run();
    }

    private boolean run() {
        OpenClContext found = OpenClDevices.find().names(arguments.device).choose(arguments.device);
        OpenClContext context = arguments.asGpu ? found.as(DeviceFacts.Kind.GPU) : found;
        out.println("device   " + context.facts().summary());
        if (found.facts().kind() != DeviceFacts.Kind.GPU) {
            out.println(
                    "         which is no GPU" + (arguments.asGpu ? ", and is given kernels that are made for one" : "")
                            + ": these figures tell nothing of GPUs");
        }
        OpenClDevice device = new OpenClDevice(arguments.device, context);
        DevicePeaks peaks = DevicePeaks.measure(context, device.asFast(Numerics.TF32).isEmpty());
        out.println(text("peak     %.1f GFLOP/s in multiply-adds, %.1f GB/s in a copy, by kernels that do nothing else",
                peaks.operationsPerSecond() / 1e9, peaks.bytesPerSecond() / 1e9));
        peaks.ofMatrices().forEach((form, peak) -> out.println(
                text("         %.1f GFLOP/s by tensor cores, of %s", peak / 1e9, form)));
        List<Numerics> numerics = arguments.numerics.stream().filter(wanted -> isWorthwhile(device, wanted)).toList();
        TorchPeer peer = arguments.torch
                .map(script -> TorchPeer.measure(script, arguments.batches, arguments.models)).orElse(TorchPeer.NONE);
        peer.remarks().forEach(remark -> out.println("pytorch  " + remark));
        List<GpuModel.Outcome> outcomes = new ArrayList<>();
        for (String name : arguments.models) {
            GpuModel model = GpuModel.open(name, arguments.reference);
            for (long batch : arguments.batches) {
                for (Numerics wanted : numerics) {
                    GpuModel.Outcome outcome =
                            model.measure(device, wanted, batch, arguments.runs, arguments.steps);
                    outcomes.add(outcome);
                    out.println(text("measured %s, batch %d, %s: %.3f ms, %s", name, batch, name(wanted),
                            outcome.times().median() / 1e6,
                            outcome.disagreement().map(text -> "DISAGREES: " + text).orElse("agrees")));
                    if (arguments.steps) {
                        steps(outcome, peaks);
                    }
                }
            }
        }
        out.println();
        table(outcomes, peaks, peer);
        out.flush();
        return outcomes.stream().allMatch(outcome -> outcome.disagreement().isEmpty());
    }

    /// What comes to the same as fast numerics is measured as these.
    private boolean isWorthwhile(OpenClDevice device, Numerics numerics) {
        Optional<String> reason = device.asFast(numerics);
        reason.ifPresent(text -> out.println("numerics " + name(numerics) + " is left out: " + text));
        return reason.isEmpty();
    }

    private static String name(Numerics numerics) {
        return numerics.name().toLowerCase(Locale.ROOT);
    }

    /// What PyTorch calls them.
    private static String precision(Numerics numerics) {
        return switch (numerics) {
            case STRICT, FAST -> "float32";
            case TF32 -> "tf32";
            case HALF -> "float16";
        };
    }

    private void table(List<GpuModel.Outcome> outcomes, DevicePeaks peaks, TorchPeer peer) {
        Table table =
                new Table("<MODEL", ">BATCH", "<NUMERICS", ">RUNS", ">MEDIAN ms", ">MIN ms", ">IMAGES/s", ">GFLOP/s",
                        ">OF PEAK", ">TORCH ms", ">RATIO", "<OUTPUTS");
        for (GpuModel.Outcome outcome : outcomes) {
            double milliseconds = outcome.times().median() / 1e6;
            Optional<Double> torch =
                    peer.milliseconds(outcome.model(), outcome.batch(), precision(outcome.numerics()));
            table.row(outcome.model(), Long.toString(outcome.batch()), name(outcome.numerics()),
                    Integer.toString(outcome.times().runs()),
                    text("%.3f", milliseconds), text("%.3f", outcome.times().minimum() / 1e6),
                    text("%.0f", outcome.batch() / milliseconds * 1e3),
                    text("%.0f", outcome.operationsPerSecond() / 1e9),
                    text("%.0f %%", HUNDRED * outcome.operationsPerSecond()
                            / peaks.operationsPerSecond(outcome.numerics())),
                    torch.map(time -> text("%.3f", time)).orElse(""),
                    torch.map(time -> text("%.2f", time / milliseconds)).orElse(""),
                    outcome.disagreement().isEmpty() ? "agree" : "DISAGREE");
        }
        table.print(out);
    }

    /// Each step by the device's clock: what part of the peak it computes with, and of the bandwidth it needs at least.
    private void steps(GpuModel.Outcome outcome, DevicePeaks peaks) {
        Program program = outcome.program().orElseThrow();
        StepTraffic traffic = new StepTraffic(program);
        out.println();
        out.println(outcome.model() + ", batch " + outcome.batch() + ", " + name(outcome.numerics()));
        Table table = new Table("<STEP", ">us", ">GFLOP/s", ">OF PEAK", ">GB/s", ">OF COPY");
        for (int i = 0; i < outcome.steps().size(); i++) {
            Profiler.StepTime step = outcome.steps().get(i);
            double seconds = Math.max(1, step.medianNanoseconds()) / 1e9;
            double operations = program.steps().get(i) instanceof Step.KernelStep kernels
                    ? 2.0 * kernels.operations() / seconds
                    : 0;
            double bytes = traffic.bytes(i) / seconds;
            table.row(step.description(), text("%.1f", seconds * 1e6), text("%.0f", operations / 1e9),
                    text("%.0f %%", HUNDRED * operations / peaks.operationsPerSecond(outcome.numerics())),
                    text("%.0f", bytes / 1e9),
                    text("%.0f %%", HUNDRED * bytes / peaks.bytesPerSecond()));
        }
        table.print(out);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
