package org.sardonyx.codegen;

import java.lang.foreign.Arena;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.sardonyx.codegen.jvm.JvmRenderer;
import org.sardonyx.codegen.lower.GraphLowering;
import org.sardonyx.codegen.lower.LoweredGraph;
import org.sardonyx.codegen.lower.Target;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.loop.LoopKernel;
import org.sardonyx.passes.Pipeline;
import org.sardonyx.passes.fusion.FusionLimits;
import org.sardonyx.passes.precision.IntegersAsFloats;
import org.sardonyx.passes.precision.WidenHalfPrecision;
import org.sardonyx.runtime.Numerics;
import org.sardonyx.runtime.kernel.Kernel;
import org.sardonyx.runtime.program.ProgramWarmUp;

/// Compiles graphs for the virtual machine.
///
/// ```java
/// Compiler compiler = new Compiler();
/// LoweredGraph lowered = Compiler.lower(graph, Numerics.FAST, Arena.ofAuto());
/// List<Kernel> kernels = compiler.load(lowered.kernels());
/// ProgramExecutor executor = new ProgramExecutor(lowered.program(), kernels, compiler.warmUp(), ..);
/// ```
///
/// A compiler keeps the kernels it made while memory is plentiful: another model, or the same one with another batch, that
/// needs an equal kernel gets the one that the virtual machine has compiled already. It may be used by several threads.
public final class Compiler {
    private final Map<LoopKernel, SoftReference<Kernel>> kernels = new HashMap<>();
    private final ProgramWarmUp warmUp = new ProgramWarmUp();

    /// The passes that a graph goes through before kernels are made of it.
    public static Pipeline pipeline(Numerics numerics) {
        Pipeline pipeline = Pipeline.standard(FusionLimits.standard().withForm(GraphLowering::hasForm));
        return switch (numerics) {
            case STRICT -> pipeline;
            case FAST, TF32 -> pipeline.after(new IntegersAsFloats()).after(new WidenHalfPrecision());
            case HALF -> pipeline.after(new WidenHalfPrecision());
        };
    }

    /// Makes a program for this virtual machine of a graph whose inputs have fixed shapes.
    ///
    /// @param memory for its weights, as far as they are not taken from the graph as they are; shared by threads
    public static LoweredGraph lower(Graph graph, Numerics numerics, Arena memory) {
        return lower(graph, JvmRenderer.preferredLanes(), numerics, memory);
    }

    /// Makes a program for a virtual machine of a graph whose inputs have fixed shapes.
    ///
    /// @param lanes of its vectors
    /// @param memory for its weights, as far as they are not taken from the graph as they are; shared by threads
    public static LoweredGraph lower(Graph graph, int lanes, Numerics numerics, Arena memory) {
        return lower(graph, Target.virtualMachine(lanes), numerics, memory);
    }

    /// Makes a program of a graph whose inputs have fixed shapes.
    ///
    /// @param target what the kernels are made for
    /// @param memory for its weights, as far as they are not taken from the graph as they are; shared by threads
    public static LoweredGraph lower(Graph graph, Target target, Numerics numerics, Arena memory) {
        Numerics possible = numerics == Numerics.HALF && target.gpu().isEmpty() ? Numerics.FAST : numerics;
        return new GraphLowering(pipeline(possible).run(graph), target, possible, memory).lower();
    }

    /// The kernels as classes of this virtual machine.
    public List<Kernel> load(List<LoopKernel> kernels) {
        return kernels.stream().map(this::kernel).toList();
    }

    private synchronized Kernel kernel(LoopKernel wanted) {
        SoftReference<Kernel> reference = kernels.get(wanted);
        Kernel known = reference == null ? null : reference.get();
        if (known != null) {
            return known;
        }
        kernels.values().removeIf(old -> old.get() == null);
        Kernel made = JvmRenderer.load(wanted);
        kernels.put(wanted, new SoftReference<>(made));
        return made;
    }

    /// Has the virtual machine compile kernels, each once for all programs.
    public ProgramWarmUp warmUp() {
        return warmUp;
    }
}
