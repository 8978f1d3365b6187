package org.sardonyx.frontend;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.sardonyx.frontend.language.Network;
import org.sardonyx.frontend.onnx.ImportedModel;
import org.sardonyx.frontend.onnx.OnnxFile;
import org.sardonyx.frontend.onnx.OnnxImporter;
import org.sardonyx.frontend.onnxtext.OnnxText;
import org.sardonyx.ir.ModelException;

/// A file with a model, in the format that its extension names. Every format becomes an ONNX model, from which there is one
/// way on.
///
/// ```java
/// ImportedModel model = ModelFile.read(Path.of("lenet5.net"));
/// ```
public final class ModelFile {
    /// The formats of model files.
    public enum Format {
        /// ONNX's own, a Protocol Buffers message.
        ONNX(".onnx"),
        /// ONNX's text syntax.
        ONNX_TEXT(".onnxtxt"),
        /// The layer language.
        NET(".net");

        private final String extension;

        Format(String extension) {
            this.extension = extension;
        }

        /// The format that the name of a file asks for; empty if it has none of the extensions.
        public static Optional<Format> named(Path file) {
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            return Arrays.stream(values()).filter(format -> name.endsWith(format.extension)).findFirst();
        }

        /// The format that the name of a file asks for; ONNX if it has none of the extensions.
        public static Format of(Path file) {
            return named(file).orElse(ONNX);
        }
    }

    private ModelFile() {}

    /// Opens a model. A network of the layer language gets the weights and the seed that its text asks for.
    ///
    /// @throws ModelException if the file cannot be read as its format, or has no known extension and is not in ONNX's own
    public static OnnxFile open(Path file) {
        return switch (Format.of(file)) {
            case ONNX -> openOnnx(file);
            case ONNX_TEXT -> OnnxText.open(file);
            case NET -> Network.read(file, Map.of()).model();
        };
    }

    private static OnnxFile openOnnx(Path file) {
        try {
            return OnnxFile.open(file);
        } catch (ModelException e) {
            if (Format.named(file).isPresent() || !Files.isRegularFile(file)) {
                throw e;
            }
            throw new ModelException(e.getMessage() + "\nWhat is not an ONNX model is told by its extension: .onnxtxt is "
                    + "ONNX's text syntax, .net the layer language.", e);
        }
    }

    /// Opens a model and imports it.
    ///
    /// @throws ModelException if the file cannot be read as its format, or holds no valid model
    public static ImportedModel read(Path file) {
        OnnxFile opened = open(file);
        try {
            return OnnxImporter.read(opened);
        } catch (ModelException e) {
            throw e.at(file.toString());
        }
    }

    /// Writes a model in the format that the extension names, as ONNX if it names none. The file is there as a whole or not
    /// at all: it is written beside its place, then moved.
    ///
    /// @throws ModelException if it cannot be written; the layer language never can
    public static void write(OnnxFile model, Path file) {
        Format format = Format.of(file);
        if (format == Format.NET) {
            throw new ModelException(file + ": a model cannot be turned back into the layer language, only into .onnx and "
                    + ".onnxtxt");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ModelException(file + ": cannot be written: there is no folder " + folder);
        }
        Path temporary = folder.resolve("." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
                write(model, format, out);
            }
            move(temporary, file);
        } catch (IOException e) {
            throw new ModelException(file + ": cannot be written: " + e, e);
        } catch (ModelException e) {
            throw e.at(file + ": cannot be written");
        } finally {
            delete(temporary);
        }
    }

    private static void write(OnnxFile model, Format format, OutputStream out) throws IOException {
        switch (format) {
            case ONNX -> model.writeTo(out);
            case ONNX_TEXT -> {
                Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                OnnxText.print(model, writer);
                writer.flush();
            }
            case NET -> throw new IllegalStateException("the layer language cannot be written");
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException _) {
            // A file that cannot be deleted is left behind; what is to be told is told already.
        }
    }
}
