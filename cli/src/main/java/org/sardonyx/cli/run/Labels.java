package org.sardonyx.cli.run;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.sardonyx.ir.ModelException;

/// The names of the elements of a vector, such as the classes that a classifier knows.
record Labels(Path file, List<String> names) {
    private static final long LARGEST_FILE = 1 << 24;

    Labels {
        names = List.copyOf(names);
    }

    /// Reads a text file in UTF-8 with one name on each line; empty lines at its end do not count.
    ///
    /// @throws ModelException if it cannot be read or is no such text
    static Labels read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new ModelException(file + ": " + (Files.exists(file)
                        ? "is not a regular file"
                        : "there is no such file"));
            }
            if (Files.size(file) > LARGEST_FILE) {
                throw new ModelException(file + ": " + Files.size(file) + " bytes, expected a list of names of at most "
                        + LARGEST_FILE);
            }
            List<String> names = new ArrayList<>(Files.readAllLines(file));
            while (!names.isEmpty() && names.getLast().isBlank()) {
                names.removeLast();
            }
            return new Labels(file, names);
        } catch (CharacterCodingException e) {
            throw new ModelException(file + ": is not a text in UTF-8", e);
        } catch (IOException e) {
            throw new ModelException(file + ": cannot be read: " + e, e);
        }
    }
}
