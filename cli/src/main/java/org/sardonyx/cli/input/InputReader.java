package org.sardonyx.cli.input;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.sardonyx.cli.image.ImageInput;
import org.sardonyx.cli.image.Normalisation;
import org.sardonyx.cli.npy.NpyFile;
import org.sardonyx.frontend.onnx.ValueFile;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;

/// Makes the inputs of a model. Arrays are read first, for they settle symbols; then images, which take the sizes that are
/// settled; what is left is random, and sizes that are still open are 1.
final class InputReader {
    private static final Set<String> IMAGES = Set.of("png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff");

    private final Map<String, ValueType> types;
    private final Normalisation normalisation;
    private final long seed;
    private final SymbolSizes symbols = new SymbolSizes();
    private final Map<String, NamedInput> inputs = new HashMap<>();

    InputReader(Map<String, ValueType> types, Normalisation normalisation, long seed) {
        this.types = new LinkedHashMap<>(types);
        this.normalisation = normalisation;
        this.seed = seed;
    }

    /// @param files by name of the input
    /// @param shapes sizes separated by commas, by name of the input
    /// @return a value for each input, in the model's order
    List<NamedInput> read(Map<String, String> files, Map<String, String> shapes) {
        shapes.forEach(this::narrow);
        for (boolean image : new boolean[] {false, true}) {
            for (String name : types.keySet()) {
                if (files.containsKey(name) && isImage(files.get(name)) == image) {
                    inputs.put(name, readFile(name, Path.of(files.get(name))));
                    symbols.learn(types.get(name), inputs.get(name).value().type());
                }
            }
        }
        for (String name : types.keySet()) {
            if (!inputs.containsKey(name)) {
                ValueType type = symbols.settle(name, types.get(name));
                inputs.put(name, new NamedInput(name, new RandomValues(seed, name).of(type), "random, seed " + seed));
            }
        }
        return types.keySet().stream().map(inputs::get).toList();
    }

    private void narrow(String name, String sizes) {
        ValueType type = types.get(name);
        try {
            if (!(type instanceof TensorType tensor)) {
                throw new ModelException("the input is a " + type + ", which has no shape");
            }
            TensorType narrowed = tensor.withShape(Shape.of(Arrays.stream(sizes.split(",")).map(String::strip)
                    .filter(size -> !size.isEmpty()).mapToLong(Long::parseLong).toArray()));
            if (!type.admits(narrowed)) {
                throw new ModelException("the input is a " + type);
            }
            symbols.learn(type, narrowed);
            types.put(name, narrowed);
        } catch (NumberFormatException _) {
            throw new ModelException("--shape " + name + "=" + sizes + ": expected sizes such as 1,3,224,224");
        } catch (ModelException e) {
            throw e.at("--shape " + name + "=" + sizes);
        }
    }

    private static String extension(String file) {
        String name = String.valueOf(Path.of(file).getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean isImage(String file) {
        return IMAGES.contains(extension(file));
    }

    private NamedInput readFile(String name, Path file) {
        ValueType type = symbols.bind(types.get(name));
        if (isImage(file.toString())) {
            if (!(type instanceof TensorType tensor)) {
                throw new ModelException(file + ": input '" + name + "' is a " + type + " and takes no image");
            }
            ImageInput image = ImageInput.read(file, tensor, normalisation);
            return new NamedInput(name, image.tensor(), file + ", " + image.description());
        }
        return switch (extension(file.toString())) {
            case "npy" -> array(name, file, type);
            case "pb" -> new NamedInput(name, admitted(name, file, type, ValueFile.read(file, type)), file.toString());
            default -> throw new ModelException(file
                    + ": the ending of the name does not tell what it holds, expected .npy, .pb, .png or .jpg");
        };
    }

    private NamedInput array(String name, Path file, ValueType type) {
        Tensor array = NpyFile.read(file);
        Tensor converted = array;
        if (type instanceof TensorType tensor) {
            try {
                converted = NumberConversion.convert(array, tensor.dataType());
            } catch (ModelException e) {
                throw e.at(file + ", for input '" + name + "'");
            }
        }
        String note = converted == array ? "" : ", converted from " + array.dataType().text();
        return new NamedInput(name, admitted(name, file, type, converted), file + note);
    }

    private Value admitted(String name, Path file, ValueType type, Value value) {
        if (!type.admits(value.type())) {
            throw new ModelException(file + ": is a " + value.type() + ", input '" + name + "' is a " + types.get(name)
                    + (type.equals(types.get(name)) ? "" : ", here " + type));
        }
        return value;
    }
}
