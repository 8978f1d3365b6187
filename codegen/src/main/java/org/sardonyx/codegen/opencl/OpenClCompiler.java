package org.sardonyx.codegen.opencl;

import java.lang.foreign.Arena;
import java.util.List;

import org.sardonyx.codegen.Compiler;
import org.sardonyx.codegen.lower.LoweredGraph;
import org.sardonyx.codegen.lower.Target;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.runtime.Numerics;
import org.sardonyx.runtime.opencl.DeviceFacts;
import org.sardonyx.runtime.opencl.Dispatch;
import org.sardonyx.runtime.opencl.KernelSource;
import org.sardonyx.runtime.program.Step;

/// Compiles graphs for an OpenCL device, or for all of a kind.
///
/// @param facts of the device, see [DeviceFacts#ofAny]
public record OpenClCompiler(DeviceFacts facts) {
    /// The program of a graph.
    ///
    /// @param graph with inputs of fixed shapes
    /// @param memory for its weights
    public LoweredGraph lower(Graph graph, Numerics numerics, Arena memory) {
        return Compiler.lower(graph, Target.device(facts.lanes()), numerics, memory);
    }

    /// The kernels of each step of a program, in their order; none for one of the host.
    public List<List<Dispatch>> dispatches(LoweredGraph lowered) {
        OpenClRenderer renderer = new OpenClRenderer(facts);
        return lowered.program().steps().stream().map(step -> switch (step) {
            case Step.KernelStep kernels ->
                    kernels.phases().stream().map(phase -> renderer.render(phase, lowered.kernels())).toList();
            case Step.HostStep _ -> List.<Dispatch>of();
        }).toList();
    }

    /// The kernels of a program in OpenCL C.
    public String source(LoweredGraph lowered) {
        return KernelSource.program(dispatches(lowered).stream().flatMap(List::stream).map(Dispatch::source).toList());
    }
}
