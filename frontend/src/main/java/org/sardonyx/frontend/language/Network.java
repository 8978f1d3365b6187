package org.sardonyx.frontend.language;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

import org.sardonyx.frontend.onnx.OnnxFile;
import org.sardonyx.frontend.weights.RandomFill;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// A network that was read from a text of the layer language. Its shapes and parameters are known; elements of parameters
/// are made when they are asked for, so that looking at a large network costs nothing.
///
/// ```java
/// Network network = Network.read(Path.of("lenet5.net"), Map.of());
/// OnnxFile model = network.model(parameter -> Optional.empty(), 0);
/// Graph graph = OnnxImporter.read(model).graph();
/// ```
public final class Network {
    private final NetworkBuilder builder;
    private final List<String> arguments;
    private final OptionalLong seed;
    private final Optional<String> weights;

    Network(NetworkBuilder builder, List<String> arguments, OptionalLong seed, Optional<String> weights) {
        this.builder = builder;
        this.arguments = arguments;
        this.seed = seed;
        this.weights = weights;
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
        return read(name.toString(), Library.ofFolder(folder), arguments);
    }

    /// Reads a network from a library.
    ///
    /// @param file its path in the library
    /// @param arguments as for [#read(Path, Map)]
    /// @throws ModelException as for [#read(Path, Map)]
    public static Network read(String file, Library library, Map<String, String> arguments) {
        return new NetworkReader(library).read(file, arguments);
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

    /// The seed that the text asks for.
    public OptionalLong seed() {
        return seed;
    }

    /// The file with weights that the text asks for, relative to the library.
    public Optional<String> weights() {
        return weights;
    }

    /// What the network computes; its parameters are inputs, too.
    public Graph graph() {
        return builder.model().graph();
    }

    /// The model with its parameters as inputs, after the network's own.
    public OnnxFile outline() {
        return builder.model().outline();
    }

    /// Makes the ONNX model.
    ///
    /// @param given the tensor of a parameter, or empty if it is to be made by its initialiser
    /// @param startingPoint from which, with the parameter's name, the initialisers' random numbers follow
    /// @throws ModelException if the parameters take more than the 2 GiB that a model in one file can have
    public OnnxFile model(Function<Parameter, Optional<Tensor>> given, long startingPoint) {
        Map<String, Parameter> byName = new HashMap<>();
        parameters().forEach(parameter -> byName.put(parameter.name(), parameter));
        return builder.model().file(name -> {
            Parameter parameter = byName.get(name);
            return given.apply(parameter).orElseGet(() -> made(parameter, startingPoint));
        });
    }

    private static Tensor made(Parameter parameter, long startingPoint) {
        TensorType type = parameter.type();
        Tensor tensor = Tensor.allocate(type.dataType(), type.shape().sizes());
        parameter.initializer().fill(tensor, RandomFill.seed(startingPoint, parameter.name()), parameter.fanIn(),
                parameter.fanOut());
        return tensor;
    }
}
