package org.sardonyx.codegen.lower;

import java.util.Map;
import java.util.Optional;

import org.sardonyx.ir.loop.MatrixForm;

/// What kernels are made for.
///
/// @param lanes of its vectors
/// @param isFused whether its compiler keeps a tile's sums in registers while they go through an epilogue, and hundreds of
///        instructions cost it little: that of OpenCL does, that of the virtual machine does not
/// @param gpu if it is one
/// @param tiles that are faster than the standard ones, by the shape of a product; those that a shape cannot have do not count
public record Target(int lanes, boolean isFused, Optional<Gpu> gpu, Map<String, String> tiles) {
    public Target {
        tiles = Map.copyOf(tiles);
    }

    /// What is to be known of a GPU.
    ///
    /// @param units how many work-groups it runs at the same time, at least
    /// @param sharedBytes what the items of a group may share
    /// @param matrices how it multiplies small matrices at once, if it can and is to
    public record Gpu(int units, long sharedBytes, Optional<MatrixForm> matrices) {
        /// Work-items of the largest group that kernels ask for.
        public static final int LARGEST_GROUP = 256;
        /// Of the smallest tiles.
        public static final long LEAST_SHARED_BYTES = 16 << 10;

        /// One that multiplies number by number.
        public Gpu(int units, long sharedBytes) {
            this(units, sharedBytes, Optional.empty());
        }

        /// The same, multiplying number by number.
        Gpu withoutMatrices() {
            return new Gpu(units, sharedBytes);
        }
    }

    /// This virtual machine.
    public static Target virtualMachine(int lanes) {
        return new Target(lanes, false, Optional.empty(), Map.of());
    }

    /// A processor that has a compiler of its own.
    public static Target device(int lanes) {
        return new Target(lanes, true, Optional.empty(), Map.of());
    }

    /// A GPU.
    public static Target gpu(Gpu gpu) {
        return new Target(1, true, Optional.of(gpu), Map.of());
    }

    /// The same with other tiles.
    ///
    /// @param faster by the shape of a product, see [TileChoice]
    public Target withTiles(Map<String, String> faster) {
        return new Target(lanes, isFused, gpu, faster);
    }
}
