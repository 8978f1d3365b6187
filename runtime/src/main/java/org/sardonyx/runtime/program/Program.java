package org.sardonyx.runtime.program;

import java.util.List;

import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;

/// A compiled model for inputs of given shapes: immutable, and free of anything that belongs to one run.
///
/// @param inputs what a run takes, in order
/// @param outputs what a run gives, in order
/// @param constants weights as the kernels want them
/// @param arenaBytes the size of the arena of one run
/// @param lowerBound the largest sum of bytes that are live at the same time: no arena can be smaller
/// @param threadBytes the size of the memory that each thread has for itself
/// @param hostValues how many values of the host's own there are
public record Program(String name, List<Binding> inputs, List<Binding> outputs, List<Tensor> constants,
        List<Step> steps,
        long arenaBytes, long lowerBound, long threadBytes, int hostValues) {
    public Program {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        constants = List.copyOf(constants);
        steps = List.copyOf(steps);
    }

    /// An input or output.
    ///
    /// @param place of an output: where its value is when the run ends, [Place.OfOutput] if it is computed there
    public record Binding(String name, ValueType type, Place place) {}

    /// How many steps are kernels.
    public long compiledSteps() {
        return steps.stream().filter(Step.KernelStep.class::isInstance).count();
    }
}
