package org.sardonyx.cli.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.sardonyx.cli.image.Normalisation;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.ValueType;
import picocli.CommandLine.Option;

/// The options that say what goes into a model; a mixin of commands that run one.
public final class InputOptions {
    @Option(names = {"-i", "--input"}, paramLabel = "[NAME=]FILE",
            description = "The value of an input: a NumPy array (.npy), an ONNX test's input (.pb), or an image (.png, "
                    + ".jpg), which is resized to the input's height and width. The name may be left out where only one "
                    + "input is without a file. What is not given is random.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--shape", paramLabel = "[NAME=]SIZES",
            description = "The shape of an input whose sizes the model leaves open, such as 1,3,224,224; or one of these "
                    + "sizes by its name, such as N=3. What nothing settles is 1.")
    private List<String> shapes = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "S", defaultValue = "0",
            description = "The seed of everything random (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--scale", paramLabel = "X",
            description = "What the pixels of an image, 0 to 255, are multiplied by (default: 1/255; 1 for integer inputs).")
    private Double scale;

    @Option(names = "--mean", paramLabel = "X", split = ",", defaultValue = "0",
            description = "What is then subtracted from pixels, one number or one for each channel.")
    private List<Double> mean;

    @Option(names = "--std", paramLabel = "X", split = ",", defaultValue = "1",
            description = "What pixels are then divided by, one number or one for each channel.")
    private List<Double> deviation;

    @Option(names = "--bgr", description = "Images go in as blue, green, red.")
    private boolean reversed;

    /// The seed of everything random.
    public long seed() {
        return seed;
    }

    /// A value for each input of a model.
    ///
    /// @param types the inputs' types by name, in the model's order
    /// @throws ModelException if the options do not fit these inputs or a file cannot be read
    public List<NamedInput> read(Map<String, ValueType> types) {
        Normalisation normalisation = new Normalisation(
                scale == null ? OptionalDouble.empty() : OptionalDouble.of(scale), mean, deviation, reversed);
        Map<String, String> named = Assignments.of("-i", files, types.keySet());
        return new InputReader(types, InputShapes.of(types, shapes), normalisation, seed).read(named);
    }
}
