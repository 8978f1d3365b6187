package org.sardonyx.ir.loop;

import java.util.List;

/// A kernel. Two that are equal are one: a network's layers share those that differ in their parameters only.
///
/// @param name what it does, in a word
/// @param buffers of float32, read or written
/// @param parameters whole numbers that are given with each call
/// @param variable the index of the outermost loop
public record LoopKernel(String name, List<String> buffers, List<String> parameters, String variable,
        LoopStatement.Block body) {
    public LoopKernel {
        buffers = List.copyOf(buffers);
        parameters = List.copyOf(parameters);
    }
}
