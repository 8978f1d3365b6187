package org.sardonyx.frontend.weights;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.sardonyx.frontend.onnx.MappedFile;
import org.sardonyx.frontend.onnx.OnnxFile;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Tensors by name, in a file that somebody else has written.
///
/// ```java
/// Weights weights = Weights.open(Path.of("resnet18.safetensors"));
/// Tensor kernel = weights.find("conv1.weight").orElseThrow();
/// ```
///
/// Opening a file looks at its directory only; each tensor is read whenever it is asked for, and one that lies in the file as
/// it does in memory is a view of the mapped file. Such a tensor keeps the file mapped. Messages name the file and, where
/// they are about one, the tensor.
public final class Weights {
    private final String file;
    private final Map<String, StoredTensor> tensors;

    private Weights(String file, Map<String, StoredTensor> tensors) {
        this.file = file;
        this.tensors = Collections.unmodifiableMap(tensors);
    }

    /// Opens a file, whose extension says its format:
    ///
    /// - `.onnx`: the initialisers of the graph, and the values of its nodes `Constant` by the names of their outputs
    /// - `.npz`: NumPy's archive of arrays, as `numpy.savez` and `numpy.savez_compressed` write it
    /// - `.safetensors`: the format of the library of that name
    ///
    /// @throws ModelException if the extension is another one, or the file cannot be read or is not well-formed
    public static Weights open(Path file) {
        String name = file.toString();
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return new Weights(name, switch (extension) {
            case "onnx" -> onnx(name, OnnxFile.open(file));
            case "npz" -> at(name, () -> NpzFile.tensors(MappedFile.map(file)));
            case "safetensors" -> at(name, () -> SafetensorsFile.tensors(MappedFile.map(file)));
            default -> throw new ModelException(
                    name + ": weights are read from files that end in .onnx, .npz or .safetensors");
        });
    }

    private static Map<String, StoredTensor> onnx(String name, OnnxFile model) {
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        at(name, model::constants).forEach((constant, source) -> tensors.put(constant, new StoredTensor() {
            @Override
            public TensorType type() {
                return read().type();
            }

            @Override
            public Tensor read() {
                return source.get();
            }
        }));
        return tensors;
    }

    /// What to call the file in messages.
    public String file() {
        return file;
    }

    /// The names of all tensors, in the file's order.
    public Set<String> names() {
        return tensors.keySet();
    }

    /// The element type and shape of a tensor, for which its elements are not read; empty if there is none of that name.
    ///
    /// @throws ModelException if the tensor is not well-formed
    public Optional<TensorType> type(String name) {
        return Optional.ofNullable(tensors.get(name)).map(tensor -> at(file, tensor::type));
    }

    /// A tensor, which is not to be written to; empty if there is none of that name.
    ///
    /// @throws ModelException if the tensor is not well-formed, or does not fit into memory
    public Optional<Tensor> find(String name) {
        return Optional.ofNullable(tensors.get(name)).map(tensor -> at(file, tensor::read));
    }

    private static <T> T at(String file, Supplier<T> action) {
        try {
            return action.get();
        } catch (ModelException e) {
            throw e.at(file);
        }
    }

    /// The file and how many tensors it has.
    @Override
    public String toString() {
        return file + " (" + tensors.size() + " tensors)";
    }
}
