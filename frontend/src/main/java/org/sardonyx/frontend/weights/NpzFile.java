package org.sardonyx.frontend.weights;

import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.sardonyx.frontend.npy.NpyFile;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Reads NumPy's archive of arrays: a zip archive with a file `NAME.npy` for each. Other entries are passed over.
///
/// @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.savez.html">numpy.savez</a>
final class NpzFile {
    private static final String EXTENSION = ".npy";

    private NpzFile() {}

    /// @return in the archive's order
    /// @throws ModelException if the file is no well-formed archive
    static Map<String, StoredTensor> tensors(MemorySegment file) {
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        for (ZipEntry entry : ZipArchive.entries(file)) {
            if (entry.name().endsWith(EXTENSION)) {
                String name = entry.name().substring(0, entry.name().length() - EXTENSION.length());
                if (tensors.put(name, stored(name, entry)) != null) {
                    throw new ModelException("tensor '" + name + "' is given twice");
                }
            }
        }
        return tensors;
    }

    private static StoredTensor stored(String name, ZipEntry entry) {
        return new StoredTensor() {
            @Override
            public TensorType type() {
                return at(name, () -> NpyFile.type(entry.start(NpyFile.LONGEST_HEADER)));
            }

            @Override
            public Tensor read() {
                return at(name, () -> numbers(entry));
            }
        };
    }

    /// Strings are refused before they are expanded: they take many times the memory of their bytes, and are no weights.
    private static Tensor numbers(ZipEntry entry) {
        if (NpyFile.type(entry.start(NpyFile.LONGEST_HEADER)).dataType() == DataType.STRING) {
            throw new ModelException("holds strings, expected numbers");
        }
        return NpyFile.of(entry.read());
    }

    private static <T> T at(String name, Supplier<T> action) {
        try {
            return action.get();
        } catch (ModelException e) {
            throw e.at("tensor '" + name + "'");
        }
    }
}
