package org.sardonyx.cli.inspect;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.sardonyx.cli.input.ModelArgument;
import org.sardonyx.cli.input.OpenedModel;
import org.sardonyx.cli.input.TuningOption;
import org.sardonyx.cli.terminal.Printable;
import org.sardonyx.ir.text.GraphPrinter;
import org.sardonyx.ir.ModelException;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.model.CompiledModel;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sardonyx inspect`: what is in a model and what it costs.
@Command(
        name = "inspect",
        description = {
            "Shows what is in a model and what it costs, node by node and in total.",
            "",
            "Parameters are the elements of constant tensors but those of integers of 64 bits (shapes, axes, indices). "
                    + "Multiply-adds are those of matrix products and convolutions; two floating-point operations each. "
                    + "Where the model leaves sizes open, figures are expressions such as N*48,000.",
            ""},
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the model is shown", "2:bad input: model, shape or option"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  sardonyx inspect resnet50.onnx",
            "  sardonyx inspect resnet50.onnx --depth 1",
            "  sardonyx inspect bert.onnx --shape ids=1,128 --shape mask=1,128",
            "  sardonyx inspect lenet5.onnx --json | jq .total.multiplyAdds",
            "  sardonyx inspect lenet5.onnx --graph",
            "  sardonyx inspect lenet5.onnx --explain",
            "  sardonyx inspect lenet5.onnx --shape N=1 --kernels",
            "  sardonyx inspect lenet5.onnx --shape N=1 --kernels --device opencl"})
public final class InspectCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL",
            description = "A model: a file .onnx, .onnxtxt or .net, a compiled one (.jar), or the name of a network of the zoo.")
    private String model;

    @Option(names = "--shape", paramLabel = "[NAME=]SIZES",
            description = "The shape of an input whose sizes the model leaves open, such as 1,3,224,224; or one of these "
                    + "sizes by its name, such as N=3.")
    private List<String> shapes = new ArrayList<>();

    @Option(names = "--depth", paramLabel = "D",
            description = "Fold layers whose names begin with the same D parts, such as layer1.0, into one row.")
    private Optional<Integer> depth;

    @Option(names = "--device", paramLabel = "D", defaultValue = "jvm",
            description = "The device whose program --kernels prints: jvm, opencl or one of several OpenCL devices (default: "
                    + "${DEFAULT-VALUE}).")
    private String device;

    @Mixin
    private TuningOption tuning;

    @ArgGroup
    private Form form = new Form();

    /// What to print; at most one of these.
    private static final class Form {
        @Option(names = "--json", description = "Print JSON for other programs.")
        private boolean json;

        @Option(names = "--graph", description = "Print the graph of core operators that the model became.")
        private boolean graph;

        @Option(names = "--kernels",
                description = "Print the program that a device runs: its steps and where their data lie, its memory, and its "
                        + "kernels in the language of loops and as instructions of the virtual machine or in OpenCL C.")
        private boolean kernels;

        @ArgGroup(exclusive = false)
        private Passes passes;
    }

    /// What to print of the passes.
    private static final class Passes {
        @Option(names = "--passes", description = "Print the graph before and after each pass of the compiler.")
        private boolean graphs;

        @Option(names = "--explain",
                description = "Print which rule of a pass fired where, and why a node was not rewritten or fused.")
        private boolean explain;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (depth.orElse(1) < 1) {
            throw new ModelException("--depth " + depth.get() + ": expected 1 or more");
        }
        if (OpenedModel.isCompiled(model)) {
            printCompiled(out);
            out.flush();
            return 0;
        }
        Inspection whole = Inspection.of(ModelArgument.read(model), shapes);
        Inspection inspection = depth.map(whole::folded).orElse(whole);
        if (form.json) {
            out.println(JsonReport.of(model, inspection));
        } else if (form.graph) {
            out.print(Printable.of(GraphPrinter.print(inspection.graph()).text()));
        } else if (form.kernels) {
            new KernelReport(out, inspection.graph(), device,
                    tuning.in(SessionOptions.DEFAULT, spec.commandLine().getErr())).print();
        } else if (form.passes != null) {
            new PassReport(out, form.passes.graphs, form.passes.explain).print(inspection.graph());
        } else {
            new TextReport(out).print(model, inspection);
        }
        out.flush();
        return 0;
    }

    private void printCompiled(PrintWriter out) throws IOException {
        if (depth.isPresent() || !shapes.isEmpty() || form.passes != null) {
            throw new ModelException(
                    model + ": is compiled; --depth, --shape, --passes and --explain are for models that are "
                            + "not");
        }
        Path file = Path.of(model);
        CompiledReport report = new CompiledReport(out, file, CompiledModel.open(file));
        if (form.json) {
            report.printJson();
        } else if (form.graph) {
            report.printGraph();
        } else if (form.kernels) {
            report.printKernels();
        } else {
            report.print();
        }
    }
}
