package org.sardonyx.runtime.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;

/// Tensors that a caller gives for outputs, so that results come to lie where they are wanted.
public final class OutputTensors {
    private OutputTensors() {}

    /// Checks tensors before a run.
    ///
    /// @param types of all outputs by name, as precise as they are known
    /// @param given tensors for outputs by name
    /// @throws ModelException if there is no such output, if a tensor is of another type or cannot be written, or if two lie
    ///         in the same memory
    public static void check(Map<String, ValueType> types, Map<String, Tensor> given) {
        List<String> before = new ArrayList<>();
        given.forEach((name, tensor) -> {
            ValueType type = types.get(name);
            if (type == null) {
                throw new ModelException("the model has no output '" + name + "', it has " + types.keySet());
            }
            if (!type.admits(tensor.type())) {
                throw mismatch(name, type, tensor);
            }
            if (tensor.dataType() != DataType.STRING) {
                if (tensor.segment().isReadOnly()) {
                    throw new ModelException("the tensor given for output '" + name + "' is read-only");
                }
                for (String other : before) {
                    if (CallerMemory.overlap(given.get(other).segment(), tensor.segment())) {
                        throw new ModelException("the tensors given for outputs '" + other + "' and '" + name
                                + "' lie in the same memory");
                    }
                }
                before.add(name);
            }
        });
    }

    /// Copies an output into the tensor that was given for it.
    ///
    /// @throws ModelException if that is of another type
    public static void copy(String name, Value output, Tensor given) {
        if (!(output instanceof Tensor tensor) || !tensor.type().equals(given.type())) {
            throw mismatch(name, output.type(), given);
        }
        given.copyElements(0, tensor, 0, tensor.size());
    }

    static ModelException mismatch(String name, ValueType type, Tensor given) {
        return new ModelException(
                "output '" + name + "' is a " + type + ", the tensor given for it a " + given.type());
    }
}
