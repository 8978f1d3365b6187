package org.sardonyx.frontend.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

import org.sardonyx.frontend.onnx.OnnxNodeWriter;
import org.sardonyx.frontend.onnx.TypedModel;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;

/// The ONNX model that a network becomes, with the parameters it has.
final class NetworkBuilder {
    /// Every operator that the layers become is known to runtimes of the last years.
    static final long OPSET = 21;

    private final TypedModel model;
    private final List<Parameter> parameters = new ArrayList<>();

    NetworkBuilder(String name) {
        this.model = new TypedModel(name, OPSET);
    }

    TypedModel model() {
        return model;
    }

    List<Parameter> parameters() {
        return Collections.unmodifiableList(parameters);
    }

    ValueType type(String value) {
        return model.type(value);
    }

    /// Adds a parameter under a path of its own.
    ///
    /// @throws ModelException if there is one of that name
    String parameter(Parameter parameter) {
        try {
            parameter.size();
        } catch (ArithmeticException _) {
            throw new ModelException("parameter '" + parameter.name() + "' " + parameter.type() + " is too large");
        }
        model.parameter(parameter.name(), parameter.type());
        parameters.add(parameter);
        return parameter.name();
    }

    /// Adds a node.
    ///
    /// @param path its name, and that of its first output; a number is added if they are taken
    /// @return the names of its outputs
    List<String> node(String path, String operator, List<String> inputs, int outputs,
            Consumer<OnnxNodeWriter> attributes) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < outputs; i++) {
            names.add(free(i == 0 ? path : path + "." + i, names));
        }
        OnnxNodeWriter node = new OnnxNodeWriter(operator).name(names.getFirst())
                .inputs(inputs.toArray(String[]::new)).outputs(names.toArray(String[]::new));
        attributes.accept(node);
        model.add(node);
        return names;
    }

    private String free(String path, List<String> taken) {
        String name = path;
        for (int i = 2; model.defines(name) || taken.contains(name); i++) {
            name = path + "_" + i;
        }
        return name;
    }

    /// Adds a tensor that is no parameter, such as the shape that a reshape takes.
    String constant(String path, Tensor value) {
        return node(path, "Constant", List.of(), 1, node -> node.withTensor("value", value)).getFirst();
    }
}
