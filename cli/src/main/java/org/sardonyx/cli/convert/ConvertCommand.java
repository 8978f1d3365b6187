package org.sardonyx.cli.convert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.sardonyx.frontend.ModelFile;
import org.sardonyx.frontend.ModelFile.Format;
import org.sardonyx.frontend.onnx.OnnxFile;
import org.sardonyx.ir.ModelException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `sardonyx convert`: writes a model in another format.
@Command(
        name = "convert",
        description = {
            "Writes a model in another format, each told by the extension of the file.",
            "",
            "  .onnx     ONNX's own format",
            "  .onnxtxt  ONNX's text syntax, with what it has no place for in comments that begin with #@",
            "  .net      the layer language; it is read, and cannot be written",
            "",
            "Data in other files stays there if OUT is in the folder of IN; otherwise it is taken into OUT. The model's "
                    + "operators are not looked at: 'sardonyx inspect' does that.",
            ""},
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:OUT is written", "2:bad input: model, file or extension; OUT is as it was"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  sardonyx convert lenet5.onnx lenet5.onnxtxt",
            "  sardonyx convert lenet5.onnxtxt lenet5.onnx",
            "  sardonyx convert unet.net unet.onnx"})
public final class ConvertCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "IN", description = "A model: .onnx, .onnxtxt or .net.")
    private Path in;

    @Parameters(index = "1", paramLabel = "OUT",
            description = "The file to write: .onnx or .onnxtxt. What was in it is replaced.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        if (Format.named(out).isEmpty()) {
            throw new ModelException(out + ": the extension names no format, expected .onnx or .onnxtxt");
        }
        if (in.toAbsolutePath().normalize().equals(out.toAbsolutePath().normalize())
                || Files.exists(in) && Files.exists(out) && Files.isSameFile(in, out)) {
            throw new ModelException(out + ": is the file to be read, expected another one to write");
        }
        OnnxFile model = ModelFile.open(in);
        ModelFile.write(sameFolder() ? requireOtherThanData(model) : model.embedded(), out);
        return 0;
    }

    private boolean sameFolder() throws IOException {
        Path source = in.toAbsolutePath().getParent();
        Path target = out.toAbsolutePath().getParent();
        return source != null && target != null && Files.isDirectory(target) && Files.isSameFile(source, target);
    }

    /// A model that keeps its data in other files needs them as they are.
    private OnnxFile requireOtherThanData(OnnxFile model) throws IOException {
        for (String file : model.externalFiles()) {
            if (Files.exists(out) && isSame(file)) {
                throw new ModelException(out + ": holds data of " + in + ", expected another file to write");
            }
        }
        return model;
    }

    /// Whether OUT is the file that the model names so. What is no path is no file.
    private boolean isSame(String file) throws IOException {
        try {
            Path data = in.resolveSibling(file);
            return Files.exists(data) && Files.isSameFile(data, out);
        } catch (InvalidPathException _) {
            return false;
        }
    }
}
