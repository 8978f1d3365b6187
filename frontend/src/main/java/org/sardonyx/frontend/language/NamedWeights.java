package org.sardonyx.frontend.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.sardonyx.frontend.weights.Weights;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Takes parameters from a file by their names. Floating-point numbers of another width are converted.
final class NamedWeights {
    private static final int MOST_TOLD = 10;

    private NamedWeights() {}

    /// A tensor for each parameter.
    ///
    /// @throws ModelException that names all parameters that are missing or have another shape
    static Map<String, Tensor> all(Weights weights, List<Parameter> parameters) {
        Map<String, Tensor> tensors = new HashMap<>();
        List<String> problems = new ArrayList<>();
        for (Parameter parameter : parameters) {
            Optional<Tensor> found = weights.find(parameter.name());
            if (found.isEmpty()) {
                problems.add("no '" + parameter.name() + "' " + parameter.type()
                        + Suggestion.of(parameter.name(), weights.names()));
            } else if (!found.get().shape().equals(parameter.type().shape())
                    || found.get().dataType() != parameter.type().dataType() && !bothFloats(found.get(), parameter)) {
                problems.add(
                        "'" + parameter.name() + "' is a " + found.get().type() + ", expected " + parameter.type());
            } else {
                tensors.put(parameter.name(), converted(found.get(), parameter.type().dataType()));
            }
        }
        if (!problems.isEmpty()) {
            int untold = problems.size() - MOST_TOLD;
            throw new ModelException(weights.file() + " does not fit the network: "
                    + String.join("; ", problems.subList(0, Math.min(MOST_TOLD, problems.size())))
                    + (untold > 0 ? "; and " + untold + " more" : ""));
        }
        return tensors;
    }

    private static boolean bothFloats(Tensor found, Parameter parameter) {
        return found.dataType().kind() == DataType.Kind.FLOAT
                && parameter.type().dataType().kind() == DataType.Kind.FLOAT;
    }

    private static Tensor converted(Tensor tensor, DataType type) {
        if (tensor.dataType() == type) {
            return tensor;
        }
        Tensor converted = Tensor.allocate(type, tensor.sizes());
        double[] part = new double[(int) Math.min(tensor.size(), 1 << 14)];
        for (long i = 0; i < tensor.size(); i += part.length) {
            int count = (int) Math.min(part.length, tensor.size() - i);
            tensor.readDoubles(i, part, 0, count);
            converted.writeDoubles(i, part, 0, count);
        }
        return converted;
    }
}
