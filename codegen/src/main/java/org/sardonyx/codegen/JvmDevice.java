package org.sardonyx.codegen;

import org.sardonyx.codegen.jvm.JvmRenderer;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.runtime.Device;
import org.sardonyx.runtime.Executable;
import org.sardonyx.runtime.SessionOptions;

/// Runs models as code of the virtual machine: kernels that are made for the model, on a few threads.
public final class JvmDevice implements Device {
    private final Compiler compiler = new Compiler();

    @Override
    public String name() {
        return "jvm";
    }

    @Override
    public String description() {
        int lanes = JvmRenderer.preferredLanes();
        return "compiles the model to code of the virtual machine, "
                + (lanes == 1 ? "without vectors" : "with vectors of " + lanes + " floats");
    }

    @Override
    public Executable prepare(Graph graph, SessionOptions options) {
        return new SpecializingExecutable(graph, new JvmBackend(compiler, options));
    }
}
