package org.sardonyx.frontend.weights;

import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// A tensor that stays in its file until it is read. What is wrong with it is a [org.sardonyx.ir.ModelException].
interface StoredTensor {
    /// Its element type and shape, without reading the elements where the format allows that.
    TensorType type();

    /// The tensor, which shares the memory of the mapped file where the elements lie there as they do in memory.
    Tensor read();
}
