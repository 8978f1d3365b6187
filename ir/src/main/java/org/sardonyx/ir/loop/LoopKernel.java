package org.sardonyx.ir.loop;

import java.util.List;
import java.util.Optional;

/// A kernel. Two that are equal are one: a network's layers share those that differ in their parameters only.
///
/// @param name what it does, in a word
/// @param buffers of float32, read or written
/// @param parameters whole numbers that are given with each call
/// @param variable the index of the outermost loop
/// @param group the work-items that run the body together, if there are several
public record LoopKernel(String name, List<String> buffers, List<String> parameters, String variable,
        LoopStatement.Block body, Optional<WorkGroup> group) {
    public LoopKernel {
        buffers = List.copyOf(buffers);
        parameters = List.copyOf(parameters);
    }

    /// A kernel whose body is run by one work-item for each index.
    public LoopKernel(String name, List<String> buffers, List<String> parameters, String variable,
            LoopStatement.Block body) {
        this(name, buffers, parameters, variable, body, Optional.empty());
    }
}
