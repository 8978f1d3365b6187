package org.sardonyx.cli.compile;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

import org.sardonyx.cli.Version;
import org.sardonyx.cli.input.BatchShapes;
import org.sardonyx.cli.input.InputShapes;
import org.sardonyx.cli.input.ModelArgument;
import org.sardonyx.cli.input.NumericsOption;
import org.sardonyx.cli.input.TuningOption;
import org.sardonyx.cli.terminal.Printable;
import org.sardonyx.cli.terminal.Progress;
import org.sardonyx.cli.tune.BudgetOption;
import org.sardonyx.codegen.jvm.JvmRenderer;
import org.sardonyx.codegen.model.ModelCompiler;
import org.sardonyx.frontend.onnx.ImportedModel;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.runtime.Numerics;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.model.ModelWriter;
import org.sardonyx.runtime.model.Target;
import org.sardonyx.runtime.opencl.OpenClDevices;
import org.sardonyx.runtime.program.Step;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sardonyx compile`: writes a model as a jar.
@Command(
        name = "compile",
        description = {
            "Compiles a model ahead of time, to a jar.",
            "",
            "The jar holds kernels as classes, weights as the kernels want them, and a class for Java programs with methods "
                    + "that are named after the model's outputs. To run it takes the modules runtime and ir only. It has "
                    + "fixed sizes; compiled for several, they share the weights. The same model, options and version give "
                    + "the same bytes, unless --tune has this machine measure which kernels are fast.",
            ""},
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the jar is written", "2:bad input: model, shape or option; there is no new jar"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  sardonyx compile lenet5.onnx -o lenet5.jar",
            "  sardonyx compile resnet50.onnx -o resnet50.jar --class com.example.ResNet50 \\",
            "      --shape image=1,3,224,224 --shape image=8,3,224,224",
            "  sardonyx compile lenet5.onnx -o lenet5.jar --target jvm,opencl",
            "  sardonyx compile lenet5.onnx -o lenet5.jar --tune --budget 120",
            "  sardonyx run lenet5.jar -i 7.png --top 3"})
public final class CompileCommand implements Callable<Integer> {
    private static final double MEBIBYTE = 1 << 20;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL",
            description = "A model: a file .onnx, .onnxtxt or .net, or the name of a network of the zoo.")
    private String model;

    @Option(names = {"-o", "--output"}, paramLabel = "JAR", required = true,
            description = "The jar to write, or a folder of classes, to which the files are added. What was there before is "
                    + "replaced.")
    private Path jar;

    @Option(names = "--target", paramLabel = "D", split = ",", defaultValue = "jvm",
            description = "The devices to compile for: 'jvm', and 'opencl', which is both 'opencl-processor' and 'opencl-gpu' "
                    + "(default: ${DEFAULT-VALUE}).")
    private List<String> targets = new ArrayList<>();

    @Option(names = "--lanes", paramLabel = "N", split = ",",
            description = "How many floats the vectors of the machines have that are to run it: 4, 8 or 16, or 1 where the "
                    + "Vector API is absent; several, such as 1,8, make a larger jar (default: those of this machine).")
    private List<Integer> lanes = new ArrayList<>();

    @Option(names = "--shape", paramLabel = "[NAME=]SIZES",
            description = "The shape of an input whose sizes the model leaves open, such as 1,3,224,224; or one of these "
                    + "sizes by its name, such as N=3. Given again for the same name, the model is compiled for that, too. "
                    + "A first size that nothing settles is 1.")
    private List<String> shapes = new ArrayList<>();

    @Option(names = "--class", paramLabel = "NAME",
            description = "The class that stands for the model in Java programs (default: one in the package models that is "
                    + "named after the jar).")
    private Optional<String> className;

    @Option(names = "--take", paramLabel = "NAME", split = ",",
            description = "What to compute instead of the model's outputs: some of these, or any value in between by its name "
                    + "in the file, such as a feature map.")
    private List<String> taken = new ArrayList<>();

    @Mixin
    private NumericsOption numerics;

    @Option(names = "--tune",
            description = "Compile with the tiles that are the fastest on this machine, measured before as 'sardonyx tune' does as far "
                    + "as they are not known yet. The jar's text tells them. Results are the same bits.")
    private boolean tuned;

    @Mixin
    private BudgetOption budget;

    @Mixin
    private TuningOption tuning;

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        List<Target> chosen = chosenTargets();
        requireTune("--budget");
        requireTune("--tuning");
        Duration time = budget.duration();
        ImportedModel imported = ModelArgument.read(model);
        Graph graph = taken.isEmpty() ? imported.graph() : imported.graphOf(taken);
        List<Map<String, ValueType>> inputs = inputs(graph);
        PrintWriter out = spec.commandLine().getOut();
        SessionOptions options = numerics.in(SessionOptions.DEFAULT);
        ModelCompiler compiler =
                new ModelCompiler(graph, className.orElseGet(this::defaultClass), Version.text(), options.numerics());
        if (chosen.stream().anyMatch(target -> target.kind() != Target.Kind.JVM)) {
            OpenClDevices.find().contexts().forEach(compiler::buildFor);
        }
        List<String> notes = new ArrayList<>();
        if (tuned) {
            TargetTuning tiles = new TargetTuning(graph, options, tuning.required());
            long end = start + time.toNanos();
            for (int i = 0; i < chosen.size(); i++) {
                Duration share = Duration.ofNanos(Math.max(0, end - System.nanoTime()) / (chosen.size() - i));
                tiles.tune(compiler, chosen.get(i), inputs, share).ifPresent(notes::add);
            }
        }
        try (Progress progress = Progress.start("compile", (long) chosen.size() * inputs.size() + 1)) {
            for (Target target : chosen) {
                for (Map<String, ValueType> types : inputs) {
                    compile(compiler, target, types);
                    progress.step();
                }
            }
            write(compiler.finish());
        }
        out.println(Printable.line("class   " + compiler.className()));
        if (options.numerics() == Numerics.TF32) {
            out.println("note    --numerics tf32 is taken as 'fast': compiled models have kernels for any GPU");
        }
        for (Target target : chosen) {
            inputs.forEach(types -> out.println(Printable.line("program " + target + ", for "
                    + String.join(", ", types.entrySet().stream()
                            .map(input -> input.getKey() + ": " + input.getValue()).toList()))));
        }
        notes.forEach(note -> out.println(Printable.line("note    " + note)));
        out.println("kernels " + compiler.kernels());
        if (tuned) {
            out.println("tuned   " + compiler.tilings().stream().filter(Step.Tiling::isTuned).count() + " of "
                    + compiler.tilings().size() + " tiles");
        }
        out.println(Printable.line(Files.isDirectory(jar)
                ? "folder  " + jar
                : "jar     " + jar + ", " + String.format(Locale.ROOT, "%.1f MiB", Files.size(jar) / MEBIBYTE)));
        out.println(
                "time    " + String.format(Locale.ROOT, "%.1f ms", (System.nanoTime() - start) / 1e6));
        out.flush();
        return 0;
    }

    private void requireTune(String option) {
        if (!tuned && spec.commandLine().getParseResult().hasMatchedOption(option)) {
            throw new ModelException(option + " is an option of --tune");
        }
    }

    private void write(ModelWriter writer) {
        if (Files.isDirectory(jar)) {
            writer.writeFiles(jar);
        } else {
            writer.write(jar);
        }
    }

    /// Kernels for GPUs do not depend on the vectors of the machine.
    private List<Target> chosenTargets() {
        List<Integer> widths = lanes.isEmpty() ? List.of(JvmRenderer.preferredLanes()) : lanes;
        for (int width : widths) {
            if (width != 1 && width != 4 && width != 8 && width != 16) {
                throw new ModelException("--lanes " + width + ": expected 1, 4, 8 or 16");
            }
        }
        Set<Target> chosen = new LinkedHashSet<>();
        for (String name : targets) {
            List<Target.Kind> kinds;
            try {
                kinds = name.equals(OpenClDevices.FAMILY)
                        ? List.of(Target.Kind.OPENCL_PROCESSOR, Target.Kind.OPENCL_GPU)
                        : List.of(Target.Kind.of(name));
            } catch (ModelException e) {
                throw e.at("--target");
            }
            for (Target.Kind kind : kinds) {
                if (kind == Target.Kind.OPENCL_GPU) {
                    chosen.add(new Target(kind, 1));
                } else {
                    widths.forEach(width -> chosen.add(new Target(kind, width)));
                }
            }
        }
        return List.copyOf(chosen);
    }

    private void compile(ModelCompiler compiler, Target target, Map<String, ValueType> types) {
        try {
            compiler.compile(target, types);
        } catch (ModelException e) {
            throw e.at(model);
        }
    }

    private List<Map<String, ValueType>> inputs(Graph graph) {
        Map<String, ValueType> types = new LinkedHashMap<>();
        graph.inputs().forEach(input -> types.put(Graph.inputOf(input).name(), input.type()));
        return ShapeSets.of(shapes).stream()
                .map(set -> BatchShapes.of(InputShapes.of(types, set).bound(), Optional.empty())).toList();
    }

    /// `models.Lenet5` for `lenet5.jar`.
    private String defaultClass() {
        String file = jar.getFileName().toString().replaceFirst("(?i)\\.jar$", "");
        StringBuilder name = new StringBuilder();
        boolean first = true;
        for (char c : file.toCharArray()) {
            if (c < 0x80 && Character.isLetterOrDigit(c)) {
                name.append(first ? Character.toUpperCase(c) : c);
                first = false;
            } else {
                first = true;
            }
        }
        return "models." + (name.isEmpty() || Character.isDigit(name.charAt(0)) ? "Model" : "") + name;
    }
}
