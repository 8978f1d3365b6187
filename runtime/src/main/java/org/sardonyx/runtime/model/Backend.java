package org.sardonyx.runtime.model;

import org.sardonyx.runtime.program.ProgramExecutor;

/// Runs the programs of a compiled model on a device.
interface Backend extends AutoCloseable {
    /// The name of the device.
    String deviceName();

    /// Makes a program ready.
    ///
    /// @throws org.sardonyx.ir.ModelException if its kernels are not what the device takes
    ProgramExecutor prepare(Plan plan, Contents.Opened contents);

    /// Whether the device checks kernels itself, so that they can do no harm if an entry of the jar has been damaged.
    boolean checksKernels();

    /// Ends what the backend has started, after all its programs are closed.
    @Override
    void close();
}
