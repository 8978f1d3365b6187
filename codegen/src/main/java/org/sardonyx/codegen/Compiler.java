package org.sardonyx.codegen;

import java.util.LinkedHashMap;
import java.util.Map;

import org.sardonyx.codegen.jvm.JvmRenderer;
import org.sardonyx.codegen.lower.GraphLowering;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.passes.Pipeline;
import org.sardonyx.runtime.kernel.Kernel;
import org.sardonyx.runtime.kernel.WarmUp;
import org.sardonyx.runtime.program.Program;
import org.sardonyx.runtime.program.Step;

/// Compiles graphs for the virtual machine.
///
/// ```java
/// Program program = Compiler.compile(graph);
/// Compiler.warmUp(program);
/// ```
public final class Compiler {
    private Compiler() {}

    /// Makes a program of a graph whose inputs have fixed shapes.
    public static Program compile(Graph graph) {
        return new GraphLowering(Pipeline.standard().run(graph), JvmRenderer.preferredLanes()).lower(JvmRenderer::load);
    }

    /// Has the virtual machine compile the kernels of a program before they are given real work.
    public static void warmUp(Program program) {
        Map<Kernel, WarmUp.Call> calls = new LinkedHashMap<>();
        for (Step step : program.steps()) {
            if (step instanceof Step.KernelStep kernels) {
                for (Step.Launch launch : kernels.launches()) {
                    calls.putIfAbsent(launch.kernel(), new WarmUp.Call(launch.kernel(), launch.buffers().size(),
                            launch.small().stream().mapToLong(Long::longValue).toArray()));
                }
            }
        }
        WarmUp.run(calls.values());
    }
}
