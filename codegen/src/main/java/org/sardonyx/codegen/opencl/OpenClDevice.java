package org.sardonyx.codegen.opencl;

import java.lang.foreign.Arena;

import org.sardonyx.codegen.SpecializingExecutable;
import org.sardonyx.codegen.lower.LoweredGraph;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.runtime.Device;
import org.sardonyx.runtime.Executable;
import org.sardonyx.runtime.RunListener;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.opencl.DeviceFacts;
import org.sardonyx.runtime.opencl.OpenClContext;
import org.sardonyx.runtime.program.ProgramExecutor;

/// Runs models as OpenCL kernels that are made for the model and the device. How many threads work on a run is the driver's
/// business.
public final class OpenClDevice implements Device {
    private final String name;
    private final OpenClContext context;

    /// @param name by which it is chosen
    public OpenClDevice(String name, OpenClContext context) {
        this.name = name;
        this.context = context;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return context.facts().summary();
    }

    @Override
    public boolean isAccelerator() {
        return context.facts().kind() == DeviceFacts.Kind.GPU;
    }

    @Override
    public Executable prepare(Graph graph, SessionOptions options) {
        Interpreter interpreter = new Interpreter(options.seed(), _ -> {});
        return new SpecializingExecutable(graph, new SpecializingExecutable.Backend() {
            @Override
            public ProgramExecutor compile(Graph specialised, RunListener listener) {
                return executor(specialised, options, interpreter, listener);
            }

            @Override
            public void close() {
                // Programs have nothing in common but the device.
            }
        });
    }

    /// What compiles for this device.
    public OpenClCompiler compiler() {
        return new OpenClCompiler(context.facts());
    }

    private ProgramExecutor executor(Graph graph, SessionOptions options, Interpreter interpreter,
            RunListener listener) {
        Arena memory = Arena.ofShared();
        try {
            OpenClCompiler compiler = compiler();
            LoweredGraph lowered = compiler.lower(graph, options.numerics(), memory);
            return context.executor(lowered.program(), compiler.dispatches(lowered), interpreter, memory::close,
                    listener);
        } catch (RuntimeException | Error e) {
            memory.close();
            throw e;
        }
    }
}
