package org.sardonyx.codegen.lower;

import java.util.List;

import org.sardonyx.ir.loop.LoopKernel;
import org.sardonyx.runtime.program.Program;

/// A program, and what its kernels are made of, in its order.
public record LoweredGraph(Program program, List<LoopKernel> kernels) {
    public LoweredGraph {
        kernels = List.copyOf(kernels);
    }
}
