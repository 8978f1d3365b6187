package org.sardonyx.runtime;

/// Told how far a run has come. It is called by the thread that runs the model, which waits for it.
@FunctionalInterface
public interface RunListener {
    /// Listens to nothing.
    RunListener NONE = (_, _, _) -> {};

    /// A step is about to start; the one before it is done.
    ///
    /// @param index its number, from 0
    /// @param count the number of steps of a run
    /// @param description what the step computes, for a person to read
    void step(int index, int count, String description);

    /// The last step is done. A run that fails does not get here.
    default void finished() {}
}
