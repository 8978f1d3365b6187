package org.sardonyx.runtime.program;

import java.util.List;

import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;

/// A compiled model for inputs of given shapes: immutable, and free of anything that belongs to one run.
///
/// @param inputs what a run takes, in order
/// @param outputs what a run gives, in order
/// @param constants weights as the kernels want them
/// @param hostValues how many values of the host's own there are
public record Program(String name, List<Binding> inputs, List<Binding> outputs, List<Tensor> constants,
        List<Step> steps, MemoryPlan memory, int hostValues) {
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

    /// The size of the constants together.
    public long constantBytes() {
        return constants.stream().mapToLong(Tensor::byteSize).sum();
    }

    /// How many steps are kernels.
    public long compiledSteps() {
        return steps.stream().filter(Step.KernelStep.class::isInstance).count();
    }
}
