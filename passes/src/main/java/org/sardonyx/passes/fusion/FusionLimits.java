package org.sardonyx.passes.fusion;

/// What may be in a group beyond what [org.sardonyx.ir.operator.Fusion] asks for: what those who make kernels of them can do
/// well.
///
/// @param mostMembers operators in one group
/// @param mostOperands operands of one group
/// @param beforeConvolutions whether a convolution computes the elements of its first operand as it reads them, each as often
///        as it is read
/// @param beforeMatrixProducts the same for matrix products
/// @param mostRepeatedWork how often one arithmetic operation before a reduction in a window may be repeated because windows
///        overlap
public record FusionLimits(int mostMembers, int mostOperands, boolean beforeConvolutions, boolean beforeMatrixProducts,
        int mostRepeatedWork) {

    /// Groups of a size that one kernel can be, in which convolutions and matrix products read what lies in memory.
    public static FusionLimits standard() {
        return new FusionLimits(64, 16, false, false, 16);
    }
}
