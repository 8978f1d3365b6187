package org.sardonyx.frontend.language;

import org.sardonyx.frontend.weights.Initializer;
import org.sardonyx.ir.type.TensorType;

/// A parameter of a network.
///
/// @param name its path, such as `layer1.0.conv1.weight`
/// @param initializer how its elements are chosen unless they come from a file
/// @param fanIn how many elements of the input go into one of the output
/// @param fanOut how many elements of the output one of the input goes into
/// @param trainable whether training changes it by its gradient; the statistics of a batch normalisation are not
public record Parameter(String name, TensorType type, Initializer initializer, long fanIn, long fanOut,
        boolean trainable) {
    /// The number of its elements.
    public long size() {
        return type.shape().dimensions().stream().mapToLong(dimension -> dimension.size()).reduce(1,
                Math::multiplyExact);
    }
}
