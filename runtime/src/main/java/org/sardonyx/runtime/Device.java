package org.sardonyx.runtime;

import java.util.Optional;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;

/// Something that runs models. A device has no state that a run changes and may be used by several threads; what it
/// holds for a model lives in the [Executable].
public interface Device {

    /// The name by which a user asks for it: lower case, unique among the devices of a process.
    String name();

    /// One line that says what it is.
    String description();

    /// Whether it is a device beside the processor that is faster than it, so that it is taken if nothing else is asked for.
    default boolean isAccelerator() {
        return false;
    }

    /// Why numerics that are asked for come to the same as [Numerics#FAST] here, in a line; empty if they do not, or are it. To find
    /// that out a device may have to be tried.
    default Optional<String> asFast(Numerics numerics) {
        return switch (numerics) {
            case STRICT, FAST -> Optional.empty();
            case TF32, HALF -> Optional.of(name() + " is no GPU");
        };
    }

    /// Makes a model ready to run. This may be slow, the runs are what is to be fast.
    ///
    /// @throws ModelException if the device cannot run this model
    Executable prepare(Graph graph, SessionOptions options);
}
