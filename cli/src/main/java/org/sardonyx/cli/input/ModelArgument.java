package org.sardonyx.cli.input;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

import org.sardonyx.frontend.ModelFile;
import org.sardonyx.frontend.onnx.ImportedModel;
import org.sardonyx.frontend.onnx.OnnxFile;
import org.sardonyx.frontend.onnx.OnnxImporter;
import org.sardonyx.frontend.zoo.Zoo;
import org.sardonyx.ir.ModelException;

/// A model as it is named on the command line: a file, or a network of the zoo. A file of that name comes first.
public final class ModelArgument {
    private ModelArgument() {}

    /// Opens a model.
    ///
    /// @throws ModelException if it cannot be read, or there is neither a file nor a network of this name
    public static OnnxFile open(String name) {
        return isFile(name) ? ModelFile.open(Path.of(name)) : Zoo.network(name, Map.of()).model();
    }

    /// Opens a model and imports it.
    ///
    /// @throws ModelException as [#open], or if it holds no valid model
    public static ImportedModel read(String name) {
        return isFile(name) ? ModelFile.read(Path.of(name)) : OnnxImporter.read(open(name));
    }

    /// What has an extension of models or a folder is taken for a file, whether it is there or not.
    private static boolean isFile(String name) {
        try {
            Path file = Path.of(name);
            if (Files.exists(file) || ModelFile.Format.named(file).isPresent() || file.getNameCount() != 1) {
                return true;
            }
        } catch (InvalidPathException e) {
            throw new ModelException(name + ": is no name of a file: " + e.getMessage(), e);
        }
        if (!Zoo.names().contains(name)) {
            try {
                Zoo.network(name, Map.of());
            } catch (ModelException e) {
                throw new ModelException(name + ": there is no such file, and in the zoo " + e.getMessage(), e);
            }
        }
        return false;
    }
}
