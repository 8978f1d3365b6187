package org.sardonyx.examples.digits;

import java.util.List;

/// A tensor that training adjusts, in row-major order, and the gradient of the loss with respect to it.
record Parameter(String name, List<Integer> shape, float[] values, float[] gradient) {
    Parameter {
        shape = List.copyOf(shape);
        int elements = shape.stream().reduce(1, Math::multiplyExact);
        if (values.length != elements || gradient.length != elements) {
            throw new IllegalArgumentException(name + ": shape " + shape + " does not fit the values");
        }
    }

    static Parameter zeros(String name, Integer... shape) {
        List<Integer> dimensions = List.of(shape);
        int elements = dimensions.stream().reduce(1, Math::multiplyExact);
        return new Parameter(name, dimensions, new float[elements], new float[elements]);
    }

    /// The same values, seen by both, with a gradient of its own.
    Parameter replica() {
        return new Parameter(name, shape, values, new float[gradient.length]);
    }
}
