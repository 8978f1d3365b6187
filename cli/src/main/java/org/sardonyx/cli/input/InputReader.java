package org.sardonyx.cli.input;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.sardonyx.cli.image.ImageInput;
import org.sardonyx.cli.image.Normalisation;
import org.sardonyx.frontend.npy.NpyFile;
import org.sardonyx.frontend.onnx.ValueFile;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;

/// Makes the inputs of a model. Arrays are read first, for they settle symbols; then images, which take the sizes that are
/// settled; what is left is random, and sizes that are still open are 1.
final class InputReader {
    private static final Set<String> IMAGES = Set.of("png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff");

    private final Map<String, ValueType> types;
    private final InputShapes shapes;
    private final Normalisation normalisation;
    private final long seed;
    private final Map<String, NamedInput> inputs = new HashMap<>();

    InputReader(Map<String, ValueType> types, InputShapes shapes, Normalisation normalisation, long seed) {
        this.types = types;
        this.shapes = shapes;
        this.normalisation = normalisation;
        this.seed = seed;
    }

    /// @param files by name of the input
    /// @return a value for each input, in the model's order
    List<NamedInput> read(Map<String, String> files) {
        for (boolean image : new boolean[] {false, true}) {
            for (String name : types.keySet()) {
                if (files.containsKey(name) && isImage(files.get(name)) == image) {
                    inputs.put(name, readFile(name, Path.of(files.get(name))));
                    shapes.learn(name, inputs.get(name).value().type());
                }
            }
        }
        for (String name : types.keySet()) {
            if (!inputs.containsKey(name)) {
                Value value = new RandomValues(seed, name).of(shapes.settled(name));
                inputs.put(name, new NamedInput(name, value, "random, seed " + seed));
            }
        }
        return types.keySet().stream().map(inputs::get).toList();
    }

    private static String extension(String file) {
        String name = String.valueOf(Path.of(file).getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean isImage(String file) {
        return IMAGES.contains(extension(file));
    }

    private NamedInput readFile(String name, Path file) {
        ValueType type = shapes.bound(name);
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
