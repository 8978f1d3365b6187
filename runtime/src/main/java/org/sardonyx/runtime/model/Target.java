package org.sardonyx.runtime.model;

/// What a program was compiled for.
///
/// @param device the name of the device
/// @param lanes of the vectors of float32 that its kernels use, 1 for none
public record Target(String device, int lanes) {
    /// `jvm, vectors of 8 floats`
    @Override
    public String toString() {
        return device + (lanes == 1 ? ", without vectors" : ", vectors of " + lanes + " floats");
    }
}
