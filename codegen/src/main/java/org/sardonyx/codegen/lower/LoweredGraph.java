package org.sardonyx.codegen.lower;

import java.util.List;

import org.sardonyx.ir.loop.LoopKernel;
import org.sardonyx.runtime.program.Program;

/// A program, and how it was made.
///
/// @param kernels what its kernels are made of, in its order
/// @param tiles of its products, by shape
public record LoweredGraph(Program program, List<LoopKernel> kernels, List<TileChoice> tiles) {
    public LoweredGraph {
        kernels = List.copyOf(kernels);
        tiles = List.copyOf(tiles);
    }
}
