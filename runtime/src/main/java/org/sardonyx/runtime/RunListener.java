package org.sardonyx.runtime;

/// Told how far a run has come. It is called by the thread that runs the model, which waits for it.
@FunctionalInterface
public interface RunListener {
    /// Listens to nothing.
    RunListener NONE = (_, _, _) -> {};

    /// A step is about to start; the one before it is done. On a device that works through its kernels by itself, they are
    /// given to it rather than done.
    ///
    /// @param index its number, from 0
    /// @param count the number of steps of a run
    /// @param description what the step computes, for a person to read
    void step(int index, int count, String description);

    /// Kernels for inputs of these shapes are being built; not told when they are there already.
    ///
    /// @param ready how many are
    default void preparing(int ready, int kernels) {}

    /// Whether the times of steps are wanted, where a device can measure them.
    default boolean measures() {
        return false;
    }

    /// How long a step took by the clock of a device that works by itself; told after all steps, before [#finished].
    ///
    /// @param index the number of the step
    default void took(int index, long nanoseconds) {}

    /// The last step is done. A run that fails does not get here.
    default void finished() {}
}
