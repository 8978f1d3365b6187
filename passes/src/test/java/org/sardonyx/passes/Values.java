package org.sardonyx.passes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;

/// Compares graphs by the values they compute.
public final class Values {
    private static final double[] SPECIAL = {0.0, -0.0, 1, -1, Double.NaN, Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY, 3.4e38, -3.4e38, 1e-40};

    private Values() {}

    /// Whether the graph is defined for the sizes that its inputs have here.
    public static boolean isDefined(Graph graph) {
        try {
            new Interpreter().run(graph, inputs(graph, 0, false));
            return true;
        } catch (ModelException _) {
            return false;
        }
    }

    /// Checks that both graphs compute the same bits, NaN being NaN, on numbers of which every third is a special one.
    public static void assertSame(Graph expected, Graph found) {
        for (int seed = 0; seed < 4; seed++) {
            List<Tensor> inputs = inputs(expected, seed, true);
            List<Value> want = new Interpreter().run(expected, inputs);
            List<Value> have = new Interpreter().run(found, inputs);
            for (int i = 0; i < want.size(); i++) {
                assertSame((Tensor) want.get(i), (Tensor) have.get(i));
            }
        }
    }

    private static void assertSame(Tensor want, Tensor have) {
        assertEquals(want.type(), have.type());
        for (long i = 0; i < want.size(); i++) {
            assertEquals(want.getDouble(i), have.getDouble(i), "element " + i + " of " + want + " and " + have);
        }
    }

    /// Checks that both graphs compute the same but for the rounding of weights, on ordinary numbers.
    public static void assertClose(Graph expected, Graph found) {
        assertClose(expected, inputs -> new Interpreter().run(found, inputs));
    }

    /// As the other, of whatever computes the outputs of a graph from its inputs.
    public static void assertClose(Graph expected, Function<List<Tensor>, List<Value>> found) {
        List<Tensor> inputs = inputs(expected, 1, false);
        List<Value> want = new Interpreter().run(expected, inputs);
        List<Value> have = found.apply(inputs);
        for (int i = 0; i < want.size(); i++) {
            assertClose((Tensor) want.get(i), (Tensor) have.get(i));
        }
    }

    /// Within 1e-4 of the largest element.
    private static void assertClose(Tensor want, Tensor have) {
        assertEquals(want.type(), have.type());
        double largest = 0;
        for (long i = 0; i < want.size(); i++) {
            largest = Math.max(largest, Math.abs(want.getDouble(i)));
        }
        for (long i = 0; i < want.size(); i++) {
            double distance = Math.abs(want.getDouble(i) - have.getDouble(i));
            assertTrue(distance <= 1e-4 * largest, want.getDouble(i) + " and " + have.getDouble(i) + " at " + i
                    + ", the largest is " + largest);
        }
    }

    /// Seeded inputs. A symbol stands for 3, an unknown size is 2.
    static List<Tensor> inputs(Graph graph, long seed, boolean special) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Tensor> inputs = new ArrayList<>();
        for (Operand input : graph.inputs()) {
            inputs.add(random(input.tensorType(), random, special));
        }
        return inputs;
    }

    private static Tensor random(TensorType type, SplittableRandom random, boolean special) {
        Map<String, Dimension> sizes = new HashMap<>();
        type.shape().dimensions().forEach(size -> size.symbols().forEach(symbol -> sizes.put(symbol, Dimension.of(3))));
        long[] bound = type.shape().dimensions().stream().map(size -> size.bind(sizes))
                .mapToLong(size -> size.constant().orElse(2)).toArray();
        Tensor tensor = Tensor.allocate(type.dataType(), bound);
        for (long i = 0; i < tensor.size(); i++) {
            if (!type.dataType().isFloat()) {
                tensor.setLong(i, random.nextLong(type.dataType() == DataType.BOOL ? 2 : 256));
            } else if (special && random.nextInt(3) == 0) {
                tensor.setDouble(i, SPECIAL[random.nextInt(SPECIAL.length)]);
            } else {
                tensor.setDouble(i, random.nextDouble(-2, 2));
            }
        }
        return tensor;
    }
}
