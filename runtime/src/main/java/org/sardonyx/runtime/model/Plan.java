package org.sardonyx.runtime.model;

import java.util.List;

import org.sardonyx.ir.ModelException;
import org.sardonyx.runtime.opencl.Dispatch;
import org.sardonyx.runtime.program.Program;

/// A program with where its parts lie in a compiled model.
///
/// @param constants the entry of each constant, in the program's order
record Plan(Program program, List<String> constants, Kernels kernels) {
    Plan {
        constants = List.copyOf(constants);
    }

    /// The names of the classes of the program's kernels.
    ///
    /// @throws ModelException if they are for something else than the virtual machine
    List<String> classes() {
        return switch (kernels) {
            case Classes(List<String> names) -> names;
            case Dispatches _ when program.kernels().isEmpty() -> List.of();
            case Dispatches _ -> throw new ModelException("has no classes of kernels");
        };
    }

    /// The calls of OpenCL kernels of each step.
    ///
    /// @throws ModelException if the kernels are for the virtual machine
    List<List<Dispatch>> dispatches() {
        return switch (kernels) {
            case Dispatches(List<List<Dispatch>> steps) -> steps;
            case Classes _ -> throw new ModelException("has no kernels for OpenCL");
        };
    }

    /// The program's kernels in the form that its target takes.
    sealed interface Kernels {}

    /// Kernels of the virtual machine.
    ///
    /// @param names of their classes, in the program's order
    record Classes(List<String> names) implements Kernels {
        Classes {
            names = List.copyOf(names);
        }
    }

    /// Kernels of an OpenCL device.
    ///
    /// @param steps the calls of each step; none for one of the host
    record Dispatches(List<List<Dispatch>> steps) implements Kernels {
        Dispatches {
            steps = steps.stream().map(List::copyOf).toList();
        }
    }
}
