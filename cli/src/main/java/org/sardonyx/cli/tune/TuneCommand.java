package org.sardonyx.cli.tune;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.sardonyx.cli.input.BatchShapes;
import org.sardonyx.cli.input.InputShapes;
import org.sardonyx.cli.input.ModelArgument;
import org.sardonyx.cli.input.NumericsOption;
import org.sardonyx.cli.input.OpenedModel;
import org.sardonyx.cli.input.ThreadOption;
import org.sardonyx.cli.input.TuningOption;
import org.sardonyx.cli.terminal.Printable;
import org.sardonyx.cli.terminal.Table;
import org.sardonyx.codegen.CompilingDevice;
import org.sardonyx.codegen.lower.TileChoice;
import org.sardonyx.codegen.tuning.Tuner;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.runtime.Devices;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.tuning.Measurement;
import org.sardonyx.runtime.tuning.TuningFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sardonyx tune`: measures which tiles make a model fast.
@Command(
        name = "tune",
        description = {
            "Measures which tiles make a model fast on a device, and keeps them for the commands that run it.",
            "",
            "A tile is the sums of a convolution or matrix product that are computed at once. The compiler estimates which is "
                    + "the fastest; this command tries others, for each shape that the model has, in rounds of a few seconds. "
                    + "What it finds goes into a file that 'run', 'bench' and 'compile --tune' look into. Tiles change the speed "
                    + "and never a bit of the results. What was measured is not measured again: a command that was stopped, or "
                    + "whose time was up, goes on when it is given again.",
            ""},
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:tiles were measured, or nothing was left to measure",
            "2:bad input: model, shape, device, file or option"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  sardonyx tune resnet-50 --device jvm",
            "  sardonyx tune model.onnx --shape image=8,3,299,299 --device opencl --budget 300",
            "  sardonyx tune lenet5.onnx --tuning machine.txt"})
public final class TuneCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL",
            description = "A model: a file .onnx, .onnxtxt or .net, or the name of a network of the zoo.")
    private String model;

    @Option(names = "--device", paramLabel = "D", defaultValue = Devices.AUTO,
            description = "The device to measure, see 'sardonyx devices' (default: ${DEFAULT-VALUE}).")
    private String device;

    @Mixin
    private ThreadOption threads;

    @Mixin
    private NumericsOption numerics;

    @Mixin
    private BudgetOption budget;

    @Option(names = "--batch", paramLabel = "B",
            description = "The first size of inputs of which the model leaves it open (default: 1).")
    private Optional<Long> batch;

    @Option(names = "--shape", paramLabel = "[NAME=]SIZES",
            description = "The shape of an input whose sizes the model leaves open, such as 1,3,224,224; or one of these "
                    + "sizes by its name, such as N=3.")
    private List<String> shapes = new ArrayList<>();

    @Mixin
    private TuningOption tuning;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        SessionOptions options = numerics.in(threads.in(SessionOptions.DEFAULT));
        Duration time = budget.duration();
        if (OpenedModel.isCompiled(model)) {
            throw new ModelException(model + ": is compiled, and has the tiles that it was compiled with; "
                    + "'sardonyx compile --tune' chooses them");
        }
        TuningFile file = tuning.required();
        Devices.Choice choice = Devices.available().choose(device);
        if (!(choice.device() instanceof CompilingDevice compiling)) {
            throw new ModelException("the device " + choice.device().name() + " has no kernels to tune");
        }
        long start = System.nanoTime();
        Graph graph = ModelArgument.read(model).graph();
        Map<String, ValueType> types = types(graph);
        out.println(Printable.line("device  " + compiling.tuningName(options)));
        out.println(Printable.line("file    " + file.path()));
        out.flush();
        TuningRun run = TuningRun.of(compiling, options, file, graph, types);
        Tuner.Result result = run.measure(time);
        double seconds = (System.nanoTime() - start) / 1e9;
        print(out, compiling.tuningName(options), result);
        out.println(result.rounds() == 0 && result.left() == 0
                ? "rounds  none: all tiles are measured"
                : String.format(Locale.ROOT, "rounds  %d in %.1f s, %s", result.rounds(), seconds,
                        result.left() == 0 ? "all tiles are measured" : "about " + result.left() + " left"));
        if (result.rounds() > 0 && result.left() == 0 && result.tuned() > 0) {
            Tuner.Gain gain = run.tuner().compare(result);
            out.println("run     " + milliseconds(gain.standardNanoseconds()) + " ms with standard tiles, "
                    + milliseconds(gain.tunedNanoseconds()) + " ms with these");
        }
        out.flush();
        return 0;
    }

    private Map<String, ValueType> types(Graph graph) {
        Map<String, ValueType> types = new LinkedHashMap<>();
        graph.inputs().forEach(input -> types.put(Graph.inputOf(input).name(), input.type()));
        try {
            return BatchShapes.of(InputShapes.of(types, shapes).bound(), batch);
        } catch (ModelException e) {
            throw e.at(model);
        }
    }

    private static void print(PrintWriter out, String name, Tuner.Result result) {
        Table table = new Table("<SHAPE", "<STANDARD", "<TILE", ">STANDARD ms", ">TILE ms", ">RATIO");
        for (TileChoice choice : result.tiles()) {
            Optional<Measurement> measured = result.tuning().find(name, choice.shape(), choice.tile());
            table.row(choice.shape(), choice.standard(), choice.isTuned() ? choice.tile() : "",
                    measured.map(some -> milliseconds(some.standardNanoseconds())).orElse(""),
                    measured.map(some -> milliseconds(some.nanoseconds())).orElse(""),
                    measured.map(some -> String.format(Locale.ROOT, "%.2f", some.ratio())).orElse(""));
        }
        out.println();
        table.print(out);
        out.println();
    }

    private static String milliseconds(long nanoseconds) {
        return String.format(Locale.ROOT, "%.4f", nanoseconds / 1e6);
    }
}
