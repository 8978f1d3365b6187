package org.sardonyx.codegen.kernel;

import java.util.List;

import org.sardonyx.ir.loop.WorkGroup;

/// What a work-group computes of a product: `places` by `channels` sums, `depth` products of each at a time. The operands of these
/// products are shared by the group, twice: while one pair of them is multiplied, the next one is written.
public sealed interface ProductTile extends WeightOrder permits GroupTile, MatrixTile {
    /// The buffer of the elements of windows.
    String ELEMENTS = "elements_tile";
    /// The buffer of the weights.
    String WEIGHTS = "weights_tile";

    /// As names of kernels begin.
    String name();

    int places();

    /// Work-items of a group.
    int items();

    /// What the items share.
    List<WorkGroup.Shared> shared();

    /// Products for each 4 bytes that are read from shared memory.
    double reuse();

    /// Products that take as long as a multiplication and addition of float32 by an item.
    double atOnce();

    /// What a group shares, in bytes.
    default long sharedBytes() {
        return shared().stream().mapToLong(WorkGroup.Shared::bytes).sum();
    }

    /// Steps that a run of products takes.
    default long steps(long run) {
        return Math.ceilDiv(run, (long) depth());
    }
}
