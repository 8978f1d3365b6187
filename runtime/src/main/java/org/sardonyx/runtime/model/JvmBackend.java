package org.sardonyx.runtime.model;

import java.util.List;

import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.kernel.Kernel;
import org.sardonyx.runtime.kernel.Workers;
import org.sardonyx.runtime.program.Program;
import org.sardonyx.runtime.program.ProgramExecutor;

/// Kernels are classes, which threads of the session's own call.
final class JvmBackend implements Backend {
    static final String NAME = "jvm";
    private final KernelSet kernels;
    private final Interpreter interpreter;
    private final Workers workers;

    JvmBackend(KernelSet kernels, SessionOptions options) {
        this.kernels = kernels;
        this.interpreter = new Interpreter(options.seed(), _ -> {});
        this.workers = new Workers(options.threadCount());
    }

    @Override
    public String deviceName() {
        return NAME;
    }

    @Override
    public ProgramExecutor prepare(Plan plan, Contents.Opened contents) {
        return new ProgramExecutor(plan.program(), kernels.load(plan.classes(), contents), kernels.warmUp(), workers,
                interpreter, () -> {});
    }

    @Override
    public boolean checksKernels() {
        return true;
    }

    @Override
    public void close() {
        workers.close();
    }
}
