package org.sardonyx.cli.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.sardonyx.cli.input.NumericsOption;
import org.sardonyx.cli.input.OpenedModel;
import org.sardonyx.cli.input.ThreadOption;
import org.sardonyx.cli.input.TuningOption;
import org.sardonyx.cli.terminal.Printable;
import org.sardonyx.cli.terminal.Progress;
import org.sardonyx.codegen.ArithmeticPeak;
import org.sardonyx.ir.ModelException;
import org.sardonyx.runtime.Devices;
import org.sardonyx.runtime.SessionOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sardonyx bench`: how fast models run.
@Command(
        name = "bench",
        description = {
            "Measures how fast models run on random numbers, the same ones each time.",
            "",
            "A model is run until its speed is stable, then it is timed. GFLOP/s are the multiplications and additions of "
                    + "matrix products and convolutions, as 'inspect' counts them, by the median time. OF PEAK is "
                    + "their share of what the processor can multiply and add at best with the same number of threads, "
                    + "which is measured too, unless the device is another one. FIRST is the time from the model in memory to the first result. HOST is the number "
                    + "of steps that the interpreter evaluates. BOUND is the least memory that any arena for the same values can have.",
            ""},
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the models were measured", "2:bad input: model, shape, device or option"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  sardonyx bench resnet-50 --device jvm",
            "  sardonyx bench model.onnx --device jvm --threads 1 --runs 100 --profile",
            "  sardonyx bench lenet5 alexnet vgg-d --device jvm --batch 4",
            "  sardonyx bench unet.onnx --shape image=1,3,256,256 --json | jq .models[].median"})
public final class BenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL", arity = "1..*",
            description = "A model: a file .onnx, .onnxtxt or .net, a compiled one (.jar), or the name of a network of the zoo.")
    private List<String> models = new ArrayList<>();

    @Option(names = "--device", paramLabel = "D", defaultValue = Devices.AUTO,
            description = "Where to run, see 'sardonyx devices' (default: ${DEFAULT-VALUE}).")
    private String device;

    @Mixin
    private ThreadOption threads;

    @Mixin
    private NumericsOption numerics;

    @Mixin
    private TuningOption tuning;

    @Option(names = "--runs", paramLabel = "R",
            description = "How many runs are timed (default: two seconds of them and at least 20, fewer if they take more "
                    + "than 20 seconds).")
    private Optional<Integer> runs;

    @Option(names = "--batch", paramLabel = "B",
            description = "The first size of inputs of which the model leaves it open (default: 1).")
    private Optional<Long> batch;

    @Option(names = "--shape", paramLabel = "[NAME=]SIZES",
            description = "The shape of an input whose sizes the model leaves open, such as 1,3,224,224; or one of these "
                    + "sizes by its name, such as N=3.")
    private List<String> shapes = new ArrayList<>();

    @Option(names = "--profile", description = "Print the time of each step too, the median of up to 20 further runs.")
    private boolean profile;

    @Option(names = "--json", description = "Print JSON for other programs.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        require(runs.orElse(1) > 0, "--runs " + runs.orElse(0) + ": expected 1 or more");
        require(batch.orElse(1L) > 0, "--batch " + batch.orElse(0L) + ": expected 1 or more");
        SessionOptions options =
                tuning.in(numerics.in(threads.in(SessionOptions.DEFAULT)), spec.commandLine().getErr());
        Devices.Choice choice = Devices.available().choose(device);
        ModelBench bench = new ModelBench(choice, options, shapes, batch, runs, profile);
        List<BenchResult> results = new ArrayList<>();
        try (Progress progress = Progress.start("bench", models.size())) {
            for (String model : models) {
                results.add(bench.measure(model));
                progress.step();
            }
        }
        Optional<ArithmeticPeak> peak = choice.device().isAccelerator()
                ? Optional.empty()
                : Optional.of(ArithmeticPeak.measure(options.threadCount()));
        if (json) {
            out.println(BenchJson.of(choice.device().name(), options.threadCount(), peak, results));
        } else {
            out.println("device  " + choice + peak.map(known -> ", " + threads(known)).orElse(""));
            if (!models.stream().allMatch(OpenedModel::isCompiled)) {
                numerics.note(choice.device()).ifPresent(note -> out.println("note    " + Printable.line(note)));
            }
            peak.ifPresent(known -> out.println(
                    "peak    " + BenchText.giga(known.operationsPerSecond()) + " GFLOP/s, measured: multiply-adds of "
                            + (known.lanes() == 1 ? "single floats" : "vectors of " + known.lanes() + " floats")
                            + " on " + threads(known)));
            out.println();
            new BenchText(out, peak).print(results);
        }
        out.flush();
        return 0;
    }

    private static String threads(ArithmeticPeak peak) {
        return peak.threads() == 1 ? "1 thread" : peak.threads() + " threads";
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new ModelException(problem);
        }
    }
}
