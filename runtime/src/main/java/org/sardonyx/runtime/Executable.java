package org.sardonyx.runtime;

import java.util.Map;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.value.Value;

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

    /// Frees what the device holds for the model. Called once, when no run is under way.
    @Override
    void close();
}
