package org.sardonyx.runtime.model;

import java.util.List;

import org.sardonyx.runtime.program.Program;

/// A program with where its parts lie in a compiled model.
///
/// @param kernels the name of the class of each kernel, in the program's order
/// @param constants the entry of each constant, in the program's order
record Plan(Program program, List<String> kernels, List<String> constants) {
    Plan {
        kernels = List.copyOf(kernels);
        constants = List.copyOf(constants);
    }
}
