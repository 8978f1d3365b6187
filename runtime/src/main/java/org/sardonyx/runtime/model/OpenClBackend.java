package org.sardonyx.runtime.model;

import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.runtime.RunListener;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.opencl.OpenClContext;
import org.sardonyx.runtime.program.ProgramExecutor;

/// Kernels are sources, which the driver of an OpenCL device builds.
final class OpenClBackend implements Backend {
    private final String name;
    private final OpenClContext context;
    private final Interpreter interpreter;

    OpenClBackend(String name, OpenClContext context, SessionOptions options) {
        this.name = name;
        this.context = context;
        this.interpreter = new Interpreter(options.seed(), _ -> {});
    }

    @Override
    public String deviceName() {
        return name;
    }

    @Override
    public ProgramExecutor prepare(Plan plan, Contents.Opened contents) {
        return context.executor(plan.program(), plan.dispatches(), interpreter, () -> {}, RunListener.NONE);
    }

    @Override
    public boolean checksKernels() {
        return false;
    }

    @Override
    public void close() {
        // The device is released when nothing refers to it.
    }
}
