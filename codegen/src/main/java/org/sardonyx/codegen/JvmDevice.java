package org.sardonyx.codegen;

import java.lang.foreign.Arena;
import java.util.List;

import org.sardonyx.codegen.jvm.JvmRenderer;
import org.sardonyx.codegen.lower.LoweredGraph;
import org.sardonyx.codegen.lower.Target;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.runtime.Executable;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.kernel.Kernel;
import org.sardonyx.runtime.tuning.Measurement;

/// Runs models as code of the virtual machine: kernels that are made for the model, on a few threads.
public final class JvmDevice implements CompilingDevice {
    private final Compiler compiler = new Compiler();
    private final boolean warmsUpCompletely;

    public JvmDevice() {
        this(false);
    }

    private JvmDevice(boolean warmsUpCompletely) {
        this.warmsUpCompletely = warmsUpCompletely;
    }

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
        return new SpecializingExecutable(graph, new JvmBackend(this, compiler, options));
    }

    /// The speed depends on the virtual machine's compiler, on the processor and on the number of threads.
    @Override
    public String tuningName(SessionOptions options) {
        return Measurement.printable("jvm %d, %s, %d lanes, threads %d".formatted(Runtime.version().feature(),
                ProcessorName.get(), JvmRenderer.preferredLanes(), options.threadCount()));
    }

    /// The first run finds all kernels compiled.
    @Override
    public CompilingDevice forTrials() {
        return new JvmDevice(true);
    }

    /// The kernels of a program as classes, compiled as far as that is to be done before it is run.
    List<Kernel> load(LoweredGraph lowered) {
        List<Kernel> kernels = compiler.load(lowered.kernels());
        if (warmsUpCompletely) {
            compiler.warmUp().completely(lowered.program(), kernels);
        }
        return kernels;
    }

    @Override
    public LoweredGraph lower(Graph graph, SessionOptions options, Arena memory) {
        Target target = Target.virtualMachine(JvmRenderer.preferredLanes())
                .withTiles(tiles(options));
        return Compiler.lower(graph, target, options.numerics(), memory);
    }
}
