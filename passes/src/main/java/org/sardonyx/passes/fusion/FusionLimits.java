package org.sardonyx.passes.fusion;

import java.util.function.Predicate;

import org.sardonyx.ir.graph.Node;

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
/// @param form whether kernels have a form of a pointwise operator; others stay alone
public record FusionLimits(int mostMembers, int mostOperands, boolean beforeConvolutions, boolean beforeMatrixProducts,
        int mostRepeatedWork, Predicate<Node> form) {

    /// Groups of a size that one kernel can be, in which convolutions and matrix products read what lies in memory, and of all
    /// pointwise operators.
    public static FusionLimits standard() {
        return new FusionLimits(64, 16, false, false, 16, _ -> true);
    }

    /// The same for kernels that do not have a form of every pointwise operator.
    public FusionLimits withForm(Predicate<Node> newForm) {
        return new FusionLimits(mostMembers, mostOperands, beforeConvolutions, beforeMatrixProducts, mostRepeatedWork,
                newForm);
    }
}
