package org.sardonyx.cli.run;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.sardonyx.cli.input.InputOptions;
import org.sardonyx.cli.input.ModelArgument;
import org.sardonyx.cli.input.NamedInput;
import org.sardonyx.cli.input.NumericsOption;
import org.sardonyx.cli.input.OpenedModel;
import org.sardonyx.cli.input.ThreadOption;
import org.sardonyx.cli.input.TuningOption;
import org.sardonyx.cli.terminal.Printable;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.Devices;
import org.sardonyx.runtime.Session;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.program.Program;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sardonyx run`: runs a model once.
@Command(
        name = "run",
        description = "Runs a model once and shows what comes out.",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the model ran", "2:bad input: model, file, shape, device or option"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  sardonyx run lenet5.onnx -i 7.png --top 3",
            "  sardonyx run resnet50.onnx -i cat.jpg --top 5 --labels imagenet.txt \\",
            "      --mean 0.485,0.456,0.406 --std 0.229,0.224,0.225",
            "  sardonyx run bert.onnx -i ids=ids.npy -i mask=mask.npy -o results",
            "  sardonyx run model.onnx --shape image=1,3,640,480 --seed 7"})
public final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL",
            description = "A model: a file .onnx, .onnxtxt or .net, a compiled one (.jar), or the name of a network of the zoo.")
    private String model;

    @Mixin
    private InputOptions inputs;

    @Option(names = {"-o", "--output"}, paramLabel = "DIR",
            description = "Write each output to DIR/NAME.npy; the folder is made if there is none.")
    private Optional<Path> folder;

    @Option(names = "--device", paramLabel = "D", defaultValue = Devices.AUTO,
            description = "Where to run, see 'sardonyx devices' (default: ${DEFAULT-VALUE}).")
    private String device;

    @Option(names = "--take", paramLabel = "NAME", split = ",",
            description = "What to compute instead of the model's outputs: some of these, or any value in between by its name "
                    + "in the file, such as a feature map.")
    private List<String> taken = new ArrayList<>();

    @Mixin
    private ThreadOption threads;

    @Mixin
    private NumericsOption numerics;

    @Mixin
    private TuningOption tuning;

    @Option(names = "--top", paramLabel = "K",
            description = "Show the K largest elements of outputs that are vectors (default: 5 with --labels, else none).")
    private Optional<Integer> top;

    @Option(names = "--labels", paramLabel = "FILE",
            description = "Names of the elements of a vector, one on each line.")
    private Optional<Path> labelFile;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (top.orElse(0) < 0) {
            throw new ModelException("--top " + top.get() + ": expected 0 or more");
        }
        Optional<Labels> labels = labelFile.map(Labels::read);
        Optional<OutputFolder> files = folder.map(OutputFolder::create);
        Devices.Choice choice = Devices.available().choose(device);
        OpenedModel opened = opened();
        SessionOptions options = tuning.in(numerics.in(threads.in(SessionOptions.DEFAULT.withSeed(inputs.seed()))),
                spec.commandLine().getErr());
        try (Session session = opened.session(choice, options)) {
            List<NamedInput> given = inputs.read(session.inputs());
            out.println("device  " + opened.device(choice, session));
            if (!OpenedModel.isCompiled(model)) {
                numerics.note(choice.device()).ifPresent(note -> out.println("note    " + Printable.line(note)));
            }
            opened.notes().forEach(note -> out.println("note    " + Printable.line(note)));
            given.forEach(input -> out.println(Printable.line(
                    "input   " + input.name() + ": " + input.value().type() + ", " + input.source())));
            out.flush();
            long start = System.nanoTime();
            Optional<Program> program = compile(session, given);
            long ready = System.nanoTime();
            program.filter(known -> known.tunedTiles() > 0).ifPresent(known -> out.println(
                    "tuned   " + known.tunedTiles() + " of " + known.tilings().size() + " tiles"));
            Map<String, Value> results = run(session, given);
            long end = System.nanoTime();
            OutputSummary summary = new OutputSummary(out, top.orElse(labels.isPresent() ? 5 : 0), labels);
            results.forEach((name, value) -> {
                summary.print(name, value);
                files.ifPresent(target -> target.write(name, value).forEach(out::println));
            });
            out.println("time    " + milliseconds(end - ready)
                    + (program.isPresent() ? ", after " + milliseconds(ready - start) + opened.preparation() : ""));
        }
        out.flush();
        return 0;
    }

    private OpenedModel opened() {
        if (!OpenedModel.isCompiled(model)) {
            return OpenedModel.of(ModelArgument.read(model), taken);
        }
        if (!taken.isEmpty()) {
            throw new ModelException(
                    model + ": is compiled, and gives what it was compiled for; --take is an option of "
                            + "'compile', too");
        }
        return OpenedModel.read(model);
    }

    private static String milliseconds(long nanoseconds) {
        return String.format(Locale.ROOT, "%.1f ms", nanoseconds / 1e6);
    }

    private static Map<String, ValueType> types(List<NamedInput> inputs) {
        return inputs.stream().collect(Collectors.toMap(NamedInput::name, input -> input.value().type()));
    }

    private static Optional<Program> compile(Session session, List<NamedInput> inputs) {
        try (RunProgress progress = new RunProgress()) {
            return session.program(types(inputs), progress);
        }
    }

    private static Map<String, Value> run(Session session, List<NamedInput> inputs) {
        Map<String, Value> values = new LinkedHashMap<>();
        inputs.forEach(input -> values.put(input.name(), input.value()));
        try (RunProgress progress = new RunProgress()) {
            return session.run(values, progress);
        }
    }
}
