package org.sardonyx.codegen;

import java.lang.foreign.Arena;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.BiConsumer;

import org.sardonyx.codegen.jvm.JvmRenderer;
import org.sardonyx.codegen.lower.GraphLowering;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.loop.LoopKernel;
import org.sardonyx.passes.Pipeline;
import org.sardonyx.runtime.Numerics;
import org.sardonyx.runtime.kernel.Kernel;
import org.sardonyx.runtime.kernel.WarmUp;
import org.sardonyx.runtime.program.Program;
import org.sardonyx.runtime.program.Step;

/// Compiles graphs for the virtual machine.
///
/// ```java
/// Compiler compiler = new Compiler();
/// Program program = compiler.compile(graph);
/// compiler.warmUp(program);
/// ```
///
/// A compiler keeps the kernels it made while memory is plentiful: another model, or the same one with another batch, that
/// needs an equal kernel gets the one that the virtual machine has compiled already. It may be used by several threads.
public final class Compiler {
    private final Map<LoopKernel, SoftReference<Kernel>> kernels = new HashMap<>();
    private final Set<Kernel> warm = Collections.newSetFromMap(new WeakHashMap<>());

    /// Makes a program of a graph whose inputs have fixed shapes. Its weights are freed when nothing refers to them any more.
    public Program compile(Graph graph) {
        return compile(graph, Numerics.FAST, Arena.ofAuto());
    }

    /// Makes a program of a graph whose inputs have fixed shapes.
    ///
    /// @param memory for its weights, as far as they are not taken from the graph as they are; shared by threads
    public Program compile(Graph graph, Numerics numerics, Arena memory) {
        return compile(graph, numerics, memory, (_, _) -> {});
    }

    /// As [#compile(Graph)].
    ///
    /// @param used told of each kernel of the program, once, with what it was made of
    public Program compile(Graph graph, BiConsumer<LoopKernel, Kernel> used) {
        return compile(graph, Numerics.FAST, Arena.ofAuto(), used);
    }

    private Program compile(Graph graph, Numerics numerics, Arena memory, BiConsumer<LoopKernel, Kernel> used) {
        Graph prepared = Pipeline.standard().run(graph);
        return new GraphLowering(prepared, JvmRenderer.preferredLanes(), numerics, memory).lower(wanted -> {
            Kernel kernel = kernel(wanted);
            used.accept(wanted, kernel);
            return kernel;
        });
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

    /// Has the virtual machine compile the kernels of a program before they are given real work.
    public synchronized void warmUp(Program program) {
        Map<Kernel, WarmUp.Call> calls = new LinkedHashMap<>();
        for (Step step : program.steps()) {
            if (step instanceof Step.KernelStep launches) {
                for (Step.Launch launch : launches.launches()) {
                    if (!warm.contains(launch.kernel())) {
                        calls.computeIfAbsent(launch.kernel(),
                                kernel -> new WarmUp.Call(kernel, launch.buffers().size(), new ArrayList<>())).scalars()
                                .add(launch.small());
                    }
                }
            }
        }
        WarmUp.run(List.copyOf(calls.values()));
        warm.addAll(calls.keySet());
    }
}
