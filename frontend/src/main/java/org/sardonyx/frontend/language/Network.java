package org.sardonyx.frontend.language;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.sardonyx.frontend.onnx.OnnxFile;
import org.sardonyx.frontend.weights.RandomFill;
import org.sardonyx.frontend.weights.Weights;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// A network that was read from a text of the layer language. Its shapes and parameters are known; elements of parameters
/// are made when they are asked for, so that looking at a large network costs nothing.
///
/// ```java
/// Network network = Network.read(Path.of("lenet5.net"), Map.of());
/// Graph graph = OnnxImporter.read(network.model()).graph();
/// ```
public final class Network {
    private final NetworkBuilder builder;
    private final List<String> arguments;
    private final OptionalLong seed;
    private final Optional<String> weights;
    private final Optional<Path> folder;

    /// @param weights the file that the text names
    /// @param folder where that file is looked for
    Network(NetworkBuilder builder, List<String> arguments, OptionalLong seed, Optional<String> weights,
            Optional<Path> folder) {
        this.builder = builder;
        this.arguments = arguments;
        this.seed = seed;
        this.weights = weights;
        this.folder = folder;
    }

    /// Reads a network from a file. What it imports is taken from the file's folder, and the folders in it.
    ///
    /// @param arguments values for parameters of the network, by name, as they are written in the language
    /// @throws ModelException with everything that is wrong, each with file, line, column and the source line
    public static Network read(Path file, Map<String, String> arguments) {
        Path folder = file.toAbsolutePath().getParent();
        Path name = file.getFileName();
        if (folder == null || name == null) {
            throw new ModelException(file + ": there is no such file");
        }
        return new NetworkReader(Library.ofFolder(folder), Optional.of(folder)).read(name.toString(), arguments);
    }

    /// Reads a network from a library.
    ///
    /// @param file its path in the library
    /// @param arguments as for [#read(Path, Map)]
    /// @throws ModelException as for [#read(Path, Map)]
    public static Network read(String file, Library library, Map<String, String> arguments) {
        return new NetworkReader(library, Optional.empty()).read(file, arguments);
    }

    public String name() {
        return builder.model().name();
    }

    /// The names of the parameters that [#read] takes values for.
    public List<String> arguments() {
        return arguments;
    }

    /// All parameters, in the order of the layers.
    public List<Parameter> parameters() {
        return builder.parameters();
    }

    /// The number of elements that training changes by their gradient.
    public long trainableParameters() {
        return parameters().stream().filter(Parameter::trainable).mapToLong(Parameter::size).sum();
    }

    /// What the network computes; its parameters are inputs, too.
    public Graph graph() {
        return builder.model().graph();
    }

    /// The model with its parameters as inputs, after the network's own.
    public OnnxFile outline() {
        return builder.model().outline();
    }

    /// Makes the ONNX model, with the weights and the seed that the text asks for.
    ///
    /// @throws ModelException as for [#model(Optional, OptionalLong)]
    public OnnxFile model() {
        return model(Optional.empty(), OptionalLong.empty());
    }

    /// Makes the ONNX model.
    ///
    /// @param given where the parameters are taken from by name, instead of the file that the text names
    /// @param startingPoint where, with a parameter's name, the random numbers of its initialiser begin, instead of the
    ///        seed that the text gives; 0 if there is none
    /// @throws ModelException if a file with weights cannot be read or lacks a parameter, or if the parameters take more
    ///         than the 2 GiB that a model in one file can have
    public OnnxFile model(Optional<Weights> given, OptionalLong startingPoint) {
        Optional<Weights> source = given.or(this::named);
        long first = startingPoint.orElse(seed.orElse(0));
        Map<String, Tensor> tensors = source.map(file -> NamedWeights.all(file, parameters())).orElse(Map.of());
        Map<String, Parameter> byName = new HashMap<>();
        parameters().forEach(parameter -> byName.put(parameter.name(), parameter));
        return builder.model().file(name -> tensors.containsKey(name)
                ? tensors.get(name)
                : made(byName.get(name), first));
    }

    private Optional<Weights> named() {
        return weights.map(file -> Weights.open(folder.orElseThrow(() -> new ModelException(
                "the network takes its weights from '" + file + "', but it was not read from a folder"))
                .resolve(file)));
    }

    private static Tensor made(Parameter parameter, long startingPoint) {
        TensorType type = parameter.type();
        Tensor tensor = Tensor.allocate(type.dataType(), type.shape().sizes());
        parameter.initializer().fill(tensor, RandomFill.seed(startingPoint, parameter.name()), parameter.fanIn(),
                parameter.fanOut());
        return tensor;
    }
}
