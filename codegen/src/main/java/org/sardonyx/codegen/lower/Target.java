package org.sardonyx.codegen.lower;

/// What kernels are made for.
///
/// @param lanes of its vectors
/// @param isFused whether its compiler keeps a tile's sums in registers while they go through an epilogue, and hundreds of
///        instructions cost it little: that of OpenCL does, that of the virtual machine does not
public record Target(int lanes, boolean isFused) {
    /// This virtual machine.
    public static Target virtualMachine(int lanes) {
        return new Target(lanes, false);
    }

    /// A device that has a compiler of its own.
    public static Target device(int lanes) {
        return new Target(lanes, true);
    }
}
