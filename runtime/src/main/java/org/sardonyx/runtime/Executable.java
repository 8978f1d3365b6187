package org.sardonyx.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.program.OutputTensors;
import org.sardonyx.runtime.program.Program;

/// A model made ready on a device; what a [Session] drives. Several threads may run it at the same time.
public interface Executable extends AutoCloseable {

    /// Runs the model once.
    ///
    /// @param inputs by name
    /// @param listener told of the steps of this run
    /// @return the outputs by name, in the model's order; they stay valid when the executable is closed
    /// @throws ModelException if an input is missing, unknown or of another type than declared, or if the values are not
    ///         ones the model is defined for
    Map<String, Value> run(Map<String, ? extends Value> inputs, RunListener listener);

    /// Runs the model once, with outputs where the caller wants them.
    ///
    /// @param outputs tensors for outputs, by name: of types that the outputs may have, and in memory of their own
    /// @return all outputs by name, those tensors among them
    /// @throws ModelException as [#run(Map, RunListener)], and if an output turns out to be of another type than its tensor
    default Map<String, Value> run(Map<String, ? extends Value> inputs, Map<String, Tensor> outputs,
            RunListener listener) {
        Map<String, Value> results = new LinkedHashMap<>(run(inputs, listener));
        outputs.forEach((name, tensor) -> {
            OutputTensors.copy(name, results.get(name), tensor);
            results.put(name, tensor);
        });
        return results;
    }

    /// The program that runs with inputs of the given types follow, compiled now if it was not yet.
    ///
    /// @param inputs types by name, every size fixed
    /// @param listener told how far the compilation has come
    /// @return empty if the device makes no programs
    /// @throws ModelException if an input is missing or unknown or the model does not take these types
    default Optional<Program> program(Map<String, ValueType> inputs, RunListener listener) {
        return Optional.empty();
    }

    /// Frees what the device holds for the model. Called once, when no run is under way, by any thread.
    @Override
    void close();
}
