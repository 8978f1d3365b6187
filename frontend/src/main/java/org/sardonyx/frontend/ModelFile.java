package org.sardonyx.frontend;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;

import org.sardonyx.frontend.language.Network;
import org.sardonyx.frontend.onnx.ImportedModel;
import org.sardonyx.frontend.onnx.OnnxFile;
import org.sardonyx.frontend.onnx.OnnxImporter;
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
        /// ONNX's own, a Protocol Buffers message; also what has no known extension is taken for it.
        ONNX(".onnx"),
        /// The layer language.
        NET(".net");

        private final String extension;

        Format(String extension) {
            this.extension = extension;
        }

        /// The format that the name of a file asks for.
        public static Format of(Path file) {
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            for (Format format : values()) {
                if (name.endsWith(format.extension)) {
                    return format;
                }
            }
            return ONNX;
        }
    }

    private ModelFile() {}

    /// Opens a model. A network of the layer language gets the weights and the seed that its text asks for.
    ///
    /// @throws ModelException if the file cannot be read as its format
    public static OnnxFile open(Path file) {
        return switch (Format.of(file)) {
            case ONNX -> OnnxFile.open(file);
            case NET -> Network.read(file, Map.of()).model();
        };
    }

    /// Opens a model and imports it.
    ///
    /// @throws ModelException if the file cannot be read as its format, or holds no valid model
    public static ImportedModel read(Path file) {
        if (Format.of(file) == Format.ONNX) {
            return OnnxImporter.read(file);
        }
        OnnxFile opened = open(file);
        try {
            return OnnxImporter.read(opened);
        } catch (ModelException e) {
            throw e.at(file.toString());
        }
    }

    /// Writes a model as ONNX. The file is there as a whole or not at all: it is written beside its place, then moved.
    ///
    /// @throws ModelException if it cannot be written
    public static void write(OnnxFile model, Path file) {
        Path temporary = file.resolveSibling("." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
                model.model().writeTo(out);
            }
            move(temporary, file);
        } catch (IOException e) {
            throw new ModelException(file + ": cannot be written: " + e, e);
        } finally {
            delete(temporary);
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
