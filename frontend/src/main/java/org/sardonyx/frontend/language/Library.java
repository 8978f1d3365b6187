package org.sardonyx.frontend.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.ModelException;

/// Where the texts of networks and of the files they import come from.
@FunctionalInterface
public interface Library {
    /// More than any text of this language has.
    long LARGEST = 1 << 20;

    /// The text of a file.
    ///
    /// @param file its path within the library in normal form, with `/` between its parts
    /// @return empty if there is no such file
    /// @throws ModelException if there is one that cannot be read
    Optional<String> text(String file);

    /// The files of a folder and of the folders in it. A link that leads out of the folder is refused.
    static Library ofFolder(Path folder) {
        return file -> {
            try {
                Path path = folder.resolve(file);
                if (!Files.isRegularFile(path)) {
                    return Optional.empty();
                }
                if (!path.toRealPath().startsWith(folder.toRealPath())) {
                    throw new ModelException(file + " leads out of the folder of the network");
                }
                if (Files.size(path) > LARGEST) {
                    throw new ModelException(file + " has " + Files.size(path) + " bytes, a network has " + LARGEST
                            + " at most");
                }
                return Optional.of(Files.readString(path));
            } catch (InvalidPathException e) {
                return Optional.empty();
            } catch (IOException e) {
                throw new ModelException(file + " cannot be read as UTF-8 text: " + e.getMessage(), e);
            }
        };
    }

    /// The path of a file that another one names, in normal form; empty if it leads out of the library.
    static Optional<String> resolve(String from, String file) {
        if (file.isEmpty() || file.contains("\\") || file.startsWith("/") || file.contains(":")) {
            return Optional.empty();
        }
        Deque<String> parts = new ArrayDeque<>(List.of(from.split("/")));
        parts.removeLast();
        for (String part : file.split("/")) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return Optional.empty();
                }
                parts.removeLast();
            } else if (!part.equals(".") && !part.isEmpty()) {
                parts.add(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }
}
