package org.sardonyx.cli.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.sardonyx.frontend.npy.NpyFile;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.MapValue;
import org.sardonyx.ir.value.OptionalValue;
import org.sardonyx.ir.value.SequenceValue;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;

/// Writes outputs to files of a folder: a tensor to `NAME.npy`; the elements of a sequence to `NAME.0.npy` and so on; the
/// keys of a map to `NAME.keys.npy` and its values as those of a sequence; nothing for an optional value that is absent.
final class OutputFolder {
    private static final int LONGEST_NAME = 100;
    /// Names of devices on Windows, whatever their ending.
    private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    private final Path folder;
    private final Set<String> taken = new HashSet<>();

    private OutputFolder(Path folder) {
        this.folder = folder;
    }

    /// Makes the folder unless it is there.
    ///
    /// @throws ModelException if it cannot be made
    static OutputFolder create(Path folder) {
        try {
            return new OutputFolder(Files.createDirectories(folder));
        } catch (FileAlreadyExistsException e) {
            throw new ModelException(folder + ": is a file, expected a folder", e);
        } catch (IOException e) {
            throw new ModelException(folder + ": the folder cannot be made: " + e, e);
        }
    }

    /// Writes an output.
    ///
    /// @return a line for each file
    /// @throws ModelException if a file cannot be written
    List<String> write(String name, Value value) {
        List<String> lines = new ArrayList<>();
        write(fileName(name), value, lines);
        return lines;
    }

    private void write(String name, Value value, List<String> lines) {
        switch (value) {
            case Tensor tensor -> {
                Path file = folder.resolve(name + ".npy");
                NpyFile.write(file, tensor);
                DataType stored = NpyFile.storedType(tensor.dataType());
                lines.add("        written to " + file + (stored == tensor.dataType()
                        ? ""
                        : " as " + stored.text() + ", NumPy has no " + tensor.dataType().text()));
            }
            case SequenceValue sequence -> writeAll(name, sequence.elements(), lines);
            case OptionalValue optional -> optional.value().ifPresent(present -> write(name, present, lines));
            case MapValue map -> {
                write(name + ".keys", keys(map), lines);
                writeAll(name, List.copyOf(map.entries().values()), lines);
            }
        }
    }

    private void writeAll(String name, List<Value> values, List<String> lines) {
        for (int i = 0; i < values.size(); i++) {
            write(name + "." + i, values.get(i), lines);
        }
    }

    private static Tensor keys(MapValue map) {
        Tensor keys = Tensor.allocate(map.keyType(), map.entries().size());
        long index = 0;
        for (Object key : map.entries().keySet()) {
            if (key instanceof Long number) {
                keys.setLong(index++, number);
            } else {
                keys.setString(index++, (String) key);
            }
        }
        return keys;
    }

    /// A name comes from the model and could be a path: what is not a letter, a digit or one of `.-_` becomes `_`, and no
    /// file gets the name of another, on file systems that do not tell small letters from capitals either.
    private String fileName(String name) {
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "_");
        safe = safe.substring(0, Math.min(safe.length(), LONGEST_NAME));
        if (safe.isEmpty() || safe.startsWith(".") || safe.startsWith("-") || RESERVED.matcher(safe).matches()) {
            safe = "_" + safe;
        }
        String free = safe;
        for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
            free = safe + "-" + i;
        }
        return free;
    }
}
