package org.sardonyx.runtime.program;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.runtime.kernel.Kernel;
import org.sardonyx.runtime.kernel.WarmUp;

/// A compiled model for inputs of given shapes: immutable, and free of anything that belongs to one run.
///
/// @param inputs what a run takes, in order
/// @param outputs what a run gives, in order
/// @param constants weights as the kernels want them
/// @param kernels the names of its kernels, several of which may be called the same; each device has them in a form of its own
/// @param hostValues how many values of the host's own there are
public record Program(String name, List<Binding> inputs, List<Binding> outputs, List<Tensor> constants,
        List<String> kernels, List<Step> steps, MemoryPlan memory, int hostValues) {
    public Program {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        constants = List.copyOf(constants);
        kernels = List.copyOf(kernels);
        steps = List.copyOf(steps);
    }

    /// An input or output.
    ///
    /// @param place of an output: where its value is when the run ends, [Place.OfOutput] if it is computed there
    public record Binding(String name, ValueType type, Place place) {}

    /// The size of the constants together.
    public long constantBytes() {
        return constants.stream().mapToLong(Tensor::byteSize).sum();
    }

    /// Multiplications with an addition of all kernels, as their steps count them.
    public long operations() {
        return kernelSteps().mapToLong(Step.KernelStep::operations).sum();
    }

    /// What to call the kernels with to warm them up, those first that have the most work.
    ///
    /// @param loaded the program's kernels, in its order
    public List<WarmUp.Call> warmUpCalls(List<Kernel> loaded) {
        Map<Kernel, List<Step.Launch>> launches = new LinkedHashMap<>();
        kernelSteps().flatMap(step -> step.launches().stream()).forEach(launch -> launches
                .computeIfAbsent(loaded.get(launch.kernel()), _ -> new ArrayList<>()).add(launch));
        List<WarmUp.Call> calls = new ArrayList<>();
        launches.forEach((kernel, uses) -> calls.add(new WarmUp.Call(kernel, uses.getFirst().buffers().size(),
                uses.stream().map(Step.Launch::small).toList(), uses.stream().mapToLong(Step.Launch::work).sum())));
        calls.sort(Comparator.comparingLong(WarmUp.Call::work).reversed());
        return calls;
    }

    /// How its products are computed, each shape once, in the order of the steps.
    public List<Step.Tiling> tilings() {
        return kernelSteps().flatMap(step -> step.tilings().stream()).distinct().toList();
    }

    /// How many of these tiles were measured to be faster than the standard ones.
    public long tunedTiles() {
        return tilings().stream().filter(Step.Tiling::isTuned).count();
    }

    private Stream<Step.KernelStep> kernelSteps() {
        return steps.stream().filter(Step.KernelStep.class::isInstance).map(Step.KernelStep.class::cast);
    }

    /// How many steps are kernels.
    public long compiledSteps() {
        return kernelSteps().count();
    }
}
