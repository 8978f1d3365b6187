package org.sardonyx.codegen;

import java.lang.foreign.Arena;
import java.util.List;

import org.sardonyx.codegen.lower.LoweredGraph;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.runtime.RunListener;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.kernel.Kernel;
import org.sardonyx.runtime.kernel.Workers;
import org.sardonyx.runtime.program.ProgramExecutor;

/// Programs of kernels as classes of this virtual machine, and the threads that run them.
final class JvmBackend implements SpecializingExecutable.Backend {
    private final JvmDevice device;
    private final Compiler compiler;
    private final SessionOptions options;
    private final Interpreter interpreter;
    private final Workers workers;

    JvmBackend(JvmDevice device, Compiler compiler, SessionOptions options) {
        this.device = device;
        this.compiler = compiler;
        this.options = options;
        this.interpreter = new Interpreter(options.seed(), _ -> {});
        this.workers = new Workers(options.threadCount());
    }

    @Override
    public ProgramExecutor compile(Graph graph, RunListener listener) {
        Arena memory = Arena.ofShared();
        try {
            LoweredGraph lowered = device.lower(graph, options, memory);
            List<Kernel> kernels = device.load(lowered);
            return new ProgramExecutor(lowered.program(), kernels, compiler.warmUp(), workers, interpreter,
                    memory::close);
        } catch (RuntimeException | Error e) {
            memory.close();
            throw e;
        }
    }

    @Override
    public void close() {
        workers.close();
    }
}
