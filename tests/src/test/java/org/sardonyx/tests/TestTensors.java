package org.sardonyx.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.stream.LongStream;

import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Tensors for tests, and how close to each other results are to be.
public final class TestTensors {
    private TestTensors() {}

    /// The type of a graph's first input.
    ///
    /// @param open what stands for sizes that the graph leaves open
    public static TensorType inputType(Graph graph, long open) {
        return TensorType.of(DataType.FLOAT32, graph.inputs().getFirst().tensorType().shape().dimensions().stream()
                .mapToLong(size -> size.constant().orElse(open)).toArray());
    }

    /// Numbers from -1 to 1.
    public static Tensor random(TensorType type, long seed) {
        Tensor tensor = Tensor.allocate(type.dataType(), type.shape().sizes());
        fill(tensor, seed);
        return tensor;
    }

    /// Numbers from -1 to 1.
    public static void fill(Tensor tensor, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (long i = 0; i < tensor.size(); i++) {
            tensor.setDouble(i, random.nextDouble(-1, 1));
        }
    }

    /// Within a thousandth of the element and a hundred-thousandth of the largest, below which the rest of sums of large numbers
    /// is rounding.
    public static void assertClose(String name, Tensor expected, Tensor found) {
        assertEquals(expected.type(), found.type(), name);
        double largest = Math.max(1, largest(expected));
        for (long i = 0; i < expected.size(); i++) {
            double tolerance = 1e-5 * largest + 1e-3 * Math.abs(expected.getDouble(i));
            assertEquals(expected.getDouble(i), found.getDouble(i), tolerance, name + "[" + i + "]");
        }
    }

    /// Within a part of the largest element.
    public static void assertWithin(double part, String name, Tensor expected, Tensor found) {
        assertEquals(expected.type(), found.type(), name);
        double largest = Math.max(1e-6, largest(expected));
        for (long i = 0; i < expected.size(); i++) {
            assertEquals(expected.getDouble(i), found.getDouble(i), part * largest, name + "[" + i + "]");
        }
    }

    /// The largest of an element's absolute values; NaN if there is one.
    public static double largest(Tensor tensor) {
        return LongStream.range(0, tensor.size()).mapToDouble(i -> Math.abs(tensor.getDouble(i))).max().orElse(0);
    }
}
