package org.sardonyx.cli.zoo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;

import org.sardonyx.cli.terminal.Printable;
import org.sardonyx.cli.terminal.Progress;
import org.sardonyx.cli.terminal.Table;
import org.sardonyx.frontend.ModelFile;
import org.sardonyx.frontend.language.Network;
import org.sardonyx.frontend.weights.Weights;
import org.sardonyx.frontend.zoo.Zoo;
import org.sardonyx.ir.ModelException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sardonyx zoo`: lists the networks, or writes one of them.
@Command(
        name = "zoo",
        description = "Lists the networks of the literature that come with Sardonyx, shows one, or writes it to a file.",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "2:bad input: network, parameter, weights or option"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  sardonyx zoo",
            "  sardonyx zoo resnet-50",
            "  sardonyx zoo resnet-50 -o resnet-50.onnx",
            "  sardonyx zoo resnet-50 -o digits.onnx --set classes=10 --seed 7",
            "  sardonyx zoo vgg-d -o vgg16.onnx --weights vgg16.safetensors"})
public final class ZooCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "A network; without one all are listed.")
    private Optional<String> name;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE",
            description = "Write the network to FILE: its text if that ends in .net, else an ONNX model with weights.")
    private Optional<Path> output;

    @Option(names = "--set", paramLabel = "NAME=VALUE",
            description = "Give a parameter of the network another value, such as classes=10.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(names = "--weights", paramLabel = "FILE",
            description = "Take the weights by name from an .onnx, .npz or .safetensors file.")
    private Optional<Path> weights;

    @Option(names = "--seed", paramLabel = "S",
            description = "Make other random weights; the same seed makes the same ones everywhere (default: 0).")
    private Optional<Long> seed;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (name.isEmpty()) {
            requireNone(output.isPresent() || weights.isPresent() || seed.isPresent() || !parameters.isEmpty());
            list(out);
        } else if (output.isEmpty()) {
            out.print(Printable.of(Zoo.text(name.get())));
        } else if (ModelFile.Format.of(output.get()) == ModelFile.Format.NET) {
            writeText(output.get());
        } else {
            Network network = Zoo.network(name.get(), parameters);
            OptionalLong first = seed.map(OptionalLong::of).orElse(OptionalLong.empty());
            ModelFile.write(network.model(weights.map(Weights::open), first), output.get());
        }
        out.flush();
        return 0;
    }

    private static void requireNone(boolean given) {
        if (given) {
            throw new ModelException("no network is named, so there is nothing to write; 'sardonyx zoo' lists them");
        }
    }

    private void writeText(Path file) {
        if (weights.isPresent() || seed.isPresent() || !parameters.isEmpty()) {
            throw new ModelException(
                    file + ": the text of a network has no weights; --set, --weights and --seed go with an "
                            + ".onnx file");
        }
        try {
            Files.writeString(file, Zoo.text(name.orElseThrow()));
        } catch (IOException e) {
            throw new ModelException(file + ": cannot be written: " + e, e);
        }
    }

    private static void list(PrintWriter out) {
        Table table = new Table("<NETWORK", ">PARAMETERS", ">MULTIPLY-ADDS", "<INPUT", "<PAPER");
        try (Progress progress = Progress.start("zoo", Zoo.names().size())) {
            for (String network : Zoo.names()) {
                NetworkFigures figures = NetworkFigures.of(Zoo.network(network, Map.of()));
                table.row(network, String.format(Locale.ROOT, "%,d", figures.parameters()),
                        String.format(Locale.ROOT, "%,.1f M", figures.multiplyAdds() / 1e6), figures.input(),
                        Zoo.paper(network));
                progress.step();
            }
        }
        table.print(out);
    }
}
