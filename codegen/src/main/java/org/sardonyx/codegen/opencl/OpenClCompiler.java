package org.sardonyx.codegen.opencl;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.sardonyx.codegen.Compiler;
import org.sardonyx.codegen.lower.LoweredGraph;
import org.sardonyx.codegen.lower.Target;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.loop.MatrixForm;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.runtime.Numerics;
import org.sardonyx.runtime.opencl.DeviceFacts;
import org.sardonyx.runtime.opencl.Dispatch;
import org.sardonyx.runtime.opencl.KernelSource;
import org.sardonyx.runtime.program.Program;
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
        return Compiler.lower(graph, target(numerics), numerics, memory);
    }

    /// What kernels are made for. A GPU whose work-groups are too small, or share memory that is no faster than other memory, is
    /// given what is made for processors.
    ///
    /// @param numerics how freely arithmetic may be rearranged, on which it depends whether tensor cores are used
    public Target target(Numerics numerics) {
        boolean hasGroups = facts.kind() == DeviceFacts.Kind.GPU && facts.localIsOwn()
                && facts.largestGroup() >= Target.Gpu.LARGEST_GROUP
                && facts.localBytes() >= Target.Gpu.LEAST_SHARED_BYTES;
        return hasGroups
                ? Target.gpu(new Target.Gpu(facts.computeUnits(), facts.localBytes(),
                        matrices(numerics).filter(_ -> facts.tensorCores())))
                : Target.device(facts.lanes());
    }

    /// How tensor cores multiply, if they are to be used.
    static Optional<MatrixForm> matrices(Numerics numerics) {
        return switch (numerics) {
            case STRICT, FAST -> Optional.empty();
            case TF32 -> Optional.of(MatrixForm.TF32);
            case HALF -> Optional.of(MatrixForm.FLOAT16);
        };
    }

    /// The kernels of each step of a program, in their order; none for one of the host.
    public List<List<Dispatch>> dispatches(LoweredGraph lowered) {
        OpenClRenderer renderer = new OpenClRenderer(facts, isSmall(lowered.program()));
        return lowered.program().steps().stream().map(step -> switch (step) {
            case Step.KernelStep kernels ->
                    kernels.phases().stream().map(phase -> renderer.render(phase, lowered.kernels())).toList();
            case Step.HostStep _ -> List.<Dispatch>of();
        }).toList();
    }

    /// Whether indices of 32 bits do for all that the program works on.
    private static boolean isSmall(Program program) {
        LongStream inputsAndOutputs = Stream.concat(program.inputs().stream(), program.outputs().stream())
                .map(Program.Binding::type).filter(TensorType.class::isInstance).map(TensorType.class::cast)
                .filter(type -> type.shape().isStatic())
                .mapToLong(type -> Tensor.elementCount(type.shape().sizes()));
        LongStream others = LongStream.concat(program.constants().stream().mapToLong(Tensor::size),
                LongStream.of(program.memory().arenaBytes() / Float.BYTES));
        return LongStream.concat(inputsAndOutputs, others).max().orElse(0) <= OpenClRenderer.MOST_SMALL_ELEMENTS;
    }

    /// The kernels of a program in OpenCL C.
    public String source(LoweredGraph lowered) {
        return KernelSource.program(dispatches(lowered).stream().flatMap(List::stream).map(Dispatch::source).toList());
    }
}
